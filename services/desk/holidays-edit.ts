/** Adding a bank holiday that was proclaimed, and taking back one that somebody added. */
import { z } from 'zod'
import { daysBefore, daysBetween, type CalendarDate } from '../../shared/dates/london.ts'
import { isWorkingDay } from '../../shared/dates/working-days.ts'
import { why } from '../staff/form-input.ts'
import type { HolidayForm, OnHolidays } from './holidays-form.ts'
import { dateInput } from './rules-input.ts'

/** Whatever runs began after that. */
const daysBack = 366
/** No year beyond is proclaimed: what looks like it is a slip of the pen. */
const daysAhead = 3 * 366

const longestTitle = 100

/** What came in on a weekend moves no clock; the working day in its stead is what is proclaimed. */
function newDay({ stored, today }: OnHolidays): z.ZodType<CalendarDate> {
  const isNear = (date: CalendarDate): boolean =>
    date >= daysBefore(today, daysBack) && daysBetween(today, date) <= daysAhead
  return dateInput
    .refine((date) => isNear(date), { message: 'holidays:error.far', abort: true })
    .refine((date) => isWorkingDay(date, new Set()), { message: 'holidays:error.weekend', abort: true })
    .refine((date) => stored.rules.bankHolidays.every((known) => known.date !== date), 'holidays:error.known')
}

interface Added {
  readonly date: CalendarDate
  readonly title: string
  readonly why: string
}

export const addHoliday: HolidayForm<Added> = {
  path: 'new',
  template: 'desk/holidays-add.njk',
  done: 'added',
  input: (on) =>
    z.object({
      date: newDay(on),
      title: z
        .string('holidays:error.title')
        .trim()
        .min(1, 'holidays:error.title')
        .max(longestTitle, 'holidays:error.titleLong'),
      why,
    }),
  holiday: (_, { date, title, why: because }) => ({ date, title, because }),
}

export const takeBackHoliday: HolidayForm<{ readonly why: string }> = {
  path: ':day/take-back',
  template: 'desk/holidays-take-back.njk',
  done: 'taken-back',
  input: () => z.object({ why }),
  holiday: ({ added }, { why: because }) => added && { date: added.date, title: added.title, because },
}
