/** A message that did not go, done another way: it never goes from here any more, and who did it how stands beside it. */
import { reason } from '../../shared/finding.ts'
import type { CaseId, MessageId, StaffId } from '../../shared/ids.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Done } from './case-acts.ts'
import { needReason } from './case-acts-findings.ts'
import type { Database, Queries } from './database.ts'
import { respondBySending } from './message-responds.ts'

export const waysToSettle = ['phone', 'letter', 'in-person', 'not-needed'] as const
export type WayToSettle = (typeof waysToSettle)[number]

export interface Settlement {
  readonly how: WayToSettle
  readonly why: string
}

/** Stops no clock: an acknowledgement is recorded as such. */
export async function settleMessage(
  db: Database,
  acting: Acting,
  message: MessageId,
  { how, why }: Settlement,
): Promise<ActResult> {
  const work = async ({ queries, head, who, now }: Act): Promise<Done> => {
    needReason(why)
    // The state decides once more as the row is written: what was released meanwhile is on its way.
    const settled = await queries
      .updateTable('messages')
      .set({
        state: 'settled',
        settled_how: how,
        settled_why: why,
        settled_by: who.id,
        settled_at: now,
        lease_until: null,
      })
      .where('id', '=', message)
      .where('case', '=', head.id)
      .where('direction', '=', 'out')
      .where('state', 'in', ['held', 'failed'])
      .executeTakeFirst()
    if (settled.numUpdatedRows === 0n) throw new Refused(reason('desk:refused.notStuck'))
    if (how !== 'not-needed') await respondBySending(queries, message, now)
    return { act: 'message.settle', details: { message, how } }
  }
  return actOnCase(db, acting, 'receiver', work, ({ queries, head, who }) =>
    isSettledBy(queries, head.id, message, who.id),
  )
}

async function isSettledBy(queries: Queries, id: CaseId, message: MessageId, by: StaffId): Promise<boolean> {
  const row = await queries
    .selectFrom('messages')
    .select('id')
    .where('id', '=', message)
    .where('case', '=', id)
    .where('settled_by', '=', by)
    .executeTakeFirst()
  return row !== undefined
}
