/** Offers that nobody took in time go to whoever is told then: case by case, the case first, as staff act on it. */
import { sql, type Selectable } from 'kysely'
import { carriedOn } from '../../shared/case/carried-on.ts'
import { reason } from '../../shared/finding.ts'
import type { CaseId, HandoffId, TeamId } from '../../shared/ids.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { londonDate } from '../../shared/dates/london.ts'
import { record, theHub } from './audit.ts'
import { hubScope, withScope, type Database, type Queries } from './database.ts'
import { isForInformation } from './handoffs.ts'
import { insertOffer } from './offers.ts'
import { nextWhoIsThere } from './stand-ins.ts'
import type { Cases, Handoffs } from './tables.ts'

/** More are left to the next run. */
const casesAtOnce = 500

/** Open cases with an offer whose time is over. */
export async function listOverdue(db: Queries, now: Date): Promise<readonly CaseId[]> {
  const rows = await overdueHandoffs(db, now)
    .innerJoin('cases', 'cases.id', 'handoffs.case')
    .select('handoffs.case')
    .distinct()
    .where('cases.state', '=', 'open')
    .limit(casesAtOnce)
    .execute()
  return rows.map((row) => row.case)
}

/**
 * Returns the new offers, to be rung for. None where somebody is acting on the case at this moment: what they leave
 * overdue is found the next time.
 */
export async function escalateCase(
  db: Database,
  id: CaseId,
  rules: Rules,
  now: Date,
): Promise<readonly HandoffId[]> {
  return withScope(db, hubScope, async (queries) => {
    const open = await queries
      .selectFrom('cases')
      .selectAll()
      .where('id', '=', id)
      .where('state', '=', 'open')
      .forNoKeyUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (open === undefined) return []
    const overdue = await overdueHandoffs(queries, now).selectAll().where('case', '=', id).execute()
    const offered: HandoffId[] = []
    for (const handoff of overdue) offered.push(...(await escalate(queries, open, handoff, rules, now)))
    return offered
  })
}

function overdueHandoffs(db: Queries, now: Date) {
  return db
    .selectFrom('handoffs')
    .where('handoffs.state', '=', 'offered')
    .where((where) => where.not(isForInformation))
    .where((where) =>
      where.or([where('accept_by', '<', londonDate(now.toISOString())), where('accept_until', '<', now)]),
    )
}

async function escalate(
  queries: Queries,
  open: Selectable<Cases>,
  handoff: Selectable<Handoffs>,
  rules: Rules,
  now: Date,
): Promise<readonly HandoffId[]> {
  const { team, if_nobody: to, organisation } = handoff
  const why = reason('router:handover.not-accepted')
  const { team: next, because } = await nextWhoIsThere(queries, { organisation, from: team, to }, why, now)
  const settled = await queries
    .updateTable('handoffs')
    .set({ state: 'escalated', decided_at: now })
    .where('id', '=', handoff.id)
    .where('state', '=', 'offered')
    .executeTakeFirst()
  if (settled.numUpdatedRows === 0n) return []
  await record(queries, {
    at: now,
    actor: theHub,
    act: 'handoff.escalate',
    about: { kind: 'case', id: open.id },
    organisation,
    details: { handoff: handoff.id, from: team, to: next },
  })
  // Whoever looks at the case now looks at an older version of it.
  await queries
    .updateTable('cases')
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('id', '=', open.id)
    .execute()
  // The last resort keeps it: escalated in the open, on the list of work that needs a person.
  if (next === team) return []
  // Only what the owner did not take moves the case; a team that was asked besides does not have it to lose.
  await queries
    .updateTable('cases')
    .set({ owner_team: next })
    .where('id', '=', open.id)
    .where('owner_team', '=', team)
    .execute()
  const offeredFor = carriedOn(handoff.because)
  if (await isAskedAlready(queries, open.id, next, { issues: handoff.issues, because: offeredFor })) return []
  const id = await insertOffer(queries, {
    case: open,
    organisation,
    team: next,
    issues: handoff.issues,
    ifNobody: next,
    because: [...because, ...offeredFor],
    rules,
    now,
  })
  return [id]
}

/** Asked already: then it is offered to them for these issues too, and nobody asks them twice. */
async function isAskedAlready(
  queries: Queries,
  id: CaseId,
  team: TeamId,
  { issues, because }: Pick<Selectable<Handoffs>, 'issues' | 'because'>,
): Promise<boolean> {
  const { numUpdatedRows: count } = await queries
    .updateTable('handoffs')
    .set((set) => ({
      issues: set.fn<number[]>('array_union', [set.ref('issues'), set.val([...issues])]),
      because: sql<string>`because || ${JSON.stringify(because)}::jsonb`,
    }))
    .where('case', '=', id)
    .where('team', '=', team)
    .where('state', '=', 'offered')
    .where((where) => where.not(isForInformation))
    .executeTakeFirst()
  return count > 0n
}
