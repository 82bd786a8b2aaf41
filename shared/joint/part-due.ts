/** By which day an organisation's part is due: always before the answer that it goes into. */
import type { CalendarDate } from '../dates/london.ts'
import { addWorkingDays, workingDaysBefore, type Holidays } from '../dates/working-days.ts'

/** Long enough to ask those who were there; a default of this hub, as no law names one. */
const usualDays = 15
/** What the lead needs to write one answer, have it approved and signed. */
const daysForTheLead = 5

/** Where the answer itself is due sooner than that, the next working day: late, and said so openly. */
export function partDueOn(
  askedOn: CalendarDate,
  respondBy: CalendarDate | null,
  holidays: Holidays,
): CalendarDate {
  const usual = addWorkingDays(askedOn, usualDays, holidays)
  if (respondBy === null) return usual
  const latest = workingDaysBefore(respondBy, daysForTheLead, holidays)
  const soonest = addWorkingDays(askedOn, 1, holidays)
  const due = usual < latest ? usual : latest
  return due < soonest ? soonest : due
}
