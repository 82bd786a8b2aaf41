/** What a message on a case is for, in or out; whom it speaks to follows from it. */

export const messagePurposes = [
  'feedback',
  'receipt',
  'reply',
  'handoff-notice',
  'consent-request',
  'lead-news',
  'meeting-news',
  'draft-response',
  'response',
  'part-notice',
  'link-code',
] as const
export type MessagePurpose = (typeof messagePurposes)[number]

/** To a team of ours or to a partner: no part of the person's thread, and never with a token that opens it. */
export const noticePurposes: readonly MessagePurpose[] = ['handoff-notice', 'part-notice', 'link-code']

export function isNotice(purpose: MessagePurpose): boolean {
  return noticePurposes.includes(purpose)
}
