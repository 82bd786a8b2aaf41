/** Confirming that a case is for several organisations, and on what basis. */
import { z } from 'zod'
import type { CaseForm } from '../staff/case-form.ts'
import { why } from '../staff/form-input.ts'
import { loadTold } from '../store/joint/told-consent.ts'
import { confirmJoint } from '../store/joint/joint-acts.ts'
import { tellingOf, type TellingParts } from './telling-of.ts'

const input = z.object({ why })

export function confirm(parts: TellingParts): CaseForm<z.infer<typeof input>> {
  return {
    path: 'joint/confirm',
    template: 'response/confirm.njk',
    by: 'receiver',
    input,
    done: 'joint',
    start: async ({ queries, head }) => ({ values: {}, shows: { told: await loadTold(queries, head.id) } }),
    act: (given) => confirmJoint(given.db, given.acting, given.input.why, tellingOf(parts, given)),
  }
}
