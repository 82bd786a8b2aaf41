/** A team does not take what it was handed, and says why. */
import { z } from 'zod'
import { declineHandoff } from '../store/case-acts-handoffs.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { why } from '../staff/form-input.ts'
import { handoffIn, handoffOf } from './handoff-of-form.ts'

const input = z.object({ why })

export const decline: CaseForm<z.infer<typeof input>> = {
  path: 'handoffs/:handoff/decline',
  template: 'desk/decline.njk',
  by: 'handed',
  input,
  handsOn: true,
  done: 'declined',
  async start(asked) {
    const handoff = await handoffOf(asked)
    return handoff === null || handoff.forInformation ? null : { values: {}, shows: { handoff } }
  },
  act: ({ db, acting, parameters, input: { why }, rules }) =>
    declineHandoff(db, acting, handoffIn(parameters), why, rules),
}
