/** A part that another hub tells us of becomes a case on our desk: theirs to lead and to answer, ours to contribute to. */
import { randomBytes } from 'node:crypto'
import { londonDate } from '../../../shared/dates/london.ts'
import { reason } from '../../../shared/finding.ts'
import type { CaseId, OrganisationId, TeamId } from '../../../shared/ids.ts'
import { consentGiver } from '../../../shared/joint/consent.ts'
import { kindOfIssues, textOfIssues, type PartTold } from '../../../shared/joint/part-told.ts'
import { mintReference, type Reference } from '../../../shared/reference.ts'
import type { Rules } from '../../../shared/knowledge.ts'
import type { Routing } from '../../../shared/routing.ts'
import { submissionOf, type Submission } from '../../../shared/submission.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import { sealDelivery } from '../deliveries.ts'
import type { Envelope } from '../envelope.ts'
import { insertOffer } from '../offers.ts'
import { saveGrading } from '../routings.ts'
import type { Errand } from './errands.ts'

export interface PartFromPeer {
  readonly errand: Pick<Errand, 'peer' | 'reference' | 'theirs' | 'ours'>
  readonly told: PartTold
  /** As it came. */
  readonly raw: Buffer
  /** What our own router makes of the words: how grave, and which of our teams. */
  readonly routing: Routing
  readonly rules: Rules
  readonly now: Date
}

/** Whom the words come from and what they are, as far as consent covers it; nobody here may write to them. */
export function submissionTold(told: PartTold): Submission {
  return submissionOf({
    channel: told.channel,
    text: textOfIssues(told.issues).text,
    kindChosen: kindOfIssues(told.issues),
    ...(told.identity ?? {}),
    preferences: { contactBy: 'none', answerphone: null, needs: null },
    autoReply: 'forbidden',
  })
}

/** Empty as yet: what was told is put in by `savePartTold`, now and each time it is told anew. */
export async function openPeerCase(
  queries: Queries,
  envelope: Envelope,
  given: PartFromPeer,
): Promise<{ readonly case: CaseId; readonly waiting: readonly Waiting[] }> {
  const { errand, told, now } = given
  // To us it is made on the day on which consent let it out.
  const receivedAt = told.askedAt ?? now
  const delivery = await addDelivery(queries, envelope, given, receivedAt)
  const id = await addCase(queries, delivery.reference, given, receivedAt)
  await addSubmission(queries, delivery.id, id, given, receivedAt)
  // How grave it is to us, by the matrix; the findings beneath are kept for ever, and their reasons may quote what consent takes back.
  await saveGrading(queries, id, given.routing, now)
  await addPart(queries, id, given)
  await queries
    .insertInto('peer_cases')
    .values({ case: id, peer: errand.peer, their_reference: errand.reference })
    .execute()
  return { case: id, waiting: [await offer(queries, id, given)] }
}

async function addDelivery(
  queries: Queries,
  envelope: Envelope,
  { errand, told, raw }: PartFromPeer,
  receivedAt: Date,
) {
  const arrival = { contentType: 'application/json', envelope: {}, peer: null, raw }
  return queries
    .insertInto('deliveries')
    .values({
      channel: told.channel,
      door: 'peer',
      key: `${errand.peer} ${errand.reference}`,
      reference: mintReference(randomBytes(5)),
      received_at: receivedAt,
      received_by: errand.theirs,
      size: raw.byteLength,
      sealed: sealDelivery(envelope, arrival),
      state: 'read',
      due_at: receivedAt,
    })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
}

async function addCase(
  queries: Queries,
  reference: Reference,
  { errand, told, routing }: PartFromPeer,
  receivedAt: Date,
): Promise<CaseId> {
  const { classification, risk } = routing
  const { person, affected, preferences } = submissionTold(told)
  const { id } = await queries
    .insertInto('cases')
    .values({
      reference,
      received_by: errand.theirs,
      received_at: receivedAt,
      received_on: londonDate(receivedAt),
      channel: told.channel,
      kind: kindOfIssues(told.issues),
      tone: classification.tone.value,
      language: classification.language.value,
      seriousness: risk.seriousness.value,
      likelihood: risk.likelihood.value,
      level: risk.level.value,
      flags: risk.flags.map((flag) => flag.value),
      is_joint: true,
      lead: errand.theirs,
      owner_team: (await teamOf(queries, errand.ours, routing)).team,
      person: JSON.stringify(person),
      affected: JSON.stringify(affected),
      preferences: JSON.stringify(preferences),
      knowledge_version: routing.knowledgeVersion,
      unread: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function addSubmission(
  queries: Queries,
  delivery: Awaited<ReturnType<typeof addDelivery>>['id'],
  id: CaseId,
  { errand, told }: PartFromPeer,
  receivedAt: Date,
): Promise<void> {
  await queries
    .insertInto('submissions')
    .values({
      delivery,
      case: id,
      received_at: receivedAt,
      received_by: errand.theirs,
      content: JSON.stringify(submissionTold(told)),
      matched: JSON.stringify({ how: 'new' }),
      state: 'routed',
      due_at: receivedAt,
    })
    .execute()
}

/** Consent is the lead's to ask: here it stands as what they told us it covers. */
async function addPart(queries: Queries, id: CaseId, { errand, told }: PartFromPeer): Promise<void> {
  const affected = told.identity?.affected ?? { who: 'unstated' as const }
  await queries
    .insertInto('parts')
    .values({
      case: id,
      organisation: errand.ours,
      role: 'contributor',
      state: told.state,
      issues: [],
      asked_at: told.askedAt,
    })
    .execute()
  await queries
    .insertInto('consents')
    .values({
      case: id,
      organisation: errand.ours,
      purpose: 'joint-answer',
      from_whom: consentGiver(affected),
      authority: affected.who === 'other' ? affected.authority : 'self',
      covers: JSON.stringify(told.covers),
      state: 'given',
      decided_at: told.askedAt,
    })
    .execute()
}

async function offer(
  queries: Queries,
  id: CaseId,
  { errand, told, routing, rules, now }: PartFromPeer,
): Promise<Waiting> {
  const { team, triage } = await teamOf(queries, errand.ours, routing)
  const { name } = await queries
    .selectFrom('organisations')
    .select('name')
    .where('id', '=', errand.theirs)
    .executeTakeFirstOrThrow()
  const { level, flags } = routing.risk
  const handoff = await insertOffer(queries, {
    case: { id, level: level.value, flags: flags.map(({ value }) => value) },
    organisation: errand.ours,
    team,
    issues: told.issues.map(({ position }) => position),
    ifNobody: triage,
    because: [reason('joint:handoff.led-elsewhere', { organisation: name })],
    rules,
    now,
  })
  return { step: 'hand-over', id: handoff }
}

/** The team of ours that the words name, else triage. */
async function teamOf(
  queries: Queries,
  ours: OrganisationId,
  { owners }: Routing,
): Promise<{ readonly team: TeamId; readonly triage: TeamId }> {
  const { triage_team: triage } = await queries
    .selectFrom('organisations')
    .select('triage_team')
    .where('id', '=', ours)
    .executeTakeFirstOrThrow()
  const owner = owners.find(({ value }) => value.organisation === ours)
  return { team: owner?.value.team ?? triage, triage }
}
