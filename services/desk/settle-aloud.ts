/** Putting on record that what was said aloud was settled to the person's satisfaction: on which day, and what was agreed. */
import { z } from 'zod'
import { findToSettle, settleAloud } from '../store/case-acts-settle-aloud.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { dateInput } from './rules-input.ts'

const longest = 5_000

const input = z
  .object({
    on: dateInput,
    agreed: z
      .string('desk:settleAloud.error.agreed')
      .trim()
      .min(1, 'desk:settleAloud.error.agreed')
      .max(longest, 'desk:error.whyLong'),
    later: z.literal('yes').optional(),
  })
  .transform(({ later, ...given }) => ({ ...given, later: later === 'yes' }))

export const settledAloud: CaseForm<z.infer<typeof input>> = {
  path: 'settled-aloud',
  template: 'desk/settle-aloud.njk',
  by: 'receiver',
  input,
  done: 'settled-aloud',
  async start({ queries, head, who, today }) {
    const clock = await findToSettle(queries, head.id, who.organisation)
    return clock === null ? null : { values: { on: today }, shows: { clock, isOver: clock.dueOn < today } }
  },
  act: ({ db, acting, input: settlement }) => settleAloud(db, acting, settlement),
}
