/** How a clock stands: it runs out only when its last day is over, and the day agreed last is the one that counts. */
import { describe, expect, test } from 'vitest'
import { onTime, standing, type Clock } from '../../../shared/clock/clock.ts'

const respond: Clock = {
  name: 'respond',
  startsOn: '2026-11-02',
  dueOn: '2026-11-30',
  amendments: [],
  state: 'running',
  endedOn: null,
}

describe('how a clock stands', () => {
  test.each([
    ['2026-11-29', 'running'],
    ['2026-11-30', 'due-today'],
    ['2026-12-01', 'overdue'],
  ])('on %s it is %s', (today, expected) => {
    expect(standing(respond, today)).toBe(expected)
  })

  test('the day agreed last keeps it from being overdue', () => {
    const because = 'A second ward must be asked'
    const amendments = [
      { dueOn: '2026-12-14', amendedOn: '2026-11-20', agreedOn: '2026-11-20', because },
      { dueOn: '2026-12-21', amendedOn: '2026-12-10', agreedOn: '2026-12-09', because },
    ]
    expect(standing({ ...respond, amendments }, '2026-12-21')).toBe('due-today')
  })

  test.each(['met', 'dropped'] as const)('once %s it is that, however late', (state) => {
    expect(standing({ ...respond, state, endedOn: '2026-12-20' }, '2027-01-01')).toBe(state)
  })
})

/** First due on 30 November, by agreement on 14 December. */
describe('whether it was in time, by the day first set and by the day agreed', () => {
  const agreed = {
    dueOn: '2026-12-14',
    amendedOn: '2026-11-20',
    agreedOn: '2026-11-20',
    because: 'More wards',
  }
  const longer: Clock = { ...respond, amendments: [agreed] }
  const met = (clock: Clock, endedOn: string): Clock => ({ ...clock, state: 'met', endedOn })
  /** The acknowledgement came later than it might have, so the time to answer ran from then: nobody agreed to that. */
  const followed: Clock = {
    ...respond,
    amendments: [
      { dueOn: '2026-12-02', amendedOn: '2026-11-18', agreedOn: null, because: 'acknowledged' },
      agreed,
    ],
  }

  test.each<[string, Clock, string, boolean | null, boolean | null]>([
    ['met on the last day, nothing agreed', met(respond, '2026-11-30'), '2027-01-01', true, true],
    ['met a day late, nothing agreed', met(respond, '2026-12-01'), '2027-01-01', false, false],
    ['met on the day first set', met(longer, '2026-11-30'), '2027-01-01', true, true],
    ['met a day after it', met(longer, '2026-12-01'), '2027-01-01', false, true],
    ['met on the last day agreed', met(longer, '2026-12-14'), '2027-01-01', false, true],
    ['met after both', met(longer, '2026-12-15'), '2027-01-01', false, false],
    ['running on the day first set', longer, '2026-11-30', null, null],
    ['running between the two', longer, '2026-12-01', false, null],
    ['running on the last day agreed', longer, '2026-12-14', false, null],
    ['running after both', longer, '2026-12-15', false, false],
    ['no longer due', { ...longer, state: 'dropped', endedOn: '2026-12-20' }, '2027-01-01', null, null],
    ['met on the day that followed from another act', met(followed, '2026-12-02'), '2027-01-01', true, true],
    ['met a day after that', met(followed, '2026-12-03'), '2027-01-01', false, true],
  ])('%s', (_, clock, today, original, amended) => {
    expect(onTime(clock, today)).toEqual({ original, amended })
  })
})
