/** How long organisations and people have for each step of joint work: rules with a source, in force from a day to a day. */
import type { CalendarDate } from '../dates/london.ts'
import type { JointStep, Rules } from '../knowledge.ts'

/** Throws where no rule holds on that day: a hub without one would promise nothing. */
export function workingDaysFor(
  step: JointStep,
  day: CalendarDate,
  { jointPeriods }: Pick<Rules, 'jointPeriods'>,
): number {
  const period = jointPeriods.find(
    (each) => each.step === step && each.from <= day && (each.until === null || day <= each.until),
  )
  if (period === undefined) throw new Error(`No rule says how long "${step}" may take on ${day}`)
  return period.workingDays
}
