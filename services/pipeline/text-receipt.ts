/** The receipt as a text: one segment that says what happens next, how to add to it, and at most one question. */
import { segmentsOf } from '../../channels/sms/segments.ts'
import type { Routing } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import type { Language } from '../../shared/words.ts'
import type { Words } from '../pages/languages.ts'

export interface TextReceiptParts {
  readonly reference: string
  readonly organisation: string
  readonly inDanger: boolean
  readonly language: Language
}

/** The fullest wording that goes into one segment. A long organisation's name goes first, then the hint at STOP. */
export function wordsOfTextReceipt(
  words: Pick<Words, 'translate'>,
  { reference, organisation, inDanger, language }: TextReceiptParts,
  question: TextQuestion | null,
): string {
  const say = (key: string) => words.translate(`sms:receipt.${key}`, { reference, organisation }, language)
  if (inDanger) return say('danger')
  const asked = question === null ? [] : [say(question)]
  const rest = [say('next'), ...asked, say('add-more')]
  const wordings = [
    [say('have-it-for'), ...rest, say('stop')],
    [say('have-it'), ...rest, say('stop')],
    [say('have-it'), ...rest],
  ].map((pieces) => pieces.join(' '))
  return wordings.find((wording) => segmentsOf(wording).count === 1) ?? wordings.at(-1) ?? ''
}

export type TextQuestion = 'which-service' | 'may-we-ring'

/** Only what is missing, one thing at most; whatever they text back joins the case. */
export function questionFor(submission: Submission, { classification }: Routing): TextQuestion | null {
  const aboutWhom = submission.about.careService !== null || classification.careServices.length > 0
  if (!aboutWhom) return 'which-service'
  const wantsAnswer = classification.kind.value === 'complaint' || classification.kind.value === 'concern'
  const asked = submission.remarks.some((remark) => remark.key === 'sms:call-back-asked')
  return wantsAnswer && !asked && submission.channel === 'sms' ? 'may-we-ring' : null
}
