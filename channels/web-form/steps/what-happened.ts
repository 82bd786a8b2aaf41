/** What happened? The one question that must be answered in words. */
import { reason } from '../../../shared/finding.ts'
import type { FormStep } from '../../../shared/form.ts'
import { answerTo, shownWords, tooLong } from '../answers.ts'
import { longestText } from '../limits.ts'

export const whatHappenedStep: FormStep = {
  name: 'what-happened',
  template: 'what-happened.njk',
  fields: ['text'],
  isAsked: () => true,
  problems: (answers) =>
    answerTo(answers, 'text') === ''
      ? { text: reason('form:whatHappened.missing') }
      : tooLong(answers, 'text', longestText),
  shown: (answers) => [shownWords('form:whatHappened.short', answers, 'text')],
}
