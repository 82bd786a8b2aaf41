/** Recording a call that the person asked for: spoken to, word left, not reached, or given up. */
import { z } from 'zod'
import { asId, type SubmissionId } from '../../shared/ids.ts'
import { callBackOutcomes, recordCallBack } from '../store/case-acts-call-back.ts'
import { findCallAsked, wordsOfCall } from '../store/calls-asked.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { idIn, type Parameters } from '../staff/form-input.ts'

const input = z.object({ outcome: z.enum(callBackOutcomes, 'desk:error.outcome') })

export const callBack: CaseForm<z.infer<typeof input>> = {
  path: 'call-backs/:submission',
  template: 'desk/call-back.njk',
  by: 'receiver',
  input,
  done: 'called',
  async start({ queries, head, parameters }) {
    const asked = await findCallAsked(queries, head.id, submissionIn(parameters))
    if (asked === null) return null
    const { person, preferences } = head
    const outcomes = callBackOutcomes.filter(
      (outcome) => outcome !== 'message-left' || preferences.answerphone !== false,
    )
    return { values: {}, shows: { asked, said: wordsOfCall(asked), outcomes, person, preferences } }
  },
  act: ({ db, acting, input, parameters }) =>
    recordCallBack(db, acting, submissionIn(parameters), input.outcome),
}

function submissionIn(parameters: Parameters): SubmissionId {
  return asId<'submission'>(idIn(parameters, 'submission'))
}
