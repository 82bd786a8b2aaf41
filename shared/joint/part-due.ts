/** By which day an organisation's part is due: always before the answer that it goes into. */
import { holidaySet } from '../dates/bank-holidays.ts'
import type { CalendarDate } from '../dates/london.ts'
import { addWorkingDays, workingDaysBefore } from '../dates/working-days.ts'
import type { Rules } from '../knowledge.ts'
import { workingDaysFor } from './joint-periods.ts'

/** Where the answer itself is due sooner than that, the next working day: late, and said so openly. */
export function partDueOn(
  askedOn: CalendarDate,
  respondBy: CalendarDate | null,
  rules: Pick<Rules, 'jointPeriods' | 'bankHolidays'>,
): CalendarDate {
  const holidays = holidaySet(rules.bankHolidays)
  const usual = addWorkingDays(askedOn, workingDaysFor('part', askedOn, rules), holidays)
  if (respondBy === null) return usual
  const latest = workingDaysBefore(respondBy, workingDaysFor('finish', askedOn, rules), holidays)
  const soonest = addWorkingDays(askedOn, 1, holidays)
  const due = usual < latest ? usual : latest
  return due < soonest ? soonest : due
}
