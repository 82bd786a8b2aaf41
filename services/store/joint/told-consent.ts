/** What a person told staff of sharing before anybody knew with whom: a consent once staff have said who is needed. */
import { usualCovers } from '../../../shared/joint/consent.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import { applyConsent } from './consent-acts.ts'
import type { Telling } from './telling.ts'

/**
 * In the caller's transaction, which holds the case. Only for what nobody was asked about yet, and only where whoever
 * told it is who decides: a friend's yes is not the patient's.
 */
export async function recordToldConsent(
  queries: Queries,
  id: CaseId,
  telling: Telling,
): Promise<readonly Waiting[]> {
  const told = await lastTold(queries, id)
  if (told === null) return []
  const needed = await queries
    .selectFrom('consents')
    .select(['id', 'covers', 'authority'])
    .where('case', '=', id)
    .where('state', '=', 'needed')
    .where('from_whom', '=', 'person')
    .orderBy('id')
    .execute()
  const waiting: Waiting[] = []
  for (const { id: consent, covers, authority } of needed) {
    const by = { kind: 'staff', id: told.by } as const
    const yes = { act: 'give', covers: usualCovers(covers.issues), validUntil: null, authority } as const
    const step = { consent, by, how: told.how, ...(told.said === 'yes' ? yes : ({ act: 'say-no' } as const)) }
    const result = await applyConsent(queries, step, telling)
    if (result.outcome === 'done') waiting.push(...result.waiting)
  }
  return waiting
}

/** What they said last holds. */
async function lastTold(queries: Queries, id: CaseId) {
  const submissions = await queries
    .selectFrom('submissions')
    .select('content')
    .where('case', '=', id)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return submissions.find(({ content }) => content.consentTold !== undefined)?.content.consentTold ?? null
}
