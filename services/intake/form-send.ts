/** Sending a form: the delivery is durable before the draft's words are gone and before anyone is answered. */
import type { Request } from 'express'
import type { FormDoor } from '../../channels/channel.ts'
import type { Answers } from '../../shared/form.ts'
import { viewOf } from '../pages/view.ts'
import { openDraftFiles, removeDraftFiles } from '../store/draft-files.ts'
import { holdDraft, loadDraft, saveDraft } from '../store/drafts.ts'
import { deliveryKeyOf, draftAt } from './form-draft.ts'
import type { Form, Visit } from './form-visit.ts'
import { answersToSend } from './form-walk.ts'

/**
 * Rejects where it could not be stored; the draft is then as it was. Sent twice, it has the same reference. Where the
 * person changed it in another window meanwhile, it stays open with what they changed, to be sent as well.
 */
export async function sendForm(
  { channel, door, parts }: Form,
  visit: Visit,
  secret: string,
  request: Request,
): Promise<void> {
  const { db, envelope } = parts
  const now = parts.now()
  const at = draftAt(channel, door, secret)
  const { language } = viewOf(request)
  const answers = answersToSend(door, visit.answers, visit.context)
  const composed = door.compose(answers, visit.context, language, await openDraftFiles(db, envelope, at.id))
  const answeredBy = parts.answeredBy(visit.context.today, door.organisationChosen(answers))
  const { reference } = await parts.accept(channel, {
    door: door.name,
    ...composed,
    envelope: { draft: deliveryKeyOf(secret) },
    peer: request.ip ?? null,
    receivedAt: now.toISOString(),
  })
  const inDanger = parts.speaksOfDanger(Object.values(answers).join('\n'))
  const sent = { reference, kept: keptOf(door, answers), answeredBy, inDanger }
  await db.transaction().execute(async (queries) => {
    await holdDraft(queries, at)
    const draft = await loadDraft(queries, envelope, at, now)
    if (draft?.state === 'open') {
      const standing = answersToSend(door, draft.answers, visit.context)
      const files = await openDraftFiles(queries, envelope, at.id)
      const { raw } = door.compose(standing, visit.context, language, files)
      if (!Buffer.from(raw).equals(composed.raw)) return
    }
    await saveDraft(queries, envelope, at, { state: 'sent', sent }, now)
    await removeDraftFiles(queries, at.id)
  })
}

function keptOf(door: FormDoor, answers: Answers): Answers {
  return Object.fromEntries(door.keptFields.map((field) => [field, answers[field] ?? '']))
}
