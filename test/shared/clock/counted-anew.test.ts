/** Counting anew after the bank holidays changed comes to the day that would have been due from the start. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bankHolidays } from '../../../rules/bank-holidays.ts'
import { countedAnew } from '../../../shared/clock/counted-anew.ts'
import { holidaySet, mergeHolidays } from '../../../shared/dates/bank-holidays.ts'
import { dueDate } from '../../../shared/dates/due-date.ts'
import { daysBefore } from '../../../shared/dates/london.ts'

const holidays = holidaySet(bankHolidays)
const workingDays = (days: number) => ({ amount: days, unit: 'working-days', startDay: 'day-zero' }) as const
const withDay = (date: string) =>
  holidaySet(mergeHolidays(bankHolidays, [{ date, title: 'Proclaimed', substitute: false }]))

/** Days around Christmas 2026, weekends and holidays among them. */
const day = fc.nat(60).map((back) => daysBefore('2027-01-20', back))
const days = fc.integer({ min: 0, max: 20 })

test('it is due when it would have been due, whether the day was added or taken back', () => {
  fc.assert(
    fc.property(day, day, days, (from, added, count) => {
      const more = withDay(added)
      const [without, withIt] = [holidays, more].map((known) => dueDate(from, workingDays(count), known))
      const clock = { from, days: count }
      const anew = countedAnew({ ...clock, dueOn: without ?? '' }, holidays, more)
      expect(anew ?? without).toBe(withIt)
      const back = countedAnew({ ...clock, dueOn: withIt ?? '' }, more, holidays)
      expect(back ?? withIt).toBe(without)
    }),
  )
})

test('what follows a clock that runs moves with it, and once that is met it is counted from that day', () => {
  const more = withDay('2026-11-25')
  const after = { from: '2026-11-23', days: 5 }
  const follows = { from: '2026-11-30', days: 10, dueOn: '2026-12-14' }
  expect(countedAnew({ ...follows, after }, holidays, more)).toBe('2026-12-15')
  expect(countedAnew({ ...follows, from: '2026-11-26', dueOn: '2026-12-10' }, holidays, more)).toBeNull()
})

test('a day that no count leads to stays: it was agreed or promised', () => {
  const clock = { from: '2026-11-23', days: 3, dueOn: '2026-11-30' }
  expect(countedAnew(clock, holidays, withDay('2026-11-25'))).toBeNull()
})

test('counting twice changes nothing more', () => {
  const more = withDay('2026-11-25')
  const clock = { from: '2026-11-23', days: 3 }
  expect(countedAnew({ ...clock, dueOn: '2026-11-26' }, holidays, more)).toBe('2026-11-27')
  expect(countedAnew({ ...clock, dueOn: '2026-11-27' }, holidays, more)).toBeNull()
})
