/** Whom do they speak for, and on what authority (SI 2009/309 reg 5(2))? */
import { reason } from '../../../shared/finding.ts'
import type { Answers, FormStep } from '../../../shared/form.ts'
import { answerTo, shownWords, tooLong } from '../answers.ts'
import { longestLine } from '../limits.ts'

const authorities = ['asked', 'child', 'no-capacity', 'deceased', 'unstated'] as const

/** Null until it is answered. */
export function authorityAnswer(answers: Answers): (typeof authorities)[number] | null {
  return authorities.find((authority) => authority === answerTo(answers, 'authority')) ?? null
}

export const someoneElseStep: FormStep = {
  name: 'someone-else',
  template: 'someone-else.njk',
  fields: ['otherName', 'relationship', 'authority'],
  isAsked: (answers) => answerTo(answers, 'who') === 'other',
  problems(answers) {
    const isAnswered = authorityAnswer(answers) !== null
    return {
      ...tooLong(answers, 'otherName', longestLine),
      ...tooLong(answers, 'relationship', longestLine),
      ...(isAnswered ? {} : { authority: reason('form:someoneElse.missing') }),
    }
  },
  shown: (answers) => [
    shownWords('form:someoneElse.nameShort', answers, 'otherName'),
    shownWords('form:someoneElse.relationshipShort', answers, 'relationship'),
    {
      question: reason('form:someoneElse.authorityShort'),
      answer: reason(`form:someoneElse.choice.${answerTo(answers, 'authority')}`),
    },
  ],
}
