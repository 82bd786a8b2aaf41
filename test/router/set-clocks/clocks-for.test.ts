/** What is due by when, per process and kind, from the day of receipt. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankHolidays } from '../../../rules/bank-holidays.ts'
import { periods } from '../../../rules/periods.ts'
import { clocksFor, type Matter } from '../../../router/set-clocks/clocks-for.ts'
import { holidaySet } from '../../../shared/dates/bank-holidays.ts'
import { isWorkingDay } from '../../../shared/dates/working-days.ts'
import { asId } from '../../../shared/ids.ts'
import type { ClockSetting } from '../../../shared/routing.ts'
import { kinds, levels, processes } from '../../../shared/words.ts'

const rules = { periods, bankHolidays }

const complaint: Matter = {
  organisation: asId('aldermouth-hospitals'),
  process: 'nhs',
  receivedOn: '2026-11-16',
  kind: 'complaint',
  confirmed: true,
  level: 'Moderate',
  oral: false,
}

function due(clocks: readonly ClockSetting[]): Readonly<Record<string, string>> {
  return Object.fromEntries(clocks.map(({ name, dueOn }) => [name, dueOn]))
}

describe('the clocks of each process', () => {
  test.each<[string, Partial<Matter>, Readonly<Record<string, string>>]>([
    ['an NHS complaint', {}, { acknowledge: '2026-11-19', 'six-months': '2027-05-15' }],
    [
      'an NHS complaint said aloud',
      { oral: true },
      { acknowledge: '2026-11-19', 'settle-oral': '2026-11-17', 'six-months': '2027-05-15' },
    ],
    [
      'one said aloud on the Friday before a bank holiday',
      { oral: true, receivedOn: '2026-05-01' },
      { acknowledge: '2026-05-07', 'settle-oral': '2026-05-05', 'six-months': '2026-10-31' },
    ],
    [
      'adult social care answers in one stage, as the NHS does',
      { process: 'adult-social-care' },
      { acknowledge: '2026-11-19', 'six-months': '2027-05-15' },
    ],
    [
      'a council’s other work: five days, then ten from the acknowledgement',
      { process: 'council-corporate' },
      { acknowledge: '2026-11-23', respond: '2026-12-07' },
    ],
    [
      'oral settlement is nothing the corporate code knows',
      { process: 'council-corporate', oral: true },
      { acknowledge: '2026-11-23', respond: '2026-12-07' },
    ],
    [
      'a registered provider by its own periods',
      { process: 'registered-provider' },
      { acknowledge: '2026-11-19', respond: '2026-12-14', 'twelve-weeks': '2027-02-08' },
    ],
    ['a confirmed concern', { kind: 'concern' }, { acknowledge: '2026-11-19', respond: '2026-12-14' }],
    ['a confirmed comment', { kind: 'comment' }, { acknowledge: '2026-11-19', respond: '2026-12-14' }],
    ['a confirmed compliment', { kind: 'compliment' }, { 'pass-on': '2026-11-19' }],
    [
      'an unconfirmed compliment is ready to be a complaint',
      { kind: 'compliment', confirmed: false },
      { acknowledge: '2026-11-19', 'six-months': '2027-05-15', 'pass-on': '2026-11-19' },
    ],
    [
      'an unconfirmed concern keeps the nearer of two days for one clock',
      { kind: 'concern', confirmed: false, process: 'council-corporate' },
      { acknowledge: '2026-11-19', respond: '2026-12-03' },
    ],
  ])('%s', (_, given, expected) => {
    expect(due(clocksFor({ ...complaint, ...given }, rules))).toEqual(expected)
  })

  test('an earlier acknowledgement starts the council’s first stage earlier', () => {
    const metOn = new Map([['acknowledge', '2026-11-17']] as const)
    const clocks = clocksFor({ ...complaint, process: 'council-corporate', metOn }, rules)
    expect(clocks.find(({ name }) => name === 'respond')).toMatchObject({
      startsOn: '2026-11-17',
      dueOn: '2026-12-01',
    })
  })

  test('says which law it follows, and whether only in case it is a complaint', () => {
    const clocks = clocksFor({ ...complaint, kind: 'compliment', confirmed: false }, rules)
    expect(Object.fromEntries(clocks.map(({ name, because }) => [name, because.key]))).toEqual({
      acknowledge: 'router:clock.in-case.working-days',
      'six-months': 'router:clock.in-case.months',
      'pass-on': 'router:clock.due.working-days',
    })
    expect(clocks[0]?.because.params?.['count']).toBe(3)
    expect(clocks[0]?.because.params?.['source']).toContain('2009/309')
  })
})

describe('what becomes of the day of receipt', () => {
  test('a concern that becomes a complaint is due as if it had been one from the first day', () => {
    const concern: Matter = { ...complaint, kind: 'concern', confirmed: true }
    expect(due(clocksFor({ ...concern, kind: 'complaint' }, rules))).toEqual(due(clocksFor(complaint, rules)))
  })
})

describe('whatever the matter', () => {
  const day = fc
    .integer({ min: 0, max: 365 * 4 })
    .map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
  const anyMatter: fc.Arbitrary<Matter> = fc.record({
    organisation: fc.constant(complaint.organisation),
    process: fc.constantFrom(...processes),
    receivedOn: day,
    kind: fc.constantFrom(...kinds),
    confirmed: fc.boolean(),
    level: fc.constantFrom(...levels),
    oral: fc.boolean(),
  })

  test('there is a clock, none twice, none due before it starts, those in working days on a working day', () => {
    const holidays = holidaySet(bankHolidays)
    fc.assert(
      fc.property(anyMatter, (matter) => {
        const clocks = clocksFor(matter, rules)
        expect(clocks.length).toBeGreaterThan(0)
        expect(new Set(clocks.map(({ name }) => name)).size).toBe(clocks.length)
        for (const { startsOn, dueOn, because } of clocks) {
          expect(dueOn > startsOn && startsOn >= matter.receivedOn).toBe(true)
          if (because.key.endsWith('.working-days')) expect(isWorkingDay(dueOn, holidays)).toBe(true)
        }
      }),
    )
  })

  test('not knowing the kind yet never leaves more time than a complaint has', () => {
    fc.assert(
      fc.property(anyMatter, (matter) => {
        const unsure = due(clocksFor({ ...matter, confirmed: false }, rules))
        const asComplaint = due(clocksFor({ ...matter, kind: 'complaint', confirmed: true }, rules))
        for (const [name, latest] of Object.entries(asComplaint))
          expect((unsure[name] ?? '9') <= latest).toBe(true)
      }),
    )
  })

  test('one more bank holiday never makes a clock run out earlier', () => {
    fc.assert(
      fc.property(anyMatter, day, (matter, date) => {
        const more = {
          periods,
          bankHolidays: [...bankHolidays, { date, title: 'One more', substitute: false }],
        }
        const later = due(clocksFor(matter, more))
        for (const { name, dueOn } of clocksFor(matter, rules))
          expect((later[name] ?? '') >= dueOn).toBe(true)
      }),
    )
  })
})
