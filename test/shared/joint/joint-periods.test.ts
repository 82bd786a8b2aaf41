/** The periods of joint work are dated rules: whatever day it is, one holds, and a changed one holds from its day. */
import { describe, expect, it } from 'vitest'
import { seedRules } from '../../../rules/seed-rules.ts'
import { workingDaysFor } from '../../../shared/joint/joint-periods.ts'
import { partDueOn } from '../../../shared/joint/part-due.ts'

const changed = {
  ...seedRules,
  jointPeriods: seedRules.jointPeriods.flatMap((period) =>
    period.step === 'part'
      ? [
          { ...period, until: '2026-12-31' },
          { ...period, workingDays: 10, from: '2027-01-01', source: 'Agreed between the bodies' },
        ]
      : [period],
  ),
}

describe('the rules that are shipped', () => {
  it.each([
    ['answer-consent', 10],
    ['answer-lead', 3],
    ['part', 15],
    ['finish', 5],
  ] as const)('give %s %i working days, with a source', (step, days) => {
    expect(workingDaysFor(step, '2026-11-25', seedRules)).toBe(days)
    const { source } = seedRules.jointPeriods.find((period) => period.step === step) ?? { source: '' }
    expect(source.length).toBeGreaterThan(20)
  })

  it('leave no day without a rule, or say so', () => {
    expect(() => workingDaysFor('part', '2020-01-01', seedRules)).toThrow('No rule says')
  })
})

describe('a rule that was changed', () => {
  it.each([
    // Christmas, Boxing Day and New Year's Day lie between.
    ['2026-12-31', null, '2027-01-22'],
    ['2027-01-01', null, '2027-01-15'],
    // Always before the answer, with time to write it.
    ['2027-01-04', '2027-01-20', '2027-01-13'],
    ['2027-01-04', '2027-01-05', '2027-01-05'],
  ])('asked on %s with the answer due %s, the part is due on %s', (askedOn, respondBy, dueOn) => {
    expect(partDueOn(askedOn, respondBy, changed)).toBe(dueOn)
  })
})
