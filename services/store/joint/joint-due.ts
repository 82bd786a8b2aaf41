/** What of joint cases falls due by the clock: consents unanswered or over, and parts that are due or late. */
import { londonDate } from '../../../shared/dates/london.ts'
import type { CaseId, ConsentId, PartId } from '../../../shared/ids.ts'
import { record, theHub } from '../audit.ts'
import type { Waiting } from '../case-acts.ts'
import { hubScope, withScope, type Database, type Queries } from '../database.ts'
import { holdCase, markChanged } from './consent-acts.ts'
import { askForConsent } from './consent-request.ts'
import { tellSeniors } from './lead-steps.ts'
import { loadCaseToTell, tellPartner, type Telling } from './telling.ts'

const atOnce = 500
/** Days before the day on which a part is due. */
const remindBeforeMs = 2 * 24 * 3_600_000

/** Given to somebody here, and their last day is over. What another hub told us of is ended by that hub, and closed meanwhile. */
export async function listConsentsOver(db: Queries, now: Date): Promise<readonly ConsentId[]> {
  const rows = await db
    .selectFrom('consents')
    .select('id')
    .where('state', '=', 'given')
    .where('valid_until', '<', londonDate(now))
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('peer_cases').select('case').whereRef('peer_cases.case', '=', 'consents.case'),
        ),
      ),
    )
    .limit(atOnce)
    .execute()
  return rows.map(({ id }) => id)
}

function unanswered(db: Queries, now: Date) {
  return (
    db
      .selectFrom('consents')
      .where('state', '=', 'asked')
      .where('answer_by', '<', londonDate(now))
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('consent_changes')
              .select('consent_changes.id')
              .whereRef('consent_changes.consent', '=', 'consents.id')
              .where('by_kind', '=', 'hub')
              .where('to_state', '=', 'asked'),
          ),
        ),
      )
      // Whoever wrote since then answered, clearly or not: staff read it, and no machine asks over their words.
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('submissions')
              .select('submissions.id')
              .whereRef('submissions.case', '=', 'consents.case')
              .whereRef('submissions.received_at', '>', 'consents.asked_at'),
          ),
        ),
      )
  )
}

/** Cases whose person was asked, did not answer, and was not reminded. */
export async function listUnanswered(db: Queries, now: Date): Promise<readonly CaseId[]> {
  const rows = await unanswered(db, now).select('case').distinct().limit(atOnce).execute()
  return rows.map((row) => row.case)
}

/** Once. Who is silent then is for a person to ring: the case says so. */
export async function remindOfConsent(
  db: Database,
  id: CaseId,
  telling: Telling,
): Promise<readonly Waiting[]> {
  return withScope(db, hubScope, async (queries) => {
    await holdCase(queries, id)
    const asked = await unanswered(queries, telling.now).select('id').where('case', '=', id).execute()
    if (asked.length === 0) return []
    const about = await loadCaseToTell(queries, id)
    const ids = asked.map((row) => row.id)
    const result = await askForConsent(queries, about, ids, { kind: 'hub' }, telling)
    if (result.outcome === 'refused') return []
    await markChanged(queries, id, true)
    return result.waiting
  })
}

function open(db: Queries) {
  return (
    db
      .selectFrom('parts')
      .innerJoin('cases', 'cases.id', 'parts.case')
      .where('parts.state', 'in', ['asked', 'accepted'])
      // The receiver has its own clocks.
      .whereRef('parts.organisation', '<>', 'cases.received_by')
  )
}

/** Parts due within days whose organisation was not reminded, and parts that are late and were not taken to the seniors. */
export async function listPartsDue(db: Queries, now: Date): Promise<readonly PartId[]> {
  const soon = londonDate(new Date(now.getTime() + remindBeforeMs))
  const rows = await open(db)
    .select('parts.id')
    .where((where) =>
      where.or([
        where.and([where('parts.due_on', '<=', soon), where('parts.chased_at', 'is', null)]),
        where.and([where('parts.due_on', '<', londonDate(now)), where('parts.escalated_at', 'is', null)]),
      ]),
    )
    .limit(atOnce)
    .execute()
  return rows.map(({ id }) => id)
}

/** Reminded first; late, it goes to the seniors of both. Each once for each time that it was asked. */
export async function chasePart(db: Database, id: PartId, telling: Telling): Promise<readonly Waiting[]> {
  return withScope(db, hubScope, async (queries) => {
    const { case: of } = await queries
      .selectFrom('parts')
      .select('case')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await holdCase(queries, of)
    const part = await open(queries).selectAll('parts').where('parts.id', '=', id).executeTakeFirst()
    if (part === undefined || part.due_on === null) return []
    const { organisation, due_on: day } = part
    const isLate = day < londonDate(telling.now)
    const about = await loadCaseToTell(queries, of)
    await queries
      .updateTable('parts')
      .set({ chased_at: part.chased_at ?? telling.now, escalated_at: isLate ? telling.now : null })
      .where('id', '=', id)
      .execute()
    await markChanged(queries, of, isLate)
    await record(queries, {
      at: telling.now,
      actor: theHub,
      act: isLate ? 'part.escalate' : 'part.chase',
      about: { kind: 'case', id: of },
      organisation: about.received_by,
      details: { part: id, for: organisation },
    })
    return isLate
      ? tellSeniors(queries, about, organisation, 'part.overdue', telling)
      : tellPartner(queries, about, { organisation, event: 'part.due', part: id, day }, telling)
  })
}
