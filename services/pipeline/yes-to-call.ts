/** Hears a yes to our "Want us to ring you?" as what it is: somebody waits for a call. */
import { agreesToACall } from '../../channels/sms/keywords.ts'
import { reason } from '../../shared/finding.ts'
import type { Words } from '../pages/languages.ts'
import type { Queries } from '../store/database.ts'
import { addRemark, type StoredSubmission } from '../store/submissions.ts'
import { textDialogue } from '../store/text-dialogue.ts'
import type { Matched } from './match.ts'

/** Only where that question was the last thing we wrote to them: a yes to anything else is for a person to read. */
export async function heedYesToCall(
  { words }: { readonly words: Pick<Words, 'translate'> },
  db: Queries,
  { case: id, match }: Matched,
  { id: submission, content }: StoredSubmission,
): Promise<void> {
  if (content.channel !== 'sms' || match.how !== 'conversation' || !match.sameSender) return
  if (!agreesToACall(content.text)) return
  const told = await textDialogue(db, id)
  const last = told?.texts.at(-1)
  if (last === undefined || told?.callBackAsked === true) return
  const question = words.translate('sms:receipt.may-we-ring', {}, last.language)
  if (last.body.includes(question)) await addRemark(db, submission, reason('sms:call-back-asked'))
}
