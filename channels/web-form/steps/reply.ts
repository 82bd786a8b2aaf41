/** May we contact them, and by what way? */
import { reason } from '../../../shared/finding.ts'
import type { Answers, FormStep } from '../../../shared/form.ts'
import { answerTo } from '../answers.ts'

const ways = ['email', 'phone', 'post', 'none'] as const

/** Null until it is answered. */
export function contactBy(answers: Answers): (typeof ways)[number] | null {
  return ways.find((way) => way === answerTo(answers, 'contactBy')) ?? null
}

export const replyStep: FormStep = {
  name: 'reply',
  template: 'reply.njk',
  fields: ['contactBy'],
  isAsked: () => true,
  problems: (answers) => (contactBy(answers) === null ? { contactBy: reason('form:reply.missing') } : {}),
  shown: (answers) => [
    {
      question: reason('form:reply.short'),
      answer: reason(`form:reply.choice.${contactBy(answers) ?? 'none'}`),
    },
  ],
}
