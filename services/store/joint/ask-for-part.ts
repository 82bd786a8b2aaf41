/** Asking an organisation for its part of a joint case: once, with a day before the answer that it goes into. */
import type { Selectable } from 'kysely'
import { londonDate, type CalendarDate } from '../../../shared/dates/london.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { changePart } from '../../../shared/joint/part-changes.ts'
import { partDueOn } from '../../../shared/joint/part-due.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import type { Consents } from '../tables.ts'
import { tellPartner, type CaseToTell, type Telling } from './telling.ts'

/** By consent, or by a disclosure that two people stand for. Asked already: nothing is done twice. */
export async function askForPart(
  queries: Queries,
  about: CaseToTell,
  { organisation, covers }: Pick<Selectable<Consents>, 'organisation' | 'covers'>,
  telling: Telling,
  event: 'part.asked' | 'commissioner.handles' = 'part.asked',
): Promise<readonly Waiting[]> {
  const part = await findOrAddPart(queries, about, organisation, covers.issues)
  const asked = changePart(part.state, 'ask', 'hub')
  if ('refused' in asked) return []
  const dueOn = partDueOn(londonDate(telling.now), await answerDueOn(queries, about), telling.rules)
  await queries
    .updateTable('parts')
    .set((set) => ({
      state: asked.to,
      asked_at: telling.now,
      due_on: dueOn,
      chased_at: null,
      escalated_at: null,
      ended_because: null,
      version: set('version', '+', 1),
    }))
    .where('id', '=', part.id)
    .execute()
  return tellPartner(queries, about, { organisation, event, part: part.id, day: dueOn }, telling)
}

async function findOrAddPart(
  queries: Queries,
  about: CaseToTell,
  organisation: OrganisationId,
  issues: readonly number[],
) {
  const added = await queries
    .insertInto('parts')
    .values({ case: about.id, organisation, role: 'contributor', state: 'waiting', issues: [...issues] })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'state'])
    .executeTakeFirst()
  if (added !== undefined) return added
  return queries
    .selectFrom('parts')
    .select(['id', 'state'])
    .where('case', '=', about.id)
    .where('organisation', '=', organisation)
    .executeTakeFirstOrThrow()
}

/** What was agreed with the person, else what the law gives; null where no clock runs. */
async function answerDueOn(queries: Queries, about: CaseToTell): Promise<CalendarDate | null> {
  const joint = await queries
    .selectFrom('joint_cases')
    .select('respond_by')
    .where('case', '=', about.id)
    .executeTakeFirst()
  if (joint !== undefined && joint.respond_by !== null) return joint.respond_by
  const clock = await queries
    .selectFrom('clocks')
    .select((select) => select.fn.min('due_on').as('due'))
    .where('case', '=', about.id)
    .where('organisation', '=', about.received_by)
    .where('name', 'in', ['respond', 'six-months', 'twelve-weeks'])
    .where('state', '=', 'running')
    .executeTakeFirst()
  return clock?.due ?? null
}
