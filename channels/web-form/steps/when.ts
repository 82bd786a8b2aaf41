/** When did it happen? May be left empty. */
import { isCalendarDate } from '../../../shared/dates/london.ts'
import { reason, type Reason } from '../../../shared/finding.ts'
import type { Answers, FormStep } from '../../../shared/form.ts'
import { answerTo } from '../answers.ts'

const fields = ['happenedDay', 'happenedMonth', 'happenedYear'] as const

/** YYYY-MM-DD; null where the day was left empty or is none of the calendar. */
export function happenedOn(answers: Answers): string | null {
  const [day = '', month = '', year = ''] = fields.map((field) => answerTo(answers, field))
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(written) ? written : null
}

export const whenStep: FormStep = {
  name: 'when',
  template: 'when.njk',
  fields,
  isAsked: () => true,
  problems: (answers, { today }) => problems(answers, today),
  shown(answers) {
    const date = happenedOn(answers)
    return [
      { question: reason('form:when.short'), answer: date === null ? null : reason('page:day', { date }) },
    ]
  },
}

function problems(answers: Answers, today: string): Readonly<Record<string, Reason>> {
  const empty = fields.filter((field) => answerTo(answers, field) === '')
  if (empty.length === fields.length) return {}
  const [firstEmpty] = empty
  if (firstEmpty !== undefined) return { [firstEmpty]: reason(`form:when.missing.${firstEmpty}`) }
  const date = happenedOn(answers)
  if (date === null) return { happenedDay: reason('form:when.notADate') }
  if (date > today) return { happenedDay: reason('form:when.future') }
  return date < '1900-01-01' ? { happenedYear: reason('form:when.tooEarly') } : {}
}
