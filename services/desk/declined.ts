/** Putting on record that the person declined to discuss it, by when we answer, and when they were told so in writing. */
import { z } from 'zod'
import type { PeriodSet } from '../../shared/clock/declined-offer.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { findSixMonths, setPeriod } from '../store/case-acts-declined.ts'
import { dateInput } from './rules-input.ts'

const input = z.object({ declinedOn: dateInput, answerBy: dateInput, toldOn: dateInput })

export const declinedOffer: CaseForm<PeriodSet> = {
  path: 'declined',
  template: 'desk/declined.njk',
  by: 'receiver',
  input,
  done: 'period-set',
  async start({ queries, head, who, today }) {
    const within = await findSixMonths(queries, head.id, who.organisation)
    return within === null ? null : { values: { toldOn: today }, shows: { latest: within.dueOn } }
  },
  act: ({ db, acting, input: period }) => setPeriod(db, acting, period),
}
