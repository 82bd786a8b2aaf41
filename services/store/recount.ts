/** What runs when the table of bank holidays changes is counted anew: clocks of the law and of our promises, and offers to teams. */
import { acceptBy, offeredAt } from '../../shared/clock/accept-by.ts'
import { countedAnew } from '../../shared/clock/counted-anew.ts'
import { holidaySet } from '../../shared/dates/bank-holidays.ts'
import { daysChanged } from '../../shared/dates/holiday-changes.ts'
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { CaseId, OrganisationId } from '../../shared/ids.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { record, theHub, type AuditEntry } from './audit.ts'
import { setNextDue } from './case-acts-clocks.ts'
import type { Queries } from './database.ts'
import { runningInWorkingDays } from './running-counts.ts'

export interface Recounted {
  readonly clocks: number
  readonly handoffs: number
}

/** Why a clock is due on another day now; a code, put into words on the desk. */
export const holidaysChanged = 'bank-holidays-changed'

interface Change {
  readonly queries: Queries
  readonly before: Rules
  readonly after: Rules
  readonly now: Date
}

/**
 * Only what runs over a day that changed, and only what was counted by the table as it was: a day that was agreed with
 * the person or promised to them stays. Every clock keeps the day it was due before.
 */
export async function recount(change: Change): Promise<Recounted> {
  const { queries, before, after } = change
  const [first] = daysChanged(before.bankHolidays, after.bankHolidays)
  if (first === undefined) return { clocks: 0, handoffs: 0 }
  const clocks = await recountClocks(change, first)
  const handoffs = await recountOffers(change, first)
  const moved = [...clocks, ...handoffs]
  const cases = [...new Set(clocks.map(({ case: id }) => id))]
  for (let at = 0; at < cases.length; at += atOnce) {
    await setNextDue(queries, ...cases.slice(at, at + atOnce))
  }
  for (let at = 0; at < moved.length; at += atOnce) {
    await record(queries, ...moved.slice(at, at + atOnce).map((one) => entryOf(one, change)))
  }
  return { clocks: clocks.length, handoffs: handoffs.length }
}

/** A statement takes so many values and no more, and a call so many arguments. */
const atOnce = 1_000

interface Moved {
  readonly what: 'clock' | 'handoff'
  readonly id: string
  readonly case: CaseId
  readonly organisation: OrganisationId
  readonly before: CalendarDate
  readonly after: CalendarDate
}

function entryOf({ what, id, case: about, organisation, before, after }: Moved, { now }: Change): AuditEntry {
  return {
    at: now,
    actor: theHub,
    act: `${what}.recount`,
    about: { kind: 'case', id: about },
    organisation,
    details: { [what]: id, before, after },
  }
}

async function recountClocks(
  { queries, before, after, now }: Change,
  first: CalendarDate,
): Promise<readonly Moved[]> {
  const [had, has] = [holidaySet(before.bankHolidays), holidaySet(after.bankHolidays)]
  const moved: Moved[] = []
  for (const clock of await runningInWorkingDays(queries, first, after)) {
    const due = countedAnew(clock, had, has)
    if (due === null) continue
    const { id, case: about, organisation, dueOn } = clock
    moved.push({ what: 'clock', id, case: about, organisation, before: dueOn, after: due })
    await queries
      .insertInto('clock_amendments')
      .values({
        clock: id,
        due_on_before: dueOn,
        due_on_after: due,
        because: holidaysChanged,
        amended_by: null,
        amended_at: now,
      })
      .execute()
    await queries.updateTable('clocks').set({ due_on: due }).where('id', '=', id).execute()
  }
  return moved
}

async function recountOffers(
  { queries, before, after }: Change,
  first: CalendarDate,
): Promise<readonly Moved[]> {
  const offers = await queries
    .selectFrom('handoffs')
    .innerJoin('cases', 'cases.id', 'handoffs.case')
    .innerJoin('organisations', 'organisations.id', 'handoffs.organisation')
    .select(['handoffs.id', 'handoffs.case', 'handoffs.organisation', 'organisations.process'])
    .select(['handoffs.accept_by as acceptBy', 'handoffs.offered_at as offeredAt', 'cases.level'])
    .where('handoffs.state', '=', 'offered')
    .where('handoffs.accept_by', '>=', first)
    .orderBy('handoffs.id')
    .forNoKeyUpdate('handoffs')
    .execute()
  const moved: Moved[] = []
  for (const { id, case: about, organisation, process, level, acceptBy: day, offeredAt: at } of offers) {
    if (at === null) continue
    const dueBy = (rules: Rules) => acceptBy({ process, level }, offeredAt(at), rules)
    const due = dueBy(after)
    if (due === day || dueBy(before) !== day) continue
    moved.push({ what: 'handoff', id, case: about, organisation, before: day, after: due })
    await queries.updateTable('handoffs').set({ accept_by: due }).where('id', '=', id).execute()
  }
  return moved
}
