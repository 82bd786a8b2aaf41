/** When did they find out? Asked of a complaint about what is long ago, whose twelve months may run from then (reg 12). */
import { lastDayFor } from '../../../shared/dates/twelve-months.ts'
import { reason } from '../../../shared/finding.ts'
import type { FormStep } from '../../../shared/form.ts'
import { answerTo } from '../answers.ts'
import { dateIn, dateProblems } from '../typed-date.ts'

/** Nobody is late with praise. */
const neverLate: readonly string[] = ['compliment', 'comment']

export const knownStep: FormStep = {
  name: 'known',
  template: 'known.njk',
  fields: ['knownDay', 'knownMonth', 'knownYear'],
  isAsked(answers, { today }) {
    const happened = dateIn(answers, 'happened')
    return happened !== null && lastDayFor(happened) < today && !neverLate.includes(answerTo(answers, 'kind'))
  },
  problems(answers, { today }) {
    const known = dateIn(answers, 'known')
    const happened = dateIn(answers, 'happened')
    const isBefore = known !== null && happened !== null && known < happened
    return isBefore
      ? { knownDay: reason('form:known.beforeIt', { date: happened }) }
      : dateProblems(answers, 'known', today)
  },
  shown(answers) {
    const date = dateIn(answers, 'known')
    return [
      { question: reason('form:known.short'), answer: date === null ? null : reason('page:day', { date }) },
    ]
  },
}
