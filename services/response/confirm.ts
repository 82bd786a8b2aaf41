/** Confirming that a case is for several organisations, and on what basis. */
import { z } from 'zod'
import type { CaseForm } from '../staff/case-form.ts'
import { why } from '../staff/form-input.ts'
import { confirmJoint } from '../store/joint/joint-acts.ts'

const input = z.object({ why })

export const confirm: CaseForm<z.infer<typeof input>> = {
  path: 'joint/confirm',
  template: 'response/confirm.njk',
  by: 'receiver',
  input,
  done: 'joint',
  start: () => Promise.resolve({ values: {}, shows: {} }),
  act: ({ db, acting, input }) => confirmJoint(db, acting, input.why),
}
