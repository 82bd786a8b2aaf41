/** Accepting, declining and passing on: whoever does not keep a case hands it to somebody who is named. */
import { callsCarriedOn, carriedOn } from '../../shared/case/carried-on.ts'
import {
  changeHandoff,
  type HandoffAct,
  type HandoffActor,
  shownHandoffStates,
} from '../../shared/case/handoff-changes.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { HandoffId, TeamId } from '../../shared/ids.ts'
import type { Rules } from '../../shared/knowledge.ts'
import {
  actOnCase,
  ChangedMeanwhile,
  Refused,
  type Act,
  type ActResult,
  type Acting,
  type Waiting,
} from './case-acts.ts'
import { bySomeone, needReason, saveCorrections } from './case-acts-findings.ts'
import { offer } from './case-acts-offer.ts'
import type { CaseHead } from './case-file.ts'
import type { Database, Queries } from './database.ts'
import { isForInformation } from './handoffs.ts'
import { nextWhoIsThere, whyNotThereNow } from './stand-ins.ts'

export async function acceptHandoff(db: Database, acting: Acting, handoff: HandoffId): Promise<ActResult> {
  return actOnCase(db, acting, 'handed', async (act) => {
    const row = await findHandoff(act, handoff)
    needSomethingToTake(row)
    await settle(act, row, 'accept', actorOn(act, row.team), {})
    return { act: 'handoff.accept', details: { handoff, team: row.team } }
  })
}

/** By a team that is only told of it, so that it no longer stands among what waits for them. */
export async function markSeen(db: Database, acting: Acting, handoff: HandoffId): Promise<ActResult> {
  return actOnCase(db, acting, 'handed', async (act) => {
    const row = await findHandoff(act, handoff)
    if (!row.forInformation || actorOn(act, row.team) !== 'team')
      throw new Refused(reason('router:handover.refused.not-yours'))
    await settle(act, row, 'accept', 'team', {})
    return { act: 'handoff.seen', details: { handoff, team: row.team } }
  })
}

/** It goes to whoever is told if nobody takes it. */
export async function declineHandoff(
  db: Database,
  acting: Acting,
  handoff: HandoffId,
  why: string,
  rules: Rules,
): Promise<ActResult> {
  return actOnCase(db, acting, 'handed', async (act) => {
    const row = await findHandoff(act, handoff)
    needSomethingToTake(row)
    // The last resort cannot decline to nobody.
    if (row.if_nobody === row.team) throw new Refused(reason('desk:refused.lastResort'))
    await settle(act, row, 'decline', actorOn(act, row.team), { reason: why })
    const { organisation, team: from, if_nobody: to } = row
    const declined = reason('desk:handoff.afterDecline')
    const next = await nextWhoIsThere(act.queries, { organisation, from, to }, declined, act.now)
    const because = [...next.because, ...carriedOn(row.because)]
    const waiting = await offer(act, row, next.team, because, rules)
    return { act: 'handoff.decline', details: { handoff, from, to: next.team }, waiting }
  })
}

export interface PassingOn {
  readonly to: TeamId
  readonly why: string
  /** Also where the team is away or has as many cases as it can take: whoever names it has been told. */
  readonly anyway: boolean
}

/** To any team of the own organisation, by its name, whether or not one sees its cases. */
export async function passOn(
  db: Database,
  acting: Acting,
  handoff: HandoffId,
  { to, why, anyway }: PassingOn,
  rules: Rules,
): Promise<ActResult> {
  return actOnCase(db, acting, 'handed', async (act) => {
    needReason(why)
    const row = await findHandoff(act, handoff)
    needSomethingToTake(row)
    await checkTarget(act, row.team, to, anyway)
    await settle(act, row, 'pass-on', actorOn(act, row.team), { nextTeam: to, reason: why })
    const because = [reason('desk:handoff.afterPassOn'), ...carriedOn(row.because)]
    const waiting = await offer(act, row, to, because, rules)
    if (isOwners(act.head, row)) await sayOwner(act, to, row.issues, why)
    return { act: 'handoff.pass-on', details: { handoff, from: row.team, to }, waiting }
  })
}

/** The router named the wrong team: another one answers for the case from now on. */
export async function correctOwner(
  db: Database,
  acting: Acting,
  passing: PassingOn,
  rules: Rules,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    const { owner_team: from } = act.head
    const { to } = passing
    const waiting = await moveToTeam(act, passing, [reason('desk:handoff.afterCorrection')], rules)
    return { act: 'owner.correct', details: { from, to }, waiting }
  })
}

/** Whoever had it hands it on, another team is offered it, and a person's word on who answers for it is on record. */
export async function moveToTeam(
  act: Act,
  { to, why, anyway }: PassingOn,
  because: readonly Reason[],
  rules: Rules,
): Promise<readonly Waiting[]> {
  const { queries, head } = act
  needReason(why)
  await checkTarget(act, head.owner_team, to, anyway)
  const current = await currentHandoff(queries, head)
  if (current !== undefined) await settle(act, current, 'pass-on', 'triage', { nextTeam: to, reason: why })
  const from = current ?? { team: head.owner_team, issues: [], because: [] }
  const waiting = await offer(act, from, to, [...because, ...callsCarriedOn(from.because)], rules)
  await sayOwner(act, to, from.issues, why)
  return waiting
}

/** Whoever is told besides, for a duty or for a part of it, may hand that on: who answers for the case stays as it is. */
function isOwners(head: CaseHead, row: Pick<Row, 'team' | 'organisation'>): boolean {
  return row.team === head.owner_team && row.organisation === head.received_by
}

async function sayOwner(act: Act, team: TeamId, issues: readonly number[], why: string): Promise<void> {
  const value = { organisation: act.who.organisation, team, issues }
  await saveCorrections(act, why, [{ about: 'owner', value, because: bySomeone }])
}

/** What stands between the case and the team that answers for it. */
async function currentHandoff(queries: Queries, head: CaseHead) {
  return queries
    .selectFrom('handoffs')
    .selectAll()
    .where('case', '=', head.id)
    .where('team', '=', head.owner_team)
    .where('state', 'in', shownHandoffStates)
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** Who accepted it for that team, and when, an ISO instant. Undefined where nobody did. */
export async function acceptedBy(queries: Queries, head: CaseHead) {
  const current = await currentHandoff(queries, head)
  if (current?.state !== 'accepted' || current.decided_at === null) return undefined
  return { by: current.decided_by, at: current.decided_at.toISOString() }
}

type Row = Awaited<ReturnType<typeof findHandoff>>

async function findHandoff({ queries, head, who }: Act, handoff: HandoffId) {
  const row = await queries
    .selectFrom('handoffs')
    .selectAll()
    .select(isForInformation.as('forInformation'))
    .where('id', '=', handoff)
    .where('case', '=', head.id)
    .where('organisation', '=', who.organisation)
    .executeTakeFirst()
  if (row === undefined) throw new Refused(reason('desk:refused.noHandoff'))
  return row
}

function needSomethingToTake({ forInformation }: Row): void {
  if (forInformation) throw new Refused(reason('desk:refused.forInformation'))
}

/** Whoever is in neither team acts as a stranger to it, and the table of changes refuses them. */
function actorOn({ who }: Act, team: TeamId): HandoffActor {
  if (who.teams.includes(team)) return 'team'
  if (who.teams.includes(who.triageTeam)) return 'triage'
  throw new Refused(reason('router:handover.refused.not-yours'))
}

async function settle(
  { queries, who, now }: Act,
  row: Pick<Row, 'id' | 'state'>,
  act: HandoffAct,
  by: HandoffActor,
  brought: { readonly reason?: string; readonly nextTeam?: TeamId },
): Promise<void> {
  const changed = changeHandoff(row.state, act, by, brought)
  if ('refused' in changed) throw new Refused(changed.refused)
  const settled = await queries
    .updateTable('handoffs')
    .set({
      state: changed.to,
      decided_at: now,
      decided_by: who.id,
      decline_reason: brought.reason ?? null,
    })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .executeTakeFirst()
  if (settled.numUpdatedRows === 0n) throw new ChangedMeanwhile()
}

async function checkTarget(
  { queries, who, now }: Act,
  from: TeamId,
  to: TeamId,
  anyway: boolean,
): Promise<void> {
  if (from === to) throw new Refused(reason('desk:refused.sameTeam'))
  const team = await queries
    .selectFrom('teams')
    .select('name')
    .where('id', '=', to)
    .where('organisation', '=', who.organisation)
    .where('is_listed', '=', true)
    .executeTakeFirst()
  if (team === undefined) throw new Refused(reason('desk:refused.noTeam'))
  if (anyway) return
  const why = await whyNotThereNow(queries, to, who.organisation, now)
  if (why.length > 0) throw new Refused(reason('desk:refused.notThere', { team: team.name }))
}
