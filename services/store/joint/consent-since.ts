/** Did the person allow more to be shared, or less, after a text was written? Then the text says otherwise than they wish. */
import type { Selectable } from 'kysely'
import { londonDate, type CalendarDate } from '../../../shared/dates/london.ts'
import type { Queries } from '../database.ts'
import type { Responses } from '../tables.ts'

export type ConsentSince = 'same' | 'more' | 'less'

/** A day to which it was given counts from the day after, whether or not the hub has come round to ending it. */
export async function consentSince(
  queries: Queries,
  { case: id, made_at }: Pick<Selectable<Responses>, 'case' | 'made_at'>,
  today: CalendarDate,
): Promise<ConsentSince> {
  const changes = await queries
    .selectFrom('consent_changes')
    .innerJoin('consents', 'consents.id', 'consent_changes.consent')
    .select(['from_state', 'to_state'])
    .where('consents.case', '=', id)
    .where('consent_changes.at', '>', made_at)
    .execute()
  const ranOut = await queries
    .selectFrom('consents')
    .select('id')
    .where('case', '=', id)
    .where('state', '=', 'given')
    .where('valid_until', '>=', londonDate(made_at))
    .where('valid_until', '<', today)
    .executeTakeFirst()
  // Given anew, it may cover less.
  if (ranOut !== undefined || changes.some(({ from_state }) => from_state === 'given')) return 'less'
  return changes.some(({ to_state }) => to_state === 'given') ? 'more' : 'same'
}
