/** What the person meant when they texted STOP: texts alone, or sharing as well. Staff ask them another way and write it down. */
import { z } from 'zod'
import { consentHowsOfStaff } from '../../shared/joint/consent.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { answerStop, findStopQuestion, stopAnswers } from '../store/joint/stop-questions.ts'
import { tellingOf, type TellingParts } from './telling-of.ts'

const input = z
  .object({
    answer: z.enum(stopAnswers, 'response:error.stop'),
    how: z.enum(consentHowsOfStaff).optional(),
  })
  .refine(({ answer, how }) => answer === 'not-reached' || how !== undefined, {
    path: ['how'],
    error: 'response:error.how',
  })
  .transform(({ answer, how }) => ({ answer, how: how ?? 'recorded-call' }))

export function stopQuestionForm(parts: TellingParts): CaseForm<z.infer<typeof input>> {
  return {
    path: 'joint/stop',
    template: 'response/stop-question.njk',
    by: 'receiver',
    input,
    done: 'stop-answered',
    async start({ queries, head }) {
      const question = await findStopQuestion(queries, head.id)
      if (question === null) return null
      const { person, preferences } = head
      return {
        values: {},
        shows: { question, answers: stopAnswers, hows: consentHowsOfStaff, person, preferences },
      }
    },
    act: (given) => answerStop(given.db, given.acting, given.input, tellingOf(parts, given)),
  }
}
