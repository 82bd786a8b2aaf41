/** What would they like to happen? Nobody who says thank you is asked. */
import type { FormStep } from '../../../shared/form.ts'
import { answerTo, shownWords, tooLong } from '../answers.ts'
import { longestText } from '../limits.ts'

export const outcomeStep: FormStep = {
  name: 'outcome',
  template: 'outcome.njk',
  fields: ['wantedOutcome'],
  isAsked: (answers) => answerTo(answers, 'kind') !== 'compliment',
  problems: (answers) => tooLong(answers, 'wantedOutcome', longestText),
  shown: (answers) => [shownWords('form:outcome.short', answers, 'wantedOutcome')],
}
