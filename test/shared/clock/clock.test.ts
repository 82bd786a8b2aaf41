/** A clock: amended with every amendment kept, met by a person, dropped when it no longer applies. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amend,
  drop,
  dueNow,
  meet,
  standing,
  timeliness,
  type Changed,
  type Clock,
} from '../../../shared/clock/clock.ts'
import { clockNames } from '../../../shared/knowledge.ts'

const respond: Clock = {
  name: 'respond',
  startsOn: '2026-11-02',
  dueOn: '2026-11-30',
  amendments: [],
  state: 'running',
  endedOn: null,
}

function changed(result: Changed): Clock {
  if ('refused' in result) throw new Error(`Refused: ${result.refused.key}`)
  return result.clock
}

function refusal(result: Changed): string | null {
  return 'refused' in result ? result.refused.key : null
}

const agreed = { dueOn: '2026-12-14', amendedOn: '2026-11-20', because: 'A second ward must be asked' }

describe('agreeing a longer time', () => {
  test('keeps the day first set and every amendment, and counts by the last', () => {
    const twice = changed(
      amend(changed(amend(respond, agreed)), { ...agreed, dueOn: '2026-12-21', amendedOn: '2026-12-10' }),
    )
    expect(twice.dueOn).toBe('2026-11-30')
    expect(twice.amendments.map(({ dueOn }) => dueOn)).toEqual(['2026-12-14', '2026-12-21'])
    expect(dueNow(twice)).toBe('2026-12-21')
  })

  test.each<[string, Partial<typeof agreed>, string]>([
    ['after it is over', { amendedOn: '2026-12-01' }, 'too-late'],
    ['without a reason', { because: '  ' }, 'no-reason'],
    ['to a day that is past', { dueOn: '2026-11-19' }, 'in-the-past'],
  ])('is refused %s', (_, given, why) => {
    expect(refusal(amend(respond, { ...agreed, ...given }))).toBe(`router:clock.refused.${why}`)
  })

  test('is still possible on the last day itself', () => {
    expect(refusal(amend(respond, { ...agreed, amendedOn: '2026-11-30' }))).toBeNull()
  })

  test('is refused for the times that the law fixes, and for nothing else', () => {
    const fixed = clockNames.filter((name) => refusal(amend({ ...respond, name }, agreed)) !== null)
    expect(fixed).toEqual(['acknowledge', 'settle-oral'])
  })
})

describe('ending', () => {
  test('a clock that is met or dropped does not move again', () => {
    for (const ended of [changed(meet(respond, '2026-11-10')), changed(drop(respond, '2026-11-10'))]) {
      expect(refusal(meet(ended, '2026-11-11'))).toBe('router:clock.refused.ended')
      expect(refusal(drop(ended, '2026-11-11'))).toBe('router:clock.refused.ended')
      expect(refusal(amend(ended, agreed))).toBe('router:clock.refused.ended')
    }
  })

  test('nothing is met before its clock began', () => {
    expect(refusal(meet(respond, '2026-11-01'))).toBe('router:clock.refused.before-start')
  })
})

describe('how it stands', () => {
  test.each([
    ['2026-11-29', 'running'],
    ['2026-11-30', 'due-today'],
    ['2026-12-01', 'overdue'],
  ])('on %s it is %s', (today, expected) => {
    expect(standing(respond, today)).toBe(expected)
  })

  test('a later day agreed in time keeps it from being overdue', () => {
    expect(standing(changed(amend(respond, agreed)), '2026-12-01')).toBe('running')
  })

  test('once ended it is what it ended as, however late', () => {
    expect(standing(changed(meet(respond, '2026-12-20')), '2027-01-01')).toBe('met')
    expect(standing(changed(drop(respond, '2026-11-20')), '2027-01-01')).toBe('dropped')
  })
})

describe('in time', () => {
  const longer = changed(amend(respond, agreed))

  test.each<[string, Clock, string, boolean | null, boolean | null]>([
    ['met by the first day', changed(meet(respond, '2026-11-30')), '2027-01-01', true, true],
    ['met by the agreed day only', changed(meet(longer, '2026-12-14')), '2027-01-01', false, true],
    ['met after both', changed(meet(longer, '2026-12-15')), '2027-01-01', false, false],
    ['running, both days ahead', longer, '2026-11-30', null, null],
    ['running, the first day over', longer, '2026-12-01', false, null],
    ['running, both over', longer, '2026-12-15', false, false],
    ['dropped', changed(drop(respond, '2026-11-05')), '2027-01-01', null, null],
  ])('%s', (_, clock, today, original, amended) => {
    expect(timeliness(clock, today)).toEqual({ original, amended })
  })

  test('no order of acts ever changes the day first set', () => {
    const acts = fc.constantFrom<(clock: Clock) => Changed>(
      (clock) => amend(clock, agreed),
      (clock) => meet(clock, '2026-11-25'),
      (clock) => drop(clock, '2026-11-26'),
    )
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 6 }), (sequence) => {
        let clock = respond
        for (const act of sequence) {
          const result = act(clock)
          if ('clock' in result) clock = result.clock
        }
        expect([clock.dueOn, clock.startsOn]).toEqual([respond.dueOn, respond.startsOn])
      }),
    )
  })
})
