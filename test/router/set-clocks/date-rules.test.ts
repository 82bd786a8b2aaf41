/** The date rules of the law, from the moment something arrives to the last day that counts, each as a row of a table. */
import { describe, expect, it } from 'vitest'
import { clocksFor, clocksOnRequest, type Matter } from '../../../router/set-clocks/clocks-for.ts'
import { bankHolidays } from '../../../rules/bank-holidays.ts'
import { periods } from '../../../rules/periods.ts'
import { mergeHolidays } from '../../../shared/dates/bank-holidays.ts'
import { londonDate } from '../../../shared/dates/london.ts'
import { asId } from '../../../shared/ids.ts'
import type { ClockName, Rules } from '../../../shared/knowledge.ts'
import { standing } from '../../../shared/clock/clock.ts'

type Data = Pick<Rules, 'periods' | 'bankHolidays'>

/** The last day of that clock, for what arrived at that instant. */
function last(clock: ClockName, arrived: string, given: Partial<Matter> = {}, rules?: Data): string | null {
  const matter: Matter = {
    organisation: asId('aldermouth-hospitals'),
    process: 'nhs',
    receivedOn: londonDate(arrived),
    kind: 'complaint',
    confirmed: true,
    level: 'Moderate',
    oral: false,
    ...given,
  }
  const clocks = clocksFor(matter, rules ?? { periods, bankHolidays })
  return clocks.find(({ name }) => name === clock)?.dueOn ?? null
}

describe('acknowledging by the third working day after the day of receipt', () => {
  it.each([
    ['a Monday morning', '2026-11-16T08:00:00Z', '2026-11-19'],
    ['the last minute of a winter Monday', '2026-11-16T23:59:59Z', '2026-11-19'],
    ['a minute later it is Tuesday', '2026-11-17T00:00:00Z', '2026-11-20'],
    ['an hour before midnight in summer, by UTC', '2026-07-06T22:59:59Z', '2026-07-09'],
    ['which an hour later is Tuesday in London', '2026-07-06T23:00:00Z', '2026-07-10'],
    ['the Sunday the clocks go forward', '2026-03-29T00:30:00Z', '2026-04-01'],
    ['the Sunday the clocks go back, while UTC is still on Saturday', '2026-10-24T23:15:00Z', '2026-10-28'],
    ['a Friday afternoon', '2026-11-20T16:00:00Z', '2026-11-25'],
    ['a Saturday counts as day zero', '2026-11-21T10:00:00Z', '2026-11-25'],
    ['a Sunday counts as day zero', '2026-11-22T10:00:00Z', '2026-11-25'],
    ['Christmas Eve, with a substitute for Boxing Day', '2026-12-24T12:00:00Z', '2026-12-31'],
    ['Christmas Day', '2026-12-25T12:00:00Z', '2026-12-31'],
    ['New Year’s Eve', '2026-12-31T12:00:00Z', '2027-01-06'],
    ['Christmas with two substitute days', '2027-12-23T12:00:00Z', '2027-12-30'],
    ['New Year’s Day on a Saturday', '2028-01-01T12:00:00Z', '2028-01-06'],
    ['Maundy Thursday of 2025', '2025-04-17T12:00:00Z', '2025-04-24'],
    ['Maundy Thursday of 2026', '2026-04-02T12:00:00Z', '2026-04-09'],
    ['Good Friday', '2027-03-26T12:00:00Z', '2027-04-01'],
    ['Easter Monday', '2028-04-17T12:00:00Z', '2028-04-20'],
    ['the Saturday before the early May holiday', '2026-05-02T12:00:00Z', '2026-05-07'],
    ['the spring holiday', '2024-05-27T12:00:00Z', '2024-05-30'],
    ['the Friday before the summer holiday', '2026-08-28T12:00:00Z', '2026-09-03'],
    ['a leap day', '2028-02-29T12:00:00Z', '2028-03-03'],
  ])('%s', (_, arrived, day) => {
    expect(last('acknowledge', arrived)).toBe(day)
    expect(last('acknowledge', arrived, { process: 'adult-social-care' })).toBe(day)
  })

  it('takes a day that is proclaimed once into account', () => {
    const proclaimed = { date: '2026-11-18', title: 'A proclaimed day', substitute: false }
    const rules = { periods, bankHolidays: mergeHolidays(bankHolidays, [proclaimed]) }
    expect(last('acknowledge', '2026-11-16T12:00:00Z', {}, rules)).toBe('2026-11-20')
  })
})

describe('an oral complaint settled by the end of the next working day', () => {
  it.each([
    ['said on a Monday', '2026-11-16T12:00:00Z', '2026-11-17'],
    ['said on a Friday', '2026-11-20T12:00:00Z', '2026-11-23'],
    ['left on the line on a Saturday', '2026-11-21T12:00:00Z', '2026-11-23'],
    ['said on Christmas Eve', '2026-12-24T12:00:00Z', '2026-12-29'],
    ['said on Maundy Thursday', '2026-04-02T12:00:00Z', '2026-04-07'],
    ['said late on a summer Sunday that is Monday in London', '2026-07-05T23:30:00Z', '2026-07-07'],
  ])('%s', (_, arrived, day) => {
    expect(last('settle-oral', arrived, { oral: true })).toBe(day)
  })

  it.each<[string, Partial<Matter>]>([
    ['written', {}],
    ['under the code for councils', { oral: true, process: 'council-corporate' }],
    ['made to a registered provider', { oral: true, process: 'registered-provider' }],
  ])('is no matter for one that is %s', (_, given) => {
    expect(last('settle-oral', '2026-11-16T12:00:00Z', given)).toBeNull()
  })
})

describe('six months that begin on the day of receipt', () => {
  it.each([
    ['15 January', '2026-01-15T12:00:00Z', '2026-07-14'],
    ['1 January', '2026-01-01T12:00:00Z', '2026-06-30'],
    ['1 September', '2026-09-01T12:00:00Z', '2027-02-28'],
    ['1 September before a leap year', '2027-09-01T12:00:00Z', '2028-02-29'],
    ['28 February', '2026-02-28T12:00:00Z', '2026-08-27'],
    ['29 February', '2028-02-29T12:00:00Z', '2028-08-28'],
    ['1 March', '2026-03-01T12:00:00Z', '2026-08-31'],
    ['31 March: September has no such day', '2026-03-31T12:00:00Z', '2026-09-30'],
    ['31 May: November has no such day', '2026-05-31T12:00:00Z', '2026-11-30'],
    ['28 August', '2026-08-28T12:00:00Z', '2027-02-27'],
    ['29 August: February has no such day', '2026-08-29T12:00:00Z', '2027-02-28'],
    ['30 August: nor this', '2026-08-30T12:00:00Z', '2027-02-28'],
    ['31 August: nor this', '2026-08-31T12:00:00Z', '2027-02-28'],
    ['31 August before a leap year', '2027-08-31T12:00:00Z', '2028-02-29'],
    ['30 September', '2026-09-30T12:00:00Z', '2027-03-29'],
    ['31 December', '2026-12-31T12:00:00Z', '2027-06-30'],
    ['the last hour of 30 June, which is July in London', '2026-06-30T23:30:00Z', '2026-12-31'],
    ['a last day on a Sunday is not moved', '2026-01-27T12:00:00Z', '2026-07-26'],
  ])('%s', (_, arrived, day) => {
    expect(last('six-months', arrived)).toBe(day)
  })

  it.each([['council-corporate'], ['registered-provider']] as const)(
    'are not in the rules of %s',
    (process) => {
      expect(last('six-months', '2026-01-15T12:00:00Z', { process })).toBeNull()
    },
  )
})

describe('a council’s other work, in two stages', () => {
  it.each<[string, string, Partial<Matter>, string, string]>([
    ['five working days, then ten more', '2026-11-16T12:00:00Z', {}, '2026-11-23', '2026-12-07'],
    ['over Christmas and New Year', '2026-12-18T12:00:00Z', {}, '2026-12-29', '2027-01-13'],
    ['over Easter', '2026-03-30T12:00:00Z', {}, '2026-04-08', '2026-04-22'],
    [
      'the first stage runs from the day it was acknowledged',
      '2026-11-16T12:00:00Z',
      { metOn: new Map([['acknowledge', '2026-11-16']]) },
      '2026-11-23',
      '2026-11-30',
    ],
    [
      'even if that was late',
      '2026-11-16T12:00:00Z',
      { metOn: new Map([['acknowledge', '2026-11-30']]) },
      '2026-11-23',
      '2026-12-14',
    ],
  ])('%s', (_, arrived, given, acknowledged, answered) => {
    const council = { process: 'council-corporate', ...given } as const
    expect(last('acknowledge', arrived, council)).toBe(acknowledged)
    expect(last('respond', arrived, council)).toBe(answered)
  })

  it('begins no second stage that nobody asked for', () => {
    expect(last('respond-stage-2', '2026-11-16T12:00:00Z', { process: 'council-corporate' })).toBeNull()
  })

  it.each([
    ['five working days, then twenty more', '2027-02-01', '2027-03-08', '2027-02-08'],
    ['over Easter and the early May holiday', '2026-03-30', '2026-05-07', '2026-04-08'],
    ['asked on a Saturday', '2026-11-21', '2026-12-29', '2026-11-27'],
    ['over Christmas and New Year', '2026-12-18', '2027-01-27', '2026-12-29'],
  ])('begins the second when it is asked for: %s', (_, askedOn, answered, acknowledged) => {
    const asked = {
      organisation: asId<'organisation'>('dale'),
      process: 'council-corporate',
      askedOn,
    } as const
    const clocks = clocksOnRequest(asked, { periods, bankHolidays })
    const dueOn = (name: ClockName) => clocks.find((clock) => clock.name === name)?.dueOn
    expect(clocks).toHaveLength(2)
    expect(dueOn('respond-stage-2')).toBe(answered)
    expect(dueOn('acknowledge')).toBe(acknowledged)
  })

  it.each(['nhs', 'adult-social-care', 'registered-provider'] as const)(
    'has no second stage under the rules of %s',
    (process) => {
      const asked = { organisation: asId<'organisation'>('dale'), process, askedOn: '2026-11-16' }
      expect(clocksOnRequest(asked, { periods, bankHolidays })).toEqual([])
    },
  )

  it('is not how adult social care answers', () => {
    expect(last('respond', '2026-11-16T12:00:00Z', { process: 'adult-social-care' })).toBeNull()
  })
})

describe('a registered provider', () => {
  it.each([
    ['over Christmas', '2026-12-10T12:00:00Z', '2026-12-15', '2027-01-07'],
    ['to a last day on a Sunday', '2026-11-15T12:00:00Z', '2026-11-18', '2026-12-13'],
  ])('by its own periods, %s', (_, arrived, acknowledged, answered) => {
    const provider = { process: 'registered-provider' } as const
    expect(last('acknowledge', arrived, provider)).toBe(acknowledged)
    expect(last('respond', arrived, provider)).toBe(answered)
  })

  it.each([
    ['from a Monday', '2026-11-16T12:00:00Z', '2027-02-08'],
    ['over Christmas, which moves nothing', '2026-12-24T12:00:00Z', '2027-03-18'],
    ['to a last day that is a bank holiday', '2026-01-09T12:00:00Z', '2026-04-03'],
    ['over the clocks going forward, from a late summer evening', '2026-07-05T23:30:00Z', '2026-09-28'],
    ['over a leap day', '2028-01-10T12:00:00Z', '2028-04-03'],
  ])('has twelve weeks before the Ombudsman looks at a self-funder’s complaint, %s', (_, arrived, day) => {
    expect(last('twelve-weeks', arrived, { process: 'registered-provider' })).toBe(day)
  })

  it.each(['nhs', 'adult-social-care', 'council-corporate'] as const)(
    'alone has them: they are not in the rules of %s',
    (process) => {
      expect(last('twelve-weeks', '2026-11-16T12:00:00Z', { process })).toBeNull()
    },
  )

  it.each(['concern', 'comment', 'compliment'] as const)('has none for a confirmed %s', (kind) => {
    const given = { process: 'registered-provider', kind } as const
    expect(last('twelve-weeks', '2026-11-16T12:00:00Z', given)).toBeNull()
  })
})

describe('what never moves the day of receipt, and what does', () => {
  const arrived = '2026-12-22T12:00:00Z'

  it.each(['comment', 'compliment', 'concern'] as const)('a %s that becomes a complaint', (kind) => {
    const before = last('six-months', arrived, { kind, confirmed: false })
    expect(last('six-months', arrived)).toBe('2027-06-21')
    expect(before).toBe('2027-06-21')
  })

  it('a transfer: made to the receiver on the day it is sent on, whose own clocks count from there', () => {
    const sentOn = { receivedOn: '2026-12-29' }
    expect(last('acknowledge', arrived)).toBe('2026-12-29')
    expect(last('acknowledge', arrived, sentOn)).toBe('2027-01-04')
    expect(last('six-months', arrived, sentOn)).toBe('2027-06-28')
  })
})

describe('the last day is a day like another until midnight in London', () => {
  const clock = {
    name: 'six-months',
    startsOn: '2026-01-15',
    dueOn: '2026-07-14',
    amendments: [],
    state: 'running',
    endedOn: null,
  } as const

  it.each([
    ['2026-07-14T22:59:59Z', 'due-today'],
    ['2026-07-14T23:00:00Z', 'overdue'],
  ])('at %s it is %s', (instant, expected) => {
    expect(standing(clock, londonDate(instant))).toBe(expected)
  })
})
