/** By when a team must accept what it is handed. */
import { holidaySet } from '../dates/bank-holidays.ts'
import { dueDate } from '../dates/due-date.ts'
import type { CalendarDate } from '../dates/london.ts'
import type { Rules } from '../knowledge.ts'
import type { Level, Process } from '../words.ts'

/** By the level of risk, as the rules of the process have it; the end of the same working day where they say nothing. */
export function acceptBy(
  { process, level }: { readonly process: Process | undefined; readonly level: Level },
  today: CalendarDate,
  rules: Pick<Rules, 'periods' | 'bankHolidays'>,
): CalendarDate {
  const period = rules.periods.find(
    (candidate) =>
      candidate.clock === 'accept-handoff' &&
      candidate.process === process &&
      (candidate.levels === undefined || candidate.levels.includes(level)),
  )
  const sameDay = { amount: 0, unit: 'working-days', startDay: 'day-zero' } as const
  return dueDate(today, period ?? sameDay, holidaySet(rules.bankHolidays))
}
