/** What was just done, said on the page that follows; the address carries only its name. */
import type { Request } from 'express'

const notices = [
  'accepted',
  'declined',
  'passed-on',
  'kind',
  'tone',
  'graded',
  'issue',
  'owner',
  'acknowledged',
  'replied',
  'copied',
  'settled',
  'suggestion',
  'exclusion',
  'told',
  'mail-again',
  'called',
  'read',
  'again',
  'scan-again',
  'as-feedback',
  'joint',
  'lead',
  'consent-asked',
  'consent-recorded',
  'disclosure-asked',
  'disclosure-decided',
  'link-sent',
  'link-taken-back',
  'composed',
  'edited',
  'shared',
  'commented',
  'answered',
  'approval-asked',
  'signed',
  'response-sent',
  'contributed',
  'said',
  'meeting-arranged',
  'meeting-moved',
  'meeting-cancelled',
  'meeting-held',
  'lesson',
] as const
export type Notice = (typeof notices)[number]

export function noticeOf(request: Request): Notice | null {
  return notices.find((name) => name === request.query['done']) ?? null
}
