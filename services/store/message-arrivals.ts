/** What providers say became of our messages after they took them. */
import type { Reason } from '../../shared/finding.ts'
import { asId, type MessageId } from '../../shared/ids.ts'
import type { MessagePurpose } from '../../shared/case/message-purposes.ts'
import { ringInstead } from './danger-not-told.ts'
import type { Queries } from './database.ts'
import { acknowledgeBySending, runAgainUnacknowledged } from './message-acknowledges.ts'

/** The provider's ids, and our own where its callback carries it: that may come before the provider's is stored. */
function named(ids: readonly string[]): { readonly providerIds: string[]; readonly messages: MessageId[] } {
  const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
  return {
    providerIds: [...ids],
    messages: ids.filter((id) => uuid.test(id)).map((id) => asId<'message'>(id)),
  }
}

/** A provider that had given a text up may reach its telephone after all: then it counts as sent when it went. */
export async function markArrived(db: Queries, ids: readonly string[], at: Date): Promise<void> {
  const afterAll = await updateNamed(db, ids)
    .set((set) => ({
      state: 'sent',
      problem: null,
      delivered_at: at,
      sent_at: set.fn.coalesce('sent_at', set.val(at)),
    }))
    .where('state', '=', 'failed')
    .where((where) => where(where.ref('problem', '->>').key('key'), '=', 'sms:not-delivered'))
    .returning(['id', 'sent_at'])
    .execute()
  for (const { id, sent_at: sentAt } of afterAll) await acknowledgeBySending(db, id, sentAt ?? at)
  await updateNamed(db, ids).set({ delivered_at: at }).execute()
}

/** A message of ours that did not arrive. */
export interface Failed {
  readonly id: MessageId
  readonly recipient: string | null
  readonly purpose: MessagePurpose
}

/** A text: what once arrived does not fail any more. */
export async function markNotArrived(
  db: Queries,
  ids: readonly string[],
  problem: Reason,
  at: Date,
): Promise<readonly Failed[]> {
  const failed = await updateNamed(db, ids)
    .set({ state: 'failed', problem: JSON.stringify(problem), lease_until: null })
    .where('state', 'in', ['waiting', 'sent'])
    .returning(['id', 'recipient', 'purpose'])
    .execute()
  return notReached(db, failed, at)
}

/** A mail: a machine says that it came back, which is shown on its case. */
export async function markBounced(
  db: Queries,
  providerIds: readonly string[],
  problem: Reason,
  at: Date,
): Promise<readonly Failed[]> {
  if (providerIds.length === 0) return []
  const failed = await db
    .updateTable('messages')
    .set({ state: 'failed', problem: JSON.stringify(problem) })
    .where('direction', '=', 'out')
    .where('state', '<>', 'settled')
    .where('provider_id', 'in', [...providerIds])
    .returning(['id', 'recipient', 'purpose'])
    .execute()
  return notReached(db, failed, at)
}

/** What hung on the person having had it. */
async function notReached(db: Queries, failed: readonly Failed[], at: Date): Promise<readonly Failed[]> {
  for (const { id } of failed) await runAgainUnacknowledged(db, id, at)
  const ids = failed.map(({ id }) => id)
  await ringInstead(db, ids)
  return failed
}

function updateNamed(db: Queries, ids: readonly string[]) {
  const { providerIds, messages } = named(ids)
  return db
    .updateTable('messages')
    .where('direction', '=', 'out')
    .where('delivered_at', 'is', null)
    .where((where) =>
      where.or([
        ...(providerIds.length === 0 ? [] : [where('provider_id', 'in', providerIds)]),
        ...(messages.length === 0 ? [] : [where('id', 'in', messages)]),
      ]),
    )
}
