/** What providers say became of our messages after they took them. */
import type { Reason } from '../../shared/finding.ts'
import { asId, type MessageId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'

/** The provider's ids, and our own where its callback carries it: that may come before the provider's is stored. */
function named(ids: readonly string[]): { readonly providerIds: string[]; readonly messages: MessageId[] } {
  const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
  return {
    providerIds: [...ids],
    messages: ids.filter((id) => uuid.test(id)).map((id) => asId<'message'>(id)),
  }
}

export async function markArrived(db: Queries, ids: readonly string[], at: Date): Promise<void> {
  await updateNamed(db, ids).set({ delivered_at: at }).execute()
}

/** What once arrived does not fail any more. */
export async function markNotArrived(db: Queries, ids: readonly string[], problem: Reason): Promise<void> {
  await updateNamed(db, ids)
    .set({ state: 'failed', problem: JSON.stringify(problem), lease_until: null })
    .where('state', 'in', ['waiting', 'sent'])
    .execute()
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
