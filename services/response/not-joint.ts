/** Saying that a case is one organisation's alone. */
import { z } from 'zod'
import type { CaseForm } from '../staff/case-form.ts'
import { why } from '../staff/form-input.ts'
import { sayNotJoint } from '../store/joint/joint-acts.ts'
import { tellingOf, type TellingParts } from './telling-of.ts'

const input = z.object({ why })

export function notJoint(parts: TellingParts): CaseForm<z.infer<typeof input>> {
  return {
    path: 'joint/not-joint',
    template: 'response/not-joint.njk',
    by: 'receiver',
    input,
    done: 'joint',
    start: () => Promise.resolve({ values: {}, shows: {} }),
    act: (given) => sayNotJoint(given.db, given.acting, given.input.why, tellingOf(parts, given)),
  }
}
