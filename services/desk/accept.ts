/** A team takes what it was handed. */
import { z } from 'zod'
import { acceptHandoff } from '../store/case-acts-handoffs.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { handoffIn, handoffOf } from './handoff-of-form.ts'

export const accept: CaseForm<object> = {
  path: 'handoffs/:handoff/accept',
  template: 'desk/accept.njk',
  by: 'handed',
  input: z.object({}),
  done: 'accepted',
  async start(asked) {
    const handoff = await handoffOf(asked)
    return handoff === null || handoff.forInformation ? null : { values: {}, shows: { handoff } }
  },
  act: ({ db, acting, parameters }) => acceptHandoff(db, acting, handoffIn(parameters)),
}
