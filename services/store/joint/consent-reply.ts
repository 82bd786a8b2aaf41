/** A yes or no that came back to the question of sharing, by the way it was asked. */
import type { ConsentHow } from '../../../shared/joint/consent.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import { applyConsent, holdCase } from './consent-acts.ts'
import type { Telling } from './telling.ts'

/**
 * For all that one message asked about. Null where nothing is asked, where two questions are open and it is not clear
 * which is meant, or where somebody else must say it: then a person reads it.
 */
export async function answerConsents(
  queries: Queries,
  id: CaseId,
  said: 'yes' | 'no',
  how: ConsentHow,
  telling: Telling,
): Promise<readonly Waiting[] | null> {
  await holdCase(queries, id)
  const asked = await queries
    .selectFrom('consents')
    .select(['id', 'asked_at', 'from_whom'])
    .where('case', '=', id)
    .where('state', '=', 'asked')
    .orderBy('id')
    .execute()
  const questions = new Set(asked.map(({ asked_at }) => asked_at?.getTime()))
  if (questions.size !== 1 || asked.some(({ from_whom }) => from_whom !== 'person')) return null
  const waiting: Waiting[] = []
  for (const { id: consent } of asked) {
    const step = { consent, act: said === 'yes' ? 'give' : 'refuse', by: { kind: 'person' }, how } as const
    const result = await applyConsent(queries, step, telling)
    if (result.outcome === 'done') waiting.push(...result.waiting)
  }
  return waiting
}
