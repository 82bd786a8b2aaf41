/** Sending a form: the delivery is durable before the draft's words are gone and before anyone is answered. */
import type { Request } from 'express'
import type { FormDoor } from '../../channels/channel.ts'
import type { Answers } from '../../shared/form.ts'
import { viewOf } from '../pages/view.ts'
import { openDraftFiles, removeDraftFiles } from '../store/draft-files.ts'
import { saveDraft } from '../store/drafts.ts'
import { deliveryKeyOf, draftAt } from './form-draft.ts'
import type { Form, Visit } from './form-visit.ts'
import { answersToSend } from './form-walk.ts'

/** Rejects where it could not be stored; the draft is then as it was. Sent twice, it has the same reference. */
export async function sendForm(
  { channel, door, parts }: Form,
  visit: Visit,
  secret: string,
  request: Request,
): Promise<void> {
  const answers = answersToSend(door, visit.answers, visit.context)
  const now = parts.now()
  const at = draftAt(channel, door, secret)
  const files = await openDraftFiles(parts.db, parts.envelope, at.id)
  const answeredBy = parts.answeredBy(visit.context.today, door.organisationChosen(answers))
  const { reference } = await parts.accept(channel, {
    door: door.name,
    ...door.compose(answers, visit.context, viewOf(request).language, files),
    envelope: { draft: deliveryKeyOf(secret) },
    peer: request.ip ?? null,
    receivedAt: now.toISOString(),
  })
  const inDanger = parts.speaksOfDanger(Object.values(answers).join('\n'))
  const sent = { reference, kept: keptOf(door, answers), answeredBy, inDanger }
  await parts.db.transaction().execute(async (db) => {
    await saveDraft(db, parts.envelope, at, { state: 'sent', sent }, now)
    await removeDraftFiles(db, at.id)
  })
}

function keptOf(door: FormDoor, answers: Answers): Answers {
  return Object.fromEntries(door.keptFields.map((field) => [field, answers[field] ?? '']))
}
