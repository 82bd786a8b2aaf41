/** When a longer period can still be agreed, and until when: the law of 2009 and the code for councils, as a table. */
import { describe, expect, it } from 'vitest'
import { bankHolidays } from '../../../rules/bank-holidays.ts'
import { periods } from '../../../rules/periods.ts'
import { latestOf, refuseLonger, type Longer, type Running } from '../../../shared/clock/longer-period.ts'
import { holidaySet } from '../../../shared/dates/bank-holidays.ts'
import type { ClockName } from '../../../shared/knowledge.ts'
import type { Process } from '../../../shared/words.ts'

const holidays = holidaySet(bankHolidays)

/** Six months commencing on 15 January 2026. */
const sixMonths: Running = { startsOn: '2026-01-15', dueOn: '2026-07-14', firstDueOn: '2026-07-14' }
const longer: Longer = { dueOn: '2026-08-31', agreedOn: '2026-07-01', beyond: false }

const keyOf = (refused: string | null) =>
  refused === null || refused.includes(':') ? refused : `desk:longer.refused.${refused}`

describe('six months, or longer if agreed before they are over (reg 14(3))', () => {
  it.each<[string, Partial<Longer>, string, string | null]>([
    ['agreed well before', {}, '2026-07-01', null],
    ['agreed on the last day', { agreedOn: '2026-07-14' }, '2026-07-14', null],
    ['agreed on the last day, put on record later', { agreedOn: '2026-07-14' }, '2026-07-20', null],
    ['agreed the day after', { agreedOn: '2026-07-15' }, '2026-07-15', 'over'],
    ['agreed on the day of receipt', { agreedOn: '2026-01-15' }, '2026-07-01', null],
    ['agreed before it was received', { agreedOn: '2026-01-14' }, '2026-07-01', 'beforeStart'],
    ['to be agreed tomorrow', { agreedOn: '2026-07-02' }, '2026-07-01', 'desk:day.toCome'],
    ['to the same day', { dueOn: '2026-07-14' }, '2026-07-01', 'notLater'],
    ['to an earlier day', { dueOn: '2026-07-13' }, '2026-07-01', 'notLater'],
    ['by one day', { dueOn: '2026-07-15' }, '2026-07-01', null],
    ['by a year, since the law sets no limit', { dueOn: '2027-07-14' }, '2026-07-01', null],
  ])('%s', (_, given, today, refused) => {
    const why = refuseLonger(sixMonths, { ...longer, ...given }, today, holidays)
    expect(why?.key ?? null).toBe(keyOf(refused))
  })

  it('counts the day agreed last as the one that must not be over', () => {
    const again = { ...sixMonths, dueOn: '2026-08-31' }
    const wanted = { dueOn: '2026-09-30', agreedOn: '2026-08-31', beyond: false }
    expect(refuseLonger(again, wanted, '2026-08-31', holidays)).toBeNull()
  })
})

describe('a council’s other work, normally no longer than as much again', () => {
  const atMost = (clock: ClockName, process: Process = 'council-corporate') =>
    periods.find((period) => period.clock === clock && period.process === process)?.longerAtMost
  const running = (clock: ClockName, dueOn: string): Running => {
    const most = atMost(clock)
    return {
      startsOn: '2026-11-16',
      dueOn,
      firstDueOn: dueOn,
      ...(most === undefined ? {} : { atMost: most }),
    }
  }

  it.each<[ClockName, string, string]>([
    ['respond', '2026-12-07', '2026-12-21'],
    // Ten working days over Christmas and New Year.
    ['respond', '2026-12-18', '2027-01-06'],
    ['respond-stage-2', '2027-03-01', '2027-03-31'],
  ])('%s due on %s is due on %s at the latest', (clock, due, latest) => {
    expect(latestOf(running(clock, due), holidays)).toBe(latest)
  })

  it.each<[string, boolean, string | null]>([
    ['2026-12-21', false, null],
    ['2026-12-22', false, 'beyond'],
    ['2026-12-22', true, null],
  ])('stage one to %s, with good reasons for more: %s', (dueOn, beyond, refused) => {
    const wanted = { dueOn, agreedOn: '2026-12-01', beyond }
    const why = refuseLonger(running('respond', '2026-12-07'), wanted, '2026-12-01', holidays)
    expect(why?.key ?? null).toBe(keyOf(refused))
  })

  it('counts what is normal from the first last day, however often it was made longer', () => {
    const again = { ...running('respond', '2026-12-07'), dueOn: '2026-12-21' }
    const wanted = { dueOn: '2026-12-22', agreedOn: '2026-12-14', beyond: false }
    expect(refuseLonger(again, wanted, '2026-12-14', holidays)?.key).toBe('desk:longer.refused.beyond')
  })

  it.each<Process>(['nhs', 'adult-social-care', 'registered-provider'])('is no limit of %s', (process) => {
    expect(atMost('respond', process)).toBeUndefined()
  })
})
