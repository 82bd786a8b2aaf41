/** Once more, what a late change of the bank holidays moves: what was under way when it was saved was counted by the table before. */
import { mergeHolidays, type BankHolidayChange } from '../../shared/dates/bank-holidays.ts'
import { daysBefore, londonDate } from '../../shared/dates/london.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { hubScope, withScope, type Database } from './database.ts'
import { holdKnowledge, loadCurrentKnowledge } from './knowledge.ts'
import { recount, type Recounted } from './recount.ts'

/** What is counted by the table that holds is left alone, so that it may be done any number of times. */
export async function recountLately(db: Database, now: Date): Promise<Recounted> {
  return withScope(db, hubScope, async (queries) => {
    await holdKnowledge(queries)
    const { rules } = await loadCurrentKnowledge(queries)
    const yesterday = daysBefore(londonDate(now), 1)
    const late = (rules.bankHolidayChanges ?? []).filter(({ on }) => on >= yesterday)
    const recounted = { clocks: 0, handoffs: 0 }
    // By the table before each of them: of two changes in a day, what was under way may know the first.
    for (const at of late.keys()) {
      const before = late.slice(at).reduceRight(without, rules)
      const { clocks, handoffs } = await recount({ queries, before, after: rules, now })
      recounted.clocks += clocks
      recounted.handoffs += handoffs
    }
    return recounted
  })
}

function without(rules: Rules, { what, date, title }: BankHolidayChange): Rules {
  const others = rules.bankHolidays.filter((day) => day.date !== date)
  const bankHolidays = what === 'added' ? others : mergeHolidays(others, [{ date, title, substitute: false }])
  return { ...rules, bankHolidays }
}
