/** Bank holidays that people add to the table and take back again; what came with the hub is nobody's to take out. */
import type { Rules } from '../knowledge.ts'
import { mergeHolidays, type BankHolidayChange } from './bank-holidays.ts'
import type { CalendarDate } from './london.ts'

export type HolidayRules = Pick<Rules, 'bankHolidays' | 'bankHolidayChanges'>

/** The table and its changes after this one. */
export function withChange(
  { bankHolidays, bankHolidayChanges = [] }: HolidayRules,
  change: BankHolidayChange,
): HolidayRules {
  const { date, title, what } = change
  const day = { date, title, substitute: false }
  return {
    bankHolidays:
      what === 'added'
        ? mergeHolidays(bankHolidays, [day])
        : bankHolidays.filter((holiday) => holiday.date !== date),
    bankHolidayChanges: [...bankHolidayChanges, change],
  }
}

/** Who added that day, if somebody did and it was not taken back since. */
export function addition(
  date: CalendarDate,
  { bankHolidayChanges = [] }: Pick<Rules, 'bankHolidayChanges'>,
): BankHolidayChange | null {
  const last = bankHolidayChanges.findLast((change) => change.date === date)
  return last?.what === 'added' ? last : null
}

/** Days that are in one of the tables only, in their order. */
export function daysChanged(
  before: Rules['bankHolidays'],
  after: Rules['bankHolidays'],
): readonly CalendarDate[] {
  const datesOf = (table: Rules['bankHolidays']) => table.map(({ date }) => date)
  const [had, has] = [datesOf(before), datesOf(after)]
  const added = has.filter((date) => !had.includes(date))
  const taken = had.filter((date) => !has.includes(date))
  return [...added, ...taken].toSorted()
}
