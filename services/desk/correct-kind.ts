/** Confirming what a case is, or saying that it is something else. */
import { z } from 'zod'
import { kinds } from '../../shared/words.ts'
import { correctKind as correct } from '../store/case-acts-kind.ts'
import type { CaseForm } from '../staff/case-form.ts'

const input = z.object({
  kind: z.enum(kinds, 'desk:error.kind'),
  // Whether one is needed depends on what it was before.
  why: z.string().trim().max(5_000, 'desk:error.whyLong').catch(''),
  agreed: z.literal('yes').optional(),
})

export const correctKind: CaseForm<z.infer<typeof input>> = {
  path: 'correct/kind',
  template: 'desk/correct-kind.njk',
  by: 'receiver',
  input,
  done: 'kind',
  start: ({ head }) => Promise.resolve({ values: { kind: head.kind }, shows: { kinds } }),
  act: ({ db, acting, input: { kind, why, agreed }, rules }) =>
    correct(db, acting, { kind, why, agreedByPerson: agreed === 'yes' }, rules),
}
