/** Each organisation stands by the one response, in this very version, or says what must change in it. */
import { reason } from '../../../shared/finding.ts'
import type { ResponseId } from '../../../shared/ids.ts'
import { Refused, type ActResult } from '../case-acts.ts'
import type { Database } from '../database.ts'
import { staffIdOf } from './contributor.ts'
import { actOnPart, stepPart, type PartActing, type PartAtHand, type PartDone } from './part-acts.ts'

export interface Decision {
  /** The version they read: a yes to one text is no yes to the next. */
  readonly response: ResponseId
  readonly state: 'approved' | 'changes-wanted'
  /** What must change; needed where something must. */
  readonly remark: string
}

export async function decideOnResponse(
  db: Database,
  acting: PartActing,
  decision: Decision,
): Promise<ActResult> {
  return actOnPart(
    db,
    acting,
    (at) => decide(at, decision),
    (at) => isDecided(at, decision),
  )
}

async function decide(at: PartAtHand, { response, state, remark }: Decision): Promise<PartDone> {
  const { queries, part, by, now } = at
  const current = await queries
    .selectFrom('responses')
    .select('state')
    .where('id', '=', response)
    .where('case', '=', part.case)
    .executeTakeFirst()
  if (current?.state !== 'in-approval') {
    throw new Refused(reason(`joint:response.refused.${current?.state ?? 'superseded'}`))
  }
  if (state === 'changes-wanted' && remark.trim() === '') {
    throw new Refused(reason('joint:response.refused.no-remark'))
  }
  if (state === 'approved') await stepPart(at, 'approve')
  else if (part.state === 'approved') await stepPart(at, 'unapprove')
  const decided = { state, remark: remark.trim() || null, decided_by: staffIdOf(by), decided_at: now }
  await queries
    .insertInto('approvals')
    .values({ response, part: part.id, ...decided })
    .onConflict((conflict) => conflict.columns(['response', 'part']).doUpdateSet(decided))
    .execute()
  const act = state === 'approved' ? 'response.approve' : 'response.want-changes'
  return { act, details: { response } }
}

async function isDecided({ queries, part }: PartAtHand, { response, state }: Decision): Promise<boolean> {
  if (state === 'changes-wanted') return false
  const row = await queries
    .selectFrom('approvals')
    .select('state')
    .where('response', '=', response)
    .where('part', '=', part.id)
    .where('state', '=', state)
    .executeTakeFirst()
  return row !== undefined
}

/** What they say now is not what the text was approved with. */
export async function takeBackApproval(at: PartAtHand): Promise<void> {
  const { queries, part } = at
  if (part.state === 'approved') await stepPart(at, 'unapprove')
  await queries
    .deleteFrom('approvals')
    .where('part', '=', part.id)
    .where('response', 'in', (select) =>
      select
        .selectFrom('responses')
        .select('id')
        .where('case', '=', part.case)
        .where('state', '=', 'in-approval'),
    )
    .execute()
}
