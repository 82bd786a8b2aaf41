/** What a channel remarks where a person said something and nobody could read it yet: staff are told before all else. */
import { reason, type Reason } from './finding.ts'
import type { Submission } from './submission.ts'

/** The words are in what came, and no program of ours can make them out. */
export const notReadable = [
  'email:remark.encrypted',
  'email:remark.shut',
  'email:remark.nothingToShow',
  'email:remark.noise',
] as const

/** They were spoken, or stand in a picture: somebody has to listen or look. */
const toHear = [
  'phone:remark.listen',
  'phone:remark.writtenDown',
  'phone:remark.listenWelsh',
  'phone:remark.audioMissing',
  'phone:remark.recordingLost',
  'kiosk:remark.listen',
  'staff-note:remark.readScan',
] as const

/** They were not told that we have it: somebody must. */
const notAnswered = ['message:no-receipt.archive', 'message:no-receipt.late'] as const

const unread: ReadonlySet<string> = new Set([...notReadable, ...toHear, ...notAnswered])
/** All that somebody said who said nothing else. */
const wishes: ReadonlySet<string> = new Set(['phone:remark.callBack'])

type Remarks = Submission['remarks']

/** `first`: what to be told before the words or in their place; `others`: how it was read. */
export function sortRemarks(
  { text, remarks }: Pick<Submission, 'text' | 'remarks'>,
  isWrittenDown: boolean,
): { readonly first: Remarks; readonly others: Remarks } {
  const isFirst = ({ key }: Reason) => unread.has(key) || (text.trim() === '' && wishes.has(key))
  const told = remarks.map((remark) =>
    isWrittenDown && remark.key === 'phone:remark.listen' ? reason('phone:remark.writtenDown') : remark,
  )
  return { first: told.filter(isFirst), others: told.filter((remark) => !isFirst(remark)) }
}

/** Did a machine write down what this recording says, and is it here? Both belong to the same call. */
export function isWrittenDown(recording: Submission, all: readonly Submission[]): boolean {
  const { messageId } = recording.thread
  return (
    messageId !== null && all.some(({ thread, text }) => thread.messageId === messageId && text.trim() !== '')
  )
}

export function isReadable({ remarks }: Pick<Submission, 'remarks'>): boolean {
  return !remarks.some(({ key }) => notReadable.some((one) => one === key))
}
