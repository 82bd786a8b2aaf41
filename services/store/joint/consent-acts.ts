/** Changing a consent: the one way by which it is asked for, given, refused, taken back or ends, with all that follows. */
import type { Selectable } from 'kysely'
import { actOfNo, changeConsent, type ConsentAct } from '../../../shared/joint/consent-changes.ts'
import type { ConsentHow, ConsentPurpose, Covers } from '../../../shared/joint/consent.ts'
import type { CalendarDate } from '../../../shared/dates/london.ts'
import { reason, type Reason } from '../../../shared/finding.ts'
import type { CaseId, ConsentId } from '../../../shared/ids.ts'
import { record, theHub, type Actor } from '../audit.ts'
import { staffActor, type Waiting } from '../case-acts.ts'
import { hubScope, withScope, type Database, type Queries } from '../database.ts'
import type { Consents } from '../tables.ts'
import { letIn } from './let-in.ts'
import { refuseInPart } from './send-whole.ts'
import { shutOut } from './shut-out.ts'
import { loadCaseToTell, type SaidBy, type Telling } from './telling.ts'

export interface ConsentStep {
  readonly consent: ConsentId
  /** `say-no` refuses what was not given and takes back what was. */
  readonly act: ConsentAct | 'say-no'
  readonly by: SaidBy
  readonly how?: ConsentHow
  readonly covers?: Covers
  /** Absent: as it stands. */
  readonly purpose?: ConsentPurpose
  /** Null: until it is taken back. Absent: as it stands. */
  readonly validUntil?: CalendarDate | null
  readonly authority?: string
  readonly answerBy?: CalendarDate
  readonly note?: string
  /** When they said it, where that was before it was known with whom. */
  readonly saidAt?: Date
}

export type ConsentResult =
  | { readonly outcome: 'done'; readonly waiting: readonly Waiting[] }
  /** It stood so already: the same was said twice. */
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly problem: Reason }

/** Locks the case before anything that hangs on it, so that of a yes and a no at once one comes after the other. */
export async function holdCase(queries: Queries, id: CaseId): Promise<void> {
  await queries.selectFrom('cases').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

/** By the person or the hub, in a transaction of its own; whoever looks at the case then looks at an older version. */
export async function sayOnConsent(
  db: Database,
  step: ConsentStep,
  telling: Telling,
): Promise<ConsentResult> {
  return withScope(db, hubScope, async (queries) => {
    const { case: id } = await queries
      .selectFrom('consents')
      .select('case')
      .where('id', '=', step.consent)
      .executeTakeFirstOrThrow()
    await holdCase(queries, id)
    const result = await applyConsent(queries, step, telling)
    if (result.outcome === 'done') await markChanged(queries, id, step.by.kind === 'person')
    return result
  })
}

/** What a person decides is news to staff. */
export async function markChanged(queries: Queries, id: CaseId, isNews: boolean): Promise<void> {
  await queries
    .updateTable('cases')
    .set((set) => ({
      version: set('version', '+', 1),
      ...(isNews ? { unread: set('unread', '+', 1) } : {}),
    }))
    .where('id', '=', id)
    .execute()
}

/** In the caller's transaction, which holds the case. */
export async function applyConsent(
  queries: Queries,
  step: ConsentStep,
  telling: Telling,
): Promise<ConsentResult> {
  const before = await queries
    .selectFrom('consents')
    .selectAll()
    .where('id', '=', step.consent)
    .executeTakeFirstOrThrow()
  const act = step.act === 'say-no' ? actOfNo(before.state) : step.act
  if (isSame(before, step)) return { outcome: 'unchanged' }
  const changed = changeConsent(before.state, act, step.by.kind)
  if ('refused' in changed) return { outcome: 'refused', problem: changed.refused }
  if (act === 'give' && step.by.kind === 'person' && before.from_whom !== 'person') {
    return { outcome: 'refused', problem: reason('joint:consent.refused.other-person') }
  }
  if (act === 'give') {
    const { purpose = before.purpose, covers = before.covers } = step
    const problem = await refuseInPart(queries, { case: before.case, purpose, covers })
    if (problem !== null) return { outcome: 'refused', problem }
  }
  const after = await saveConsent(queries, before, { ...step, act }, changed.to, telling.now)
  await recordChange(queries, before, after, step, telling.now)
  const about = await loadCaseToTell(queries, before.case)
  if (act === 'ask') return { outcome: 'done', waiting: [] }
  const waiting =
    act === 'give'
      ? await letIn(queries, about, after, step.by, telling)
      : await shutOut(queries, about, after, before.state, telling)
  return { outcome: 'done', waiting }
}

type Consent = Selectable<Consents>

function isSame(before: Consent, { act, covers, validUntil, purpose }: ConsentStep): boolean {
  switch (act) {
    case 'give':
      return (
        before.state === 'given' &&
        (purpose === undefined || purpose === before.purpose) &&
        (covers === undefined ||
          JSON.stringify(ordered(covers)) === JSON.stringify(ordered(before.covers))) &&
        (validUntil === undefined || validUntil === before.valid_until)
      )
    case 'say-no':
      return before.state === 'refused' || before.state === 'withdrawn'
    case 'refuse':
      return before.state === 'refused'
    case 'withdraw':
      return before.state === 'withdrawn'
    case 'expire':
      return before.state === 'expired'
    case 'ask':
      return false
  }
}

/** The database gives the parts of an object back in an order of its own. */
function ordered({ issues, identity, attachments, records }: Covers) {
  return [issues.toSorted((a, b) => a - b), identity, attachments, records]
}

async function saveConsent(
  queries: Queries,
  before: Consent,
  step: ConsentStep & { readonly act: ConsentAct },
  to: Consent['state'],
  now: Date,
): Promise<Consent> {
  const decided = {
    decided_at: step.saidAt ?? now,
    recorded_by: step.by.kind === 'staff' ? step.by.id : null,
    note: step.note ?? null,
    answer_by: null,
  }
  const given = {
    given_how: step.how ?? null,
    purpose: step.purpose ?? before.purpose,
    covers: JSON.stringify(step.covers ?? before.covers),
    valid_until: step.validUntil === undefined ? before.valid_until : step.validUntil,
    authority: step.authority ?? before.authority,
  }
  return queries
    .updateTable('consents')
    .set({
      state: to,
      ...(step.act === 'ask' ? { asked_at: now, answer_by: step.answerBy ?? null } : decided),
      ...(step.act === 'give' ? given : {}),
    })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function recordChange(
  queries: Queries,
  before: Consent,
  after: Consent,
  { by, how, note }: ConsentStep,
  now: Date,
): Promise<void> {
  await queries
    .insertInto('consent_changes')
    .values({
      consent: after.id,
      from_state: before.state,
      to_state: after.state,
      covers: JSON.stringify(after.covers),
      how: how ?? null,
      by_kind: by.kind,
      by_staff: by.kind === 'staff' ? by.id : null,
      at: now,
      note: note ?? null,
    })
    .execute()
  const receiver = await queries
    .selectFrom('cases')
    .select('received_by')
    .where('id', '=', after.case)
    .executeTakeFirstOrThrow()
  await record(queries, {
    at: now,
    actor: actorOf(by),
    act: `consent.${after.state}`,
    about: { kind: 'case', id: after.case },
    organisation: receiver.received_by,
    details: {
      consent: after.id,
      for: after.organisation,
      purpose: after.purpose,
      before: before.state,
      how: how ?? null,
    },
  })
}

function actorOf(by: SaidBy): Actor {
  switch (by.kind) {
    case 'person':
      return { kind: 'public', id: 'visitor' }
    case 'staff':
      return staffActor(by.id)
    case 'hub':
      return theHub
  }
}
