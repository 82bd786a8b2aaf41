/** Putting on record that a longer period to answer was agreed with the person, until when and why. */
import { z } from 'zod'
import { latestOf } from '../../shared/clock/longer-period.ts'
import { holidaySet } from '../../shared/dates/bank-holidays.ts'
import { asId, type ClockId } from '../../shared/ids.ts'
import { agreeLonger, findAnswerClock } from '../store/case-acts-period.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { idIn, why, type Parameters } from '../staff/form-input.ts'
import { dateInput } from './rules-input.ts'

const input = z
  .object({ dueOn: dateInput, agreedOn: dateInput, beyond: z.literal('yes').optional(), why })
  .transform(({ beyond, ...given }) => ({ ...given, beyond: beyond === 'yes' }))

export const longerPeriod: CaseForm<z.infer<typeof input>> = {
  path: 'clocks/:clock/longer',
  template: 'desk/longer-period.njk',
  by: 'receiver',
  input,
  done: 'longer',
  async start({ queries, head, who, rules, parameters, today }) {
    const clock = await findAnswerClock(queries, head.id, who.organisation, clockIn(parameters), rules)
    if (clock === null) return null
    const latest = latestOf(clock.running, holidaySet(rules.bankHolidays))
    return { values: { agreedOn: today }, shows: { clock, latest, isOver: clock.dueOn < today } }
  },
  act: ({ db, acting, input, parameters, rules }) =>
    agreeLonger(db, acting, clockIn(parameters), input, rules),
}

function clockIn(parameters: Parameters): ClockId {
  return asId<'clock'>(idIn(parameters, 'clock'))
}
