/** Trying again what a machine gave up, or telling it that something is feedback after all. */
import { sql } from 'kysely'
import { record } from './audit.ts'
import { staffActor, type Waiting } from './case-acts.ts'
import { seenBy } from './case-file-scope.ts'
import { lookAgain, mayLookAgain } from './files-again.ts'
import { asId } from '../../shared/ids.ts'
import { londonDate } from '../../shared/dates/london.ts'
import { withScope, type Database, type Queries } from './database.ts'
import { listedFor } from './receivers.ts'
import type { StaffMember } from './staff.ts'
import type { WorkStep } from './work.ts'

export interface TryingAgain {
  readonly who: StaffMember
  readonly step: WorkStep
  readonly id: string
  readonly now: Date
  /** A delivery that a machine took for something else is feedback, a person says. */
  readonly asFeedback?: boolean
}

/** Waiting again and due at once. Null where there is no such row for them, or it is not stuck any more. */
export async function tryAgain(db: Database, again: TryingAgain): Promise<Waiting | null> {
  const { who, step, id, now } = again
  return withScope(db, { of: 'organisation', organisation: who.organisation }, async (queries) => {
    if (!(await setWaiting(queries, again))) return null
    await record(queries, {
      at: now,
      actor: staffActor(who.id),
      act: again.asFeedback === true ? 'delivery.treat-as-feedback' : `${kindOf[step]}.try-again`,
      about: { kind: kindOf[step], id },
      organisation: who.organisation,
    })
    return { step, id }
  })
}

const kindOf: Readonly<Record<WorkStep, string>> = {
  read: 'delivery',
  route: 'submission',
  'hand-over': 'handoff',
  send: 'message',
  webhook: 'event',
  errand: 'errand',
  examine: 'file',
}

async function setWaiting(
  queries: Queries,
  { who, step, id, now, asFeedback }: TryingAgain,
): Promise<boolean> {
  if (step === 'examine') {
    const file = asId<'file'>(id)
    const today = londonDate(now.toISOString())
    return (await mayLookAgain(queries, who, file, today)) && lookAgain(queries, file, now)
  }
  const owners = await listedFor(queries, who.organisation)
  // Between two tries: whoever holds it now is not disturbed.
  const isHeldUp = sql`state = 'waiting' and attempts > 0 and (lease_until is null or lease_until < ${now})`
  const seen = seenBy(who)
  const again = sql`due_at = ${now}, attempts = 0, problem = null, lease_until = null`
  const statement = {
    read: sql`
      update deliveries set state = 'waiting', why = null, ${again},
        treat_as_feedback = treat_as_feedback or ${asFeedback === true}
      where id = ${id} and ${who.seesAll} and (
        received_by = ${who.organisation} and state in ('quarantined', 'nothing-to-route')
        or received_by in (${sql.join(owners)}) and ${isHeldUp})`,
    route: sql`
      update submissions set state = 'waiting', ${again}
      where id = ${id} and ${who.seesAll} and received_by = ${who.organisation} and (state = 'failed' or ${isHeldUp})`,
    'hand-over': sql`
      update handoffs set told = 'waiting', ${again}
      where id = ${id} and organisation = ${who.organisation} and told = 'failed' and state = 'offered'
        and "case" in (select id from cases where ${seen})`,
    send: sql`
      update messages set state = 'waiting', ${again}
      where id = ${id} and state = 'failed'
        and "case" in (select id from cases where received_by = ${who.organisation} and ${seen})`,
    webhook: sql`
      update webhook_events set state = 'waiting', ${again}
      where id = ${id} and state = 'failed'
        and "case" in (select id from cases where received_by = ${who.organisation} and ${seen})
        and endpoint in (select id from webhook_endpoints where stopped_at is null)`,
    errand: sql`
      update peer_errands set state = 'waiting', ${again}
      where id = ${id} and state = 'failed'
        and ("case" in (select id from cases where ${seen}) or ${who.seesAll} and "case" is null)
        and peer in (select id from peer_hubs where ours = ${who.organisation} and stopped_at is null)`,
  }[step]
  const result = await statement.execute(queries)
  return result.numAffectedRows === 1n
}
