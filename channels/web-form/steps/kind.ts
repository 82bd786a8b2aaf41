/** What kind of feedback is it, in the person's own judgement? */
import { reason } from '../../../shared/finding.ts'
import type { FormStep } from '../../../shared/form.ts'
import { kinds } from '../../../shared/words.ts'
import { answerTo } from '../answers.ts'

const choices: readonly string[] = [...kinds, 'not-sure']

export const kindStep: FormStep = {
  name: 'kind',
  template: 'kind.njk',
  fields: ['kind'],
  isAsked: () => true,
  problems: (answers) =>
    choices.includes(answerTo(answers, 'kind')) ? {} : { kind: reason('form:kind.missing') },
  shown: (answers) => [
    { question: reason('form:kind.short'), answer: reason(`form:kind.choice.${answerTo(answers, 'kind')}`) },
  ],
}
