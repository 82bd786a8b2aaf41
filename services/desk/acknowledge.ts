/** Putting on record that a member of staff acknowledged the feedback and offered to discuss it. */
import { z } from 'zod'
import { acknowledge as record, waysToAcknowledge } from '../store/case-acts-answer.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { dateInput } from './rules-input.ts'

const input = z.object({
  how: z.enum(waysToAcknowledge, 'desk:error.how'),
  on: dateInput.optional(),
  // Without the offer it is no acknowledgement in the sense of SI 2009/309 reg 13.
  offered: z.literal('yes', 'desk:error.offered'),
})

export const acknowledge: CaseForm<z.infer<typeof input>> = {
  path: 'acknowledge',
  template: 'desk/acknowledge.njk',
  by: 'receiver',
  input,
  done: 'acknowledged',
  start: ({ head, today }) =>
    Promise.resolve({ values: { on: today }, shows: { ways: waysToAcknowledge, person: head.person } }),
  act: ({ db, acting, input: { how, on }, rules }) => record(db, acting, { how, on }, rules),
}
