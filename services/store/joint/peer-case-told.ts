/** What the lead's hub tells of our part now, put in the place of what it told before; what our staff did stays as it is. */
import { londonDate } from '../../../shared/dates/london.ts'
import { reason } from '../../../shared/finding.ts'
import type { CaseId, SubmissionId } from '../../../shared/ids.ts'
import { bringing } from '../../../shared/joint/errand.ts'
import { textOfIssues } from '../../../shared/joint/part-told.ts'
import { setNextDue } from '../case-acts-clocks.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import { sealDelivery } from '../deliveries.ts'
import type { Envelope } from '../envelope.ts'
import { submissionTold, type PartFromPeer } from './peer-case-open.ts'
import { saveMeetingsTold } from './peer-case-meetings.ts'
import { saveExchangesTold, saveResponseTold } from './peer-case-work.ts'
import { oweFiles } from './peer-files.ts'

/** The case is held by the caller. Gives back what is to be fetched besides. */
export async function savePartTold(
  queries: Queries,
  envelope: Envelope,
  id: CaseId,
  given: PartFromPeer,
): Promise<readonly Waiting[]> {
  const { told, now } = given
  await saveWords(queries, envelope, id, given)
  await savePart(queries, id, given)
  const news =
    (await saveExchangesTold(queries, id, given)) +
    (await saveResponseTold(queries, id, given)) +
    (await saveMeetingsTold(queries, id, given))
  await saveClock(queries, id, given)
  const { person, affected } = submissionTold(told)
  const isAnswered = told.response?.state === 'sent'
  await queries
    .updateTable('cases')
    .set((set) => ({
      state: isAnswered ? 'closed' : 'open',
      person: JSON.stringify(person),
      affected: JSON.stringify(affected),
      unread: set('unread', '+', news),
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
  await queries
    .updateTable('peer_cases')
    .set({
      looked_at: now,
      ended_at: isAnswered ? now : null,
      ended_because: isAnswered ? 'answered' : null,
    })
    .where('case', '=', id)
    .execute()
  const files = await oweFiles(queries, id, given)
  return files.map((file) => ({ step: 'errand', id: file }))
}

/** What consent does not cover any more is not kept here either. */
async function saveWords(
  queries: Queries,
  envelope: Envelope,
  id: CaseId,
  { errand, told, raw }: PartFromPeer,
): Promise<void> {
  const submission = await queries
    .updateTable('submissions')
    .set({ content: JSON.stringify(submissionTold(told)) })
    .where('case', '=', id)
    .returning(['id', 'delivery'])
    .executeTakeFirstOrThrow()
  const arrival = { contentType: 'application/json', envelope: {}, peer: null, raw }
  await queries
    .updateTable('deliveries')
    .set({ sealed: sealDelivery(envelope, arrival), size: raw.byteLength })
    .where('id', '=', submission.delivery)
    .execute()
  await hideIssues(queries, id)
  await saveIssuesTold(queries, id, submission.id, { errand, told })
}

/** They keep what our staff wrote about them. */
async function hideIssues(queries: Queries, id: CaseId): Promise<void> {
  await queries.updateTable('issues').set({ span_start: 0, span_end: 0 }).where('case', '=', id).execute()
}

async function saveIssuesTold(
  queries: Queries,
  id: CaseId,
  submission: SubmissionId,
  { errand, told }: Pick<PartFromPeer, 'errand' | 'told'>,
): Promise<void> {
  if (told.issues.length === 0) return
  const { spans } = textOfIssues(told.issues)
  const { tone } = await queries
    .selectFrom('cases')
    .select('tone')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await queries
    .insertInto('issues')
    .values(
      told.issues.map(({ position, kind, subjects }) => ({
        case: id,
        submission,
        position,
        kind,
        tone,
        subjects: [...subjects],
        organisation: errand.ours,
        span_start: spans.get(position)?.start ?? 0,
        span_end: spans.get(position)?.end ?? 0,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['case', 'position']).doUpdateSet((set) => ({
        kind: set.ref('excluded.kind'),
        subjects: set.ref('excluded.subjects'),
        span_start: set.ref('excluded.span_start'),
        span_end: set.ref('excluded.span_end'),
      })),
    )
    .execute()
}

/** Where it stands is theirs to say, except while something of ours is still on its way there. */
async function savePart(queries: Queries, id: CaseId, { told }: PartFromPeer): Promise<void> {
  const onItsWay = await queries
    .selectFrom('peer_errands')
    .select('id')
    .where('case', '=', id)
    .where('act', 'in', [...bringing])
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  await queries
    .updateTable('parts')
    .set((set) => ({
      ...(onItsWay === undefined ? { state: told.state } : {}),
      issues: told.issues.map(({ position }) => position),
      due_on: told.dueOn,
      ended_because: null,
      version: set('version', '+', 1),
    }))
    .where('case', '=', id)
    .execute()
  await queries
    .updateTable('consents')
    .set({ state: 'given', covers: JSON.stringify(told.covers), valid_until: told.openUntil })
    .where('case', '=', id)
    .execute()
}

/** One running clock for the day by which they want our part; met by filing, and kept when another takes its place. */
async function saveClock(queries: Queries, id: CaseId, { errand, told, now }: PartFromPeer): Promise<void> {
  const isDone = told.state === 'filed' || told.state === 'approved' || told.response?.state === 'sent'
  const running = await queries
    .selectFrom('clocks')
    .select(['id', 'due_on'])
    .where('case', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  const isWanted = told.dueOn !== null && !isDone
  if (running !== undefined && !(isWanted && running.due_on === told.dueOn)) {
    await queries
      .updateTable('clocks')
      .set({
        state: isDone ? 'met' : 'dropped',
        ended_at: now,
        ended_because: isDone ? 'part-filed' : 'another-day',
      })
      .where('id', '=', running.id)
      .execute()
  }
  if (told.dueOn !== null && isWanted && running?.due_on !== told.dueOn) {
    const { process } = await queries
      .selectFrom('organisations')
      .select('process')
      .where('id', '=', errand.ours)
      .executeTakeFirstOrThrow()
    await queries
      .insertInto('clocks')
      .values({
        case: id,
        name: 'respond',
        process,
        organisation: errand.ours,
        starts_on: londonDate(told.askedAt ?? now),
        due_on: told.dueOn,
        because: JSON.stringify(reason('joint:part.due-elsewhere')),
      })
      .execute()
  }
  await setNextDue(queries, id)
}
