/** What do they need so that we can talk with each other (DAPB1605)? */
import type { FormStep } from '../../../shared/form.ts'
import { shownWords, tooLong } from '../answers.ts'
import { longestText } from '../limits.ts'
import { detailsStep } from './details.ts'

export const needsStep: FormStep = {
  name: 'needs',
  template: 'needs.njk',
  fields: ['needs'],
  isAsked: (answers, context) => detailsStep.isAsked(answers, context),
  problems: (answers) => tooLong(answers, 'needs', longestText),
  shown: (answers) => [shownWords('form:needs.short', answers, 'needs')],
}
