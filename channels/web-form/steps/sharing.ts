/** May we share it with the other organisations that it concerns? A yes, a no and no answer are three things. */
import { reason } from '../../../shared/finding.ts'
import type { Answers, FormStep } from '../../../shared/form.ts'
import { consentGiver } from '../../../shared/joint/consent.ts'
import { answerTo } from '../answers.ts'
import { contactBy } from './reply.ts'
import { authorityAnswer } from './someone-else.ts'

/** Null: they did not say, or want to be asked when it comes to it. */
export function sharingAnswer(answers: Answers): 'yes' | 'no' | null {
  const answer = answerTo(answers, 'sharing')
  return answer === 'yes' || answer === 'no' ? answer : null
}

/**
 * Only of whoever can decide it, and whom we can tell with whom it was shared: else they could not take it back. A thank
 * you is passed on to nobody for an answer.
 */
export const sharingStep: FormStep = {
  name: 'sharing',
  template: 'sharing.njk',
  fields: ['sharing'],
  isAsked(answers) {
    const way = contactBy(answers)
    return (
      answerTo(answers, 'kind') !== 'compliment' && way !== null && way !== 'none' && isTheirsToSay(answers)
    )
  },
  problems: () => ({}),
  shown(answers) {
    const answer = sharingAnswer(answers)
    return [
      {
        question: reason('form:sharing.short'),
        answer:
          answer === null ? reason('form:sharing.shown.unsaid') : reason(`form:sharing.shown.${answer}`),
      },
    ]
  },
}

function isTheirsToSay(answers: Answers): boolean {
  if (answerTo(answers, 'who') !== 'other') return true
  const authority = authorityAnswer(answers) ?? 'unstated'
  return consentGiver({ who: 'other', name: null, relationship: null, authority }) === 'person'
}
