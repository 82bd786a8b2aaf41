/** Saying that a message which did not go from here was done another way, or is not needed any more. */
import { z } from 'zod'
import { asId, type MessageId } from '../../shared/ids.ts'
import { settleMessage, waysToSettle } from '../store/case-acts-settle.ts'
import { findOutgoing } from '../store/case-file-tasks.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { idIn, why, type Parameters } from '../staff/form-input.ts'

const input = z.object({ how: z.enum(waysToSettle, 'desk:error.settle'), why })

export const settle: CaseForm<z.infer<typeof input>> = {
  path: 'messages/:message/settle',
  template: 'desk/settle.njk',
  by: 'receiver',
  input,
  done: 'settled',
  async start({ queries, head, parameters }) {
    const message = await findOutgoing(queries, head.id, messageIn(parameters))
    return message && { values: {}, shows: { message, ways: waysToSettle } }
  },
  act: ({ db, acting, input, parameters }) => settleMessage(db, acting, messageIn(parameters), input),
}

function messageIn(parameters: Parameters): MessageId {
  return asId<'message'>(idIn(parameters, 'message'))
}
