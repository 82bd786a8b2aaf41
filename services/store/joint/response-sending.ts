/** The one response on its way: shared as a draft, approved, signed by whoever answers for it, and sent once. */
import { londonDate } from '../../../shared/dates/london.ts'
import { reason } from '../../../shared/finding.ts'
import type { MessageId } from '../../../shared/ids.ts'
import { outcomeOf, type ResponseText } from '../../../shared/joint/response.ts'
import { checkResponse } from '../../../shared/joint/response-checklist.ts'
import type { Rules } from '../../../shared/knowledge.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Waiting } from '../case-acts.ts'
import type { Database } from '../database.ts'
import { findWayOfReply, type CanSend } from '../way-of-reply.ts'
import { announceToParts } from './announcements.ts'
import { approvalsOf, factsOf, loadComposer, type ResponseVersion } from './response-file.ts'
import { currentOf, stepResponse } from './response-versions.ts'
import { isOwnName } from '../../../shared/joint/signature.ts'
import { signersOf } from './signers.ts'
import { tellPartner, type Telling } from './telling.ts'

/** With a line before it that says what it is and that they may answer. */
export async function shareDraft(
  db: Database,
  acting: Acting,
  introduction: string,
  canSend: CanSend,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    const shared = await stepResponse(act, await currentOf(act), 'share', {}, { shared_at: act.now })
    const body = `${introduction}\n\n${textOf(shared.sections)}`
    const waiting = await insertLetter(act, shared, 'draft-response', body, canSend)
    return { act: 'response.share', details: { response: shared.id }, waiting }
  })
}

export async function askApproval(db: Database, acting: Acting, telling: Telling): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    const asked = await stepResponse(act, await currentOf(act), 'ask-approval', {})
    const lead = act.head.lead ?? act.head.received_by
    const waiting: Waiting[] = []
    for (const { id, organisation } of await approvalsOf(act.queries, { lead }, asked)) {
      const to = { organisation, event: 'part.approve' as const, part: id }
      waiting.push(...(await tellPartner(act.queries, act.head, to, telling)))
    }
    return { act: 'response.ask-approval', details: { response: asked.id }, waiting }
  })
}

/** A typed name is a signature; `role` says by which right they sign (SI 2009/309 reg 14(2), reg 4). */
export async function signResponse(
  db: Database,
  acting: Acting,
  { name, role }: { readonly name: string; readonly role: string },
  rules: Rules,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    const current = await currentOf(act)
    if (current === null) throw new Refused(reason('joint:response.refused.none'))
    const signers = await signersOf(act.queries, act.who.organisation)
    const signer = signers.find(({ id }) => id === act.who.id)
    if (signer === undefined) throw new Refused(reason('joint:response.refused.may-not-sign'))
    if (!isOwnName(name, signer.name)) {
      throw new Refused(reason('joint:response.refused.not-own-name', { name: signer.name }))
    }
    const composer = await loadComposer(act.queries, act.head, rules, londonDate(act.now))
    const missing = checkResponse(current.sections, await factsOf(act.queries, composer, current))
    const approvals = await approvalsOf(act.queries, composer, current)
    const standing = {
      gaps: missing.length,
      unapproved: approvals.filter(({ state }) => state !== 'approved').length,
    }
    const signed = { signed_by: act.who.id, signed_as: `${name}, ${role}`, signed_at: act.now }
    await stepResponse(act, current, 'sign', standing, signed)
    await saveOutcomes(act, composer.contributions)
    return { act: 'response.sign', details: { response: current.id } }
  })
}

/** Where two answer for one issue, it is upheld as far as both found. */
async function saveOutcomes(
  { queries, head }: Act,
  filed: Awaited<ReturnType<typeof loadComposer>>['contributions'],
): Promise<void> {
  for (const position of new Set(filed.map(({ issue }) => issue))) {
    const found = filed.filter(({ issue }) => issue === position).map(({ outcome }) => outcome)
    await queries
      .updateTable('issues')
      .set({ outcome: outcomeOf(found) })
      .where('case', '=', head.id)
      .where('position', '=', position)
      .execute()
  }
}

/** Once: a second try finds it gone. What cannot go by itself is held, to be printed and posted by hand. */
export async function sendResponse(
  db: Database,
  acting: Acting,
  signature: (signedAs: string) => string,
  canSend: CanSend,
): Promise<ActResult> {
  const work = async (act: Act) => {
    const current = await stepResponse(act, await currentOf(act), 'send', {})
    const body = `${textOf(current.sections)}\n\n${signature(current.signed_as ?? '')}`
    const waiting = await insertLetter(act, current, 'response', body, canSend)
    await announceToParts(act.queries, act.head, 'response.sent', act.now)
    return { act: 'response.send', details: { response: current.id }, waiting }
  }
  return actOnCase(db, acting, 'receiver', work, async (act) => (await currentOf(act))?.state === 'sent')
}

function textOf(sections: ResponseText): string {
  return sections.map(({ text }) => text).join('\n\n')
}

/** A text message is too short for a letter. */
async function insertLetter(
  { queries, head, who, now }: Act,
  { id: response }: Pick<ResponseVersion, 'id'>,
  purpose: 'draft-response' | 'response',
  body: string,
  canSend: CanSend,
): Promise<readonly Waiting[]> {
  const way = await findWayOfReply(queries, head, canSend)
  const heldBecause = way.channel === 'sms' ? reason('joint:response.held.letter') : way.heldBecause
  const message = await queries
    .insertInto('messages')
    .values({
      case: head.id,
      direction: 'out',
      purpose,
      response,
      channel: 'email',
      recipient: way.channel === 'sms' ? head.person.email : way.recipient,
      subject: head.reference,
      body,
      language: head.language === 'cy' ? 'cy' : 'en',
      state: heldBecause === null ? 'waiting' : 'held',
      held_because: heldBecause === null ? null : JSON.stringify(heldBecause),
      written_by: who.id,
      created_at: now,
      due_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (purpose === 'response') await keepMessage(queries, response, message.id)
  return heldBecause === null ? [{ step: 'send', id: message.id }] : []
}

async function keepMessage(
  queries: Act['queries'],
  response: ResponseVersion['id'],
  message: MessageId,
): Promise<void> {
  await queries.updateTable('responses').set({ message }).where('id', '=', response).execute()
}
