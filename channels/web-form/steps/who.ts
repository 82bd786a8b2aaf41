/** Did it happen to them, or to somebody else? */
import { reason } from '../../../shared/finding.ts'
import type { FormStep } from '../../../shared/form.ts'
import { answerTo } from '../answers.ts'

const choices: readonly string[] = ['self', 'other', 'unstated']

export const whoStep: FormStep = {
  name: 'who',
  template: 'who.njk',
  fields: ['who'],
  isAsked: () => true,
  problems: (answers) =>
    choices.includes(answerTo(answers, 'who')) ? {} : { who: reason('form:who.missing') },
  shown: (answers) => [
    { question: reason('form:who.short'), answer: reason(`form:who.choice.${answerTo(answers, 'who')}`) },
  ],
}
