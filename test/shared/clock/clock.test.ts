/** How a clock stands: it runs out only when its last day is over, and the day agreed last is the one that counts. */
import { describe, expect, test } from 'vitest'
import { standing, type Clock } from '../../../shared/clock/clock.ts'

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
      { dueOn: '2026-12-14', amendedOn: '2026-11-20', because },
      { dueOn: '2026-12-21', amendedOn: '2026-12-10', because },
    ]
    expect(standing({ ...respond, amendments }, '2026-12-21')).toBe('due-today')
  })

  test.each(['met', 'dropped'] as const)('once %s it is that, however late', (state) => {
    expect(standing({ ...respond, state, endedOn: '2026-12-20' }, '2027-01-01')).toBe(state)
  })
})
