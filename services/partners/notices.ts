/** What was just done in the portal, said on the page that follows; the address carries only its name. */
import type { Request } from 'express'

const notices = [
  'accepted',
  'saved',
  'filed',
  'asked',
  'answered',
  'time-asked',
  'document',
  'scan-again',
  'approved',
  'changes-wanted',
  'lead-accepted',
  'lead-accepted-elsewhere',
  'lead-declined',
  'lesson',
  'meeting',
] as const
export type Notice = (typeof notices)[number]

export function noticeOf(request: Request): Notice | null {
  return notices.find((name) => name === request.query['done']) ?? null
}
