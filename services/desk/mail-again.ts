/** Saying that an address takes mail again after our mail came back from it. */
import { z } from 'zod'
import { asId, type MessageId } from '../../shared/ids.ts'
import { addressThatCameBack, mailAgain } from '../store/case-acts-mail-again.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { idIn, why, type Parameters } from '../staff/form-input.ts'

const input = z.object({ why })

export const writeAgain: CaseForm<z.infer<typeof input>> = {
  path: 'messages/:message/mail-again',
  template: 'desk/mail-again.njk',
  by: 'receiver',
  input,
  done: 'mail-again',
  async start({ queries, head, parameters }) {
    const address = await addressThatCameBack(queries, head.id, messageIn(parameters))
    return address === null ? null : { values: {}, shows: { address } }
  },
  act: ({ db, acting, input, parameters }) => mailAgain(db, acting, messageIn(parameters), input.why),
}

function messageIn(parameters: Parameters): MessageId {
  return asId<'message'>(idIn(parameters, 'message'))
}
