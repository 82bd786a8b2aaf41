/** By when staff ring, write to or see a person whom a message about sharing or the lead could not reach. */
import { londonDate, type CalendarDate } from '../dates/london.ts'
import { addWorkingDays, type Holidays } from '../dates/working-days.ts'

/** The next working day: whom nobody wrote to should hear hardly later than others do. A default of this hub. */
export function tellBy(writtenAt: Date, holidays: Holidays): CalendarDate {
  return addWorkingDays(londonDate(writtenAt), 1, holidays)
}
