/** What a case asks of us: issues to answer, clocks that run, handoffs to accept. Added when it opens and when more comes. */
import { sql } from 'kysely'
import { changeHandoff, shownHandoffStates } from '../../shared/case/handoff-changes.ts'
import { isToldOnly } from '../../shared/case/only-told.ts'
import type { CaseId, HandoffId, SubmissionId, TeamId } from '../../shared/ids.ts'
import type { ClockSetting, HandoffPlan, Routing } from '../../shared/routing.ts'
import { record, theHub } from './audit.ts'
import type { Queries } from './database.ts'
import { isForInformation } from './handoffs.ts'

/** `first`: the place of the first among those of the case. `isReplacing`: what stands there gives way, and keeps its id. */
export async function saveIssues(
  db: Queries,
  id: CaseId,
  submission: SubmissionId,
  { classification }: Routing,
  first: number,
  isReplacing = false,
): Promise<void> {
  const insert = db.insertInto('issues').values(
    classification.issues.map((issue, position) => ({
      case: id,
      submission,
      position: first + position,
      kind: issue.kind,
      tone: issue.tone,
      subjects: issue.subjects.map((subject) => subject.value),
      organisation: issue.organisation,
      care_service: issue.careService,
      span_start: issue.start,
      span_end: issue.end,
    })),
  )
  const saved = isReplacing
    ? insert.onConflict((conflict) =>
        conflict.columns(['case', 'position']).doUpdateSet((set) => ({
          submission: set.ref('excluded.submission'),
          kind: set.ref('excluded.kind'),
          tone: set.ref('excluded.tone'),
          subjects: set.ref('excluded.subjects'),
          organisation: set.ref('excluded.organisation'),
          care_service: set.ref('excluded.care_service'),
          span_start: set.ref('excluded.span_start'),
          span_end: set.ref('excluded.span_end'),
        })),
      )
    : insert
  await saved.execute()
}

export async function saveClocks(db: Queries, id: CaseId, clocks: readonly ClockSetting[]): Promise<void> {
  if (clocks.length === 0) return
  await db
    .insertInto('clocks')
    .values(
      clocks.map((clock) => ({
        case: id,
        name: clock.name,
        process: clock.process,
        organisation: clock.organisation,
        starts_on: clock.startsOn,
        due_on: clock.dueOn,
        because: JSON.stringify(clock.because),
      })),
    )
    .execute()
}

/**
 * One row for each team. What another organisation would be told is held, and nothing of it leaves. Returns those to
 * tell now.
 */
export async function saveHandoffs(
  db: Queries,
  id: CaseId,
  handoffs: readonly HandoffPlan[],
  now: Date,
): Promise<readonly HandoffId[]> {
  if (handoffs.length === 0) return []
  const rows = await db
    .insertInto('handoffs')
    .values(
      handoffs.map((handoff) => ({
        case: id,
        organisation: handoff.organisation,
        team: handoff.team,
        issues: [...handoff.issues],
        state: handoff.state === 'offer' ? ('offered' as const) : ('held' as const),
        accept_by: handoff.acceptBy,
        accept_until: hoursFrom(now, handoff.acceptWithinHours),
        if_nobody: handoff.ifNobody,
        because: JSON.stringify(handoff.because),
        offered_at: handoff.state === 'offer' ? now : null,
        told: handoff.state === 'offer' ? ('waiting' as const) : ('not-yet' as const),
        due_at: now,
      })),
    )
    .returning(['id', 'told'])
    .execute()
  return rows.filter((row) => row.told === 'waiting').map((row) => row.id)
}

function hoursFrom(now: Date, hours: number | null): Date | null {
  return hours === null ? null : new Date(now.getTime() + hours * 3_600_000)
}

/**
 * Handoffs on a case that has some. An offer nobody has accepted yet gives way to the new one to the same team, with
 * its issues; what is held for consent already is held once, and whoever has an offer to take on is not merely told.
 */
export async function saveMoreHandoffs(
  db: Queries,
  id: CaseId,
  handoffs: readonly HandoffPlan[],
  now: Date,
): Promise<readonly HandoffId[]> {
  const held = await teamsIn(db, id, 'held')
  const asked = await teamsIn(db, id, 'offered')
  const wanted = handoffs.filter((plan) => {
    if (plan.state !== 'offer') return !held.includes(plan.team)
    return !isToldOnly(plan) || !asked.includes(plan.team)
  })
  const plans: HandoffPlan[] = []
  for (const plan of wanted) {
    const before = plan.state === 'offer' ? await renew(db, id, plan, now) : []
    plans.push({ ...plan, issues: [...new Set([...before, ...plan.issues])].toSorted((a, b) => a - b) })
  }
  return saveHandoffs(db, id, plans, now)
}

/**
 * Where more words give the case to another team, what the teams of its organisation had goes there too, and they see it
 * no more, but for those whom a red flag called. Returns the plans with it.
 */
export async function giveOwner(
  db: Queries,
  id: CaseId,
  from: TeamId,
  plans: readonly HandoffPlan[],
  now: Date,
): Promise<readonly HandoffPlan[]> {
  const [owner, ...others] = plans
  if (owner === undefined || owner.team === from) return plans
  const { team, organisation } = owner
  const ended = await db
    .updateTable('handoffs')
    // Whoever was yet to be told is told nothing.
    .set({ state: 'passed-on', decided_at: now, lease_until: null })
    .set({ told: sql`case told when 'waiting' then 'not-yet' else told end` })
    .where('case', '=', id)
    .where('organisation', '=', organisation)
    .where('state', 'in', shownHandoffStates)
    .where(sql<boolean>`not jsonb_path_exists(because, '$[*].key ? (@ starts with "router:owner.duty.")')`)
    .returning(['id', 'team', 'issues'])
    .execute()
  await db.updateTable('cases').set({ owner_team: team }).where('id', '=', id).execute()
  const entry = { at: now, actor: theHub, act: 'handoff.pass-on', about: { kind: 'case', id }, organisation }
  await record(
    db,
    ...ended.map((row) => ({ ...entry, details: { handoff: row.id, from: row.team, to: team } })),
  )
  const issues = new Set([...ended.flatMap((row) => row.issues), ...owner.issues])
  return [{ ...owner, issues: [...issues].toSorted((a, b) => a - b) }, ...others]
}

/** Those who have something to take on: once the person agrees, or now, and have not yet. */
async function teamsIn(db: Queries, id: CaseId, state: 'held' | 'offered'): Promise<readonly TeamId[]> {
  const rows = await db
    .selectFrom('handoffs')
    .select('team')
    .where('case', '=', id)
    .where('state', '=', state)
    .where((where) => where.not(isForInformation))
    .execute()
  return rows.map(({ team }) => team)
}

/** The issues of the offers that it takes the place of. */
async function renew(
  db: Queries,
  id: CaseId,
  { team, organisation }: HandoffPlan,
  now: Date,
): Promise<readonly number[]> {
  const changed = changeHandoff('offered', 'renew', 'hub')
  if ('refused' in changed) return []
  const rows = await db
    .updateTable('handoffs')
    .set({ state: changed.to, decided_at: now })
    .where('case', '=', id)
    .where('team', '=', team)
    .where('state', '=', 'offered')
    .returning(['id', 'issues'])
    .execute()
  await record(
    db,
    ...rows.map((row) => ({
      at: now,
      actor: theHub,
      act: 'handoff.renew',
      about: { kind: 'case', id },
      organisation,
      details: { handoff: row.id, team },
    })),
  )
  return rows.flatMap(({ issues }) => issues)
}
