/** A day that is typed in three boxes, and may be left empty. */
import { isCalendarDate, type CalendarDate } from '../../shared/dates/london.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { Answers } from '../../shared/form.ts'
import { answerTo } from './answers.ts'

/** What is asked for: the boxes are named after it. */
export type DateAsked = 'happened' | 'known'

const parts = ['Day', 'Month', 'Year'] as const

/** Null where the day was left empty or is none of the calendar. */
export function dateIn(answers: Answers, asked: DateAsked): CalendarDate | null {
  const [day = '', month = '', year = ''] = parts.map((part) => answerTo(answers, asked + part))
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(written) ? written : null
}

/** By the box to mend. */
export function dateProblems(
  answers: Answers,
  asked: DateAsked,
  today: CalendarDate,
): Readonly<Record<string, Reason>> {
  const empty = parts.filter((part) => answerTo(answers, asked + part) === '')
  if (empty.length === parts.length) return {}
  const [firstEmpty] = empty
  if (firstEmpty !== undefined) return { [asked + firstEmpty]: reason(`form:when.missing.${firstEmpty}`) }
  const date = dateIn(answers, asked)
  if (date === null) return { [`${asked}Day`]: reason('form:when.notADate') }
  if (date > today) return { [`${asked}Day`]: reason('form:when.future') }
  return date < '1900-01-01' ? { [`${asked}Year`]: reason('form:when.tooEarly') } : {}
}
