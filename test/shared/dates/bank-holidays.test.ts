/** The table of bank holidays: how far it reaches, and what people add to it. */
import { describe, expect, it } from 'vitest'
import { bankHolidays } from '../../../rules/bank-holidays.ts'
import {
  coveredUntil,
  daysCovered,
  endsSoon,
  mergeHolidays,
  type BankHolidayChange,
} from '../../../shared/dates/bank-holidays.ts'
import { addition, daysChanged, withChange } from '../../../shared/dates/holiday-changes.ts'
import { londonDate } from '../../../shared/dates/london.ts'

const oneOff = { date: '2027-05-10', title: 'A day of thanks', substitute: false }

describe('how far the table reaches', () => {
  it('is at least twelve months ahead of today: if not, add the next years to rules/bank-holidays.ts', () => {
    expect(endsSoon(bankHolidays, londonDate(new Date()))).toBe(false)
  })

  it('is the end of the last year that it knows whole, whatever single day stands far beyond', () => {
    expect(coveredUntil(bankHolidays)).toBe('2028-12-31')
    const far = { ...oneOff, date: '2035-06-01' }
    expect(coveredUntil(mergeHolidays(bankHolidays, [far]))).toBe('2028-12-31')
    expect(coveredUntil([oneOff])).toBeNull()
    expect(coveredUntil([])).toBeNull()
  })

  it.each([
    ['2028-12-30', 1],
    ['2028-12-31', 0],
    ['2029-06-01', 0],
  ])('on %s is %i days ahead', (today, days) => {
    expect(daysCovered(bankHolidays, today)).toBe(days)
  })

  it('ends soon from less than a year before', () => {
    expect(endsSoon(bankHolidays, '2028-01-01')).toBe(false)
    expect(endsSoon(bankHolidays, '2028-01-02')).toBe(true)
    expect(endsSoon([], '2026-01-01')).toBe(true)
  })
})

describe('a day that somebody adds', () => {
  const change = (what: BankHolidayChange['what']): BankHolidayChange => ({
    date: oneOff.date,
    title: oneOff.title,
    what,
    on: '2026-11-28',
    by: 'Ann Example',
    because: 'The Gazette of 27 November 2026',
  })
  const added = withChange({ bankHolidays }, change('added'))

  it('stands in the table in its place, with who added it', () => {
    expect(daysChanged(bankHolidays, added.bankHolidays)).toEqual([oneOff.date])
    expect(added.bankHolidays.map(({ date }) => date)).toEqual(
      added.bankHolidays.map(({ date }) => date).toSorted(),
    )
    expect(addition(oneOff.date, added)).toEqual(change('added'))
    expect(addition('2026-12-25', added)).toBeNull()
  })

  it('is out of it again when it is taken back, and both are on record', () => {
    const back = withChange(added, change('taken-back'))
    expect(back.bankHolidays).toEqual(bankHolidays)
    expect(back.bankHolidayChanges?.map(({ what }) => what)).toEqual(['added', 'taken-back'])
    expect(addition(oneOff.date, back)).toBeNull()
    expect(addition(oneOff.date, withChange(back, change('added')))).not.toBeNull()
  })
})
