/** When did it happen? May be left empty. */
import { reason } from '../../../shared/finding.ts'
import type { FormStep } from '../../../shared/form.ts'
import { dateIn, dateProblems } from '../typed-date.ts'

export const whenStep: FormStep = {
  name: 'when',
  template: 'when.njk',
  fields: ['happenedDay', 'happenedMonth', 'happenedYear'],
  isAsked: () => true,
  problems: (answers, { today }) => dateProblems(answers, 'happened', today),
  shown(answers) {
    const date = dateIn(answers, 'happened')
    return [
      { question: reason('form:when.short'), answer: date === null ? null : reason('page:day', { date }) },
    ]
  },
}
