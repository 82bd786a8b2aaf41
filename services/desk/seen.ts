/** A team has seen what it was only told of. */
import { z } from 'zod'
import { markSeen } from '../store/case-acts-handoffs.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { handoffIn, handoffOf } from './handoff-of-form.ts'

export const seen: CaseForm<object> = {
  path: 'handoffs/:handoff/seen',
  template: 'desk/seen.njk',
  by: 'handed',
  input: z.object({}),
  done: 'seen',
  async start(asked) {
    const handoff = await handoffOf(asked)
    return handoff?.forInformation === true ? { values: {}, shows: { handoff } } : null
  },
  act: ({ db, acting, parameters }) => markSeen(db, acting, handoffIn(parameters)),
}
