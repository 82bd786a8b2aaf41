/** What a channel remarks where a person said something and nobody could read it yet: staff are told before all else. */
import type { Submission } from './submission.ts'

/** The words are in what came, and no program of ours can make them out. */
export const notReadable = [
  'email:remark.encrypted',
  'email:remark.shut',
  'email:remark.nothingToShow',
] as const

/** They were spoken: somebody has to listen. */
const toHear = [
  'phone:remark.listen',
  'phone:remark.listenWelsh',
  'phone:remark.audioMissing',
  'phone:remark.recordingLost',
  'kiosk:remark.listen',
] as const

const unread: ReadonlySet<string> = new Set([...notReadable, ...toHear])

/** The remarks that say so, and the others. */
export function sortRemarks({ remarks }: Pick<Submission, 'remarks'>): {
  readonly unread: Submission['remarks']
  readonly others: Submission['remarks']
} {
  return {
    unread: remarks.filter(({ key }) => unread.has(key)),
    others: remarks.filter(({ key }) => !unread.has(key)),
  }
}

export function isReadable({ remarks }: Pick<Submission, 'remarks'>): boolean {
  return !remarks.some(({ key }) => notReadable.some((one) => one === key))
}
