/** The second and last question of a text dialogue: may we ring you? Asked once, and only while nobody knows. */
import type { Routing } from '../../shared/routing.ts'
import type { MessageId } from '../../shared/ids.ts'
import type { Words } from '../pages/languages.ts'
import type { Queries } from '../store/database.ts'
import { saveAutomatic } from '../store/messages.ts'
import { textDialogue } from '../store/text-dialogue.ts'
import { partsMs } from '../store/text-parts.ts'
import { whyStopped } from '../store/contact-stops.ts'
import type { StoredSubmission } from '../store/submissions.ts'
import type { Matched } from './match.ts'

/**
 * Null where it is not to be asked: of anybody but the sender themselves, of praise, of who was asked or asked us
 * already, of who wants no texts, and once a person of ours has written. So no case gets more than two of these.
 */
export async function saveNextQuestion(
  { words, now }: { readonly words: Pick<Words, 'translate'>; readonly now: () => Date },
  db: Queries,
  { case: id, match }: Matched,
  { id: submission, content, receivedAt }: StoredSubmission,
  { classification }: Routing,
): Promise<MessageId | null> {
  if (content.channel !== 'sms' || match.how !== 'conversation' || !match.sameSender) return null
  if (content.autoReply === 'forbidden' || content.text.trim() === '') return null
  const told = await textDialogue(db, id)
  if (told === null || told.callBackAsked || told.isStaffs || told.texts.length !== 1) return null
  const [first] = told.texts
  // What comes sooner after our text is a part of the same message, or a machine answering us.
  if (first === undefined || receivedAt.getTime() - first.sentAt.getTime() < partsMs) return null
  const isGrave = [told.kind, classification.kind.value].some(
    (kind) => kind === 'complaint' || kind === 'concern',
  )
  const say = (key: string) => words.translate(`sms:${key}`, { reference: told.reference }, first.language)
  const question = say('receipt.may-we-ring')
  if (!isGrave || first.body.includes(question)) return null
  if ((await whyStopped(db, 'sms', first.recipient)) !== null) return null
  return saveAutomatic(
    db,
    {
      case: id,
      purpose: 'receipt',
      channel: 'sms',
      submission,
      handoff: null,
      recipient: first.recipient,
      subject: told.reference,
      body: `${say('receipt.added')} ${question}`,
      language: first.language,
      heldBecause: null,
    },
    now(),
  )
}
