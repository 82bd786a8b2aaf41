/** Working days and due dates as the law counts them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankHolidays } from '../../../rules/bank-holidays.ts'
import { holidaySet, mergeHolidays } from '../../../shared/dates/bank-holidays.ts'
import { dueDate, type Length } from '../../../shared/dates/due-date.ts'
import { daysBetween, endOfLondonDay, isCalendarDate, londonDate } from '../../../shared/dates/london.ts'
import { addWorkingDays, isWorkingDay, onOrAfter } from '../../../shared/dates/working-days.ts'

const holidays = holidaySet(bankHolidays)
const threeWorkingDays: Length = { amount: 3, unit: 'working-days', startDay: 'day-zero' }

/** Any day of the years the table covers well. */
const anyDate = fc
  .integer({ min: 0, max: 365 * 4 })
  .map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))

describe('acknowledging within three working days', () => {
  test.each([
    ['Christmas and its substitute day', '2026-12-24', '2026-12-31'],
    ['Easter, received on Maundy Thursday', '2025-04-17', '2025-04-24'],
    ['Easter of the next year', '2026-04-02', '2026-04-09'],
    ['a Saturday before the early May holiday', '2026-05-02', '2026-05-07'],
    ['an ordinary Monday', '2026-11-16', '2026-11-19'],
    ['a Friday', '2026-11-20', '2026-11-25'],
    ['a Sunday', '2026-11-22', '2026-11-25'],
    ['Christmas Day itself', '2026-12-25', '2026-12-31'],
    ['two substitute days in one week', '2027-12-24', '2027-12-31'],
    ['New Year moved to a Monday after', '2027-12-31', '2028-01-06'],
    ['the last working day of the year', '2025-12-31', '2026-01-06'],
    ['a leap day', '2024-02-29', '2024-03-05'],
    ['Good Friday', '2024-03-29', '2024-04-04'],
  ])('%s', (_, received, due) => {
    expect(dueDate(received, threeWorkingDays, holidays)).toBe(due)
  })

  test('a proclaimed day moves it on by one', () => {
    const proclaimed = mergeHolidays(bankHolidays, [
      { date: '2026-11-18', title: 'A proclaimed day', substitute: false },
    ])
    expect(dueDate('2026-11-16', threeWorkingDays, holidaySet(proclaimed))).toBe('2026-11-20')
  })
})

describe('six months that begin on the day of receipt', () => {
  test.each([
    ['the usual case', '2026-01-15', '2026-07-14'],
    ['the first of a month', '2026-01-01', '2026-06-30'],
    ['the first of September', '2026-09-01', '2027-02-28'],
    ['the first of March', '2026-03-01', '2026-08-31'],
    ['no such date in the last month', '2026-08-31', '2027-02-28'],
    ['no such date, in a leap year', '2027-08-31', '2028-02-29'],
    ['the 30th, in a leap year', '2027-08-30', '2028-02-29'],
    ['the 29th, in a leap year', '2027-08-29', '2028-02-28'],
    ['31 October', '2026-10-31', '2027-04-30'],
    ['over a weekend, which moves nothing', '2026-01-11', '2026-07-10'],
  ])('%s', (_, received, due) => {
    expect(dueDate(received, { amount: 6, unit: 'months', startDay: 'first-day' }, holidays)).toBe(due)
  })
})

describe('other ways of counting', () => {
  test.each<[string, string, Length, string]>([
    [
      'days after the day',
      '2026-11-02',
      { amount: 28, unit: 'calendar-days', startDay: 'day-zero' },
      '2026-11-30',
    ],
    [
      'days with the day',
      '2026-11-02',
      { amount: 28, unit: 'calendar-days', startDay: 'first-day' },
      '2026-11-29',
    ],
    ['weeks', '2026-11-02', { amount: 12, unit: 'weeks', startDay: 'day-zero' }, '2027-01-25'],
    ['months after the day', '2026-01-31', { amount: 1, unit: 'months', startDay: 'day-zero' }, '2026-02-28'],
    [
      'working days with the day',
      '2026-11-02',
      { amount: 1, unit: 'working-days', startDay: 'first-day' },
      '2026-11-02',
    ],
    [
      'working days with a Sunday',
      '2026-11-01',
      { amount: 2, unit: 'working-days', startDay: 'first-day' },
      '2026-11-03',
    ],
    [
      'no working day: today',
      '2026-11-02',
      { amount: 0, unit: 'working-days', startDay: 'day-zero' },
      '2026-11-02',
    ],
    [
      'no working day, asked on a Sunday',
      '2026-11-01',
      { amount: 0, unit: 'working-days', startDay: 'day-zero' },
      '2026-11-02',
    ],
  ])('%s', (_, start, length, due) => {
    expect(dueDate(start, length, holidays)).toBe(due)
  })

  test('a negative or broken number of days is refused', () => {
    expect(() => addWorkingDays('2026-11-02', -1, holidays)).toThrow(RangeError)
    expect(() => addWorkingDays('2026-11-02', 1.5, holidays)).toThrow(RangeError)
  })
})

describe('whatever the date', () => {
  test('a clock in working days ends on a working day', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(40), (start, amount) => {
        expect(isWorkingDay(addWorkingDays(start, amount, holidays), holidays)).toBe(true)
      }),
    )
  })

  test('exactly as many working days lie after the start as were asked for', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 40 }), (start, amount) => {
        const due = addWorkingDays(start, amount, holidays)
        let worked = 0
        for (let day = start; day < due;) {
          day = dueDate(day, { amount: 1, unit: 'calendar-days', startDay: 'day-zero' }, holidays)
          if (isWorkingDay(day, holidays)) worked += 1
        }
        expect(worked).toBe(amount)
      }),
    )
  })

  test('one more holiday never makes anything due earlier', () => {
    fc.assert(
      fc.property(anyDate, anyDate, fc.nat(30), (start, holiday, amount) => {
        const more = new Set([...holidays, holiday])
        expect(addWorkingDays(start, amount, more) >= addWorkingDays(start, amount, holidays)).toBe(true)
      }),
    )
  })

  test('what is received later is never due earlier', () => {
    const lengths: readonly Length[] = [
      threeWorkingDays,
      { amount: 6, unit: 'months', startDay: 'first-day' },
      { amount: 28, unit: 'calendar-days', startDay: 'day-zero' },
    ]
    fc.assert(
      fc.property(anyDate, anyDate, fc.constantFrom(...lengths), (one, other, length) => {
        const [first, second] = one <= other ? [one, other] : [other, one]
        expect(dueDate(first, length, holidays) <= dueDate(second, length, holidays)).toBe(true)
      }),
    )
  })

  test('a working day stays where it is, any other moves on to the next one', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const next = onOrAfter(date, holidays)
        expect(isWorkingDay(date, holidays) ? next === date : next > date).toBe(true)
      }),
    )
  })
})

describe('the day in London', () => {
  test.each([
    ['late on a summer evening it is tomorrow already', '2026-07-01T23:30:00Z', '2026-07-02'],
    ['late on a winter evening it is still today', '2026-12-01T23:30:00Z', '2026-12-01'],
    ['the hour the clocks go forward', '2026-03-29T00:59:59Z', '2026-03-29'],
    ['the hour the clocks go back', '2026-10-25T00:30:00Z', '2026-10-25'],
    ['half an hour before the clocks go back, a day earlier in UTC', '2026-10-24T23:30:00Z', '2026-10-25'],
  ])('%s', (_, instant, date) => {
    expect(londonDate(instant)).toBe(date)
    expect(londonDate(new Date(instant))).toBe(date)
  })

  test('a day ends at midnight in London, an hour earlier in UTC while it is summer', () => {
    expect(endOfLondonDay('2026-07-01')).toBe('2026-07-01T23:00:00Z')
    expect(endOfLondonDay('2026-12-01')).toBe('2026-12-02T00:00:00Z')
  })

  test('only real dates of the calendar are dates, and a year’s end lies between two of them like any other day', () => {
    expect(['2026-02-28', '2024-02-29'].every(isCalendarDate)).toBe(true)
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
    expect(['2026-02-29', '2026-2-1', '2026-13-01', 'today', ''].some(isCalendarDate)).toBe(false)
  })
})

describe('the table of bank holidays', () => {
  test('holds no weekend, no day twice, and eight days a year', () => {
    const dates = bankHolidays.map(({ date }) => date)
    expect(new Set(dates).size).toBe(dates.length)
    expect(dates.every((date) => isCalendarDate(date) && isWorkingDay(date, new Set()))).toBe(true)
    const years = new Set(dates.map((date) => date.slice(0, 4)))
    expect(dates).toHaveLength(years.size * 8)
  })

  test('merging what is published keeps days that are published no longer', () => {
    const published = [
      { date: '2028-12-26', title: 'Boxing Day, newly named', substitute: false },
      { date: '2029-01-01', title: 'New Year’s Day', substitute: false },
    ]
    const merged = mergeHolidays(bankHolidays, published)
    expect(merged).toHaveLength(bankHolidays.length + 1)
    expect(merged.find(({ date }) => date === '2028-12-26')?.title).toBe('Boxing Day, newly named')
    expect(merged.map(({ date }) => date)).toEqual(merged.map(({ date }) => date).toSorted())
  })
})
