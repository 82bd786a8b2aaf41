/**
 * Bank holidays of England and Wales, 2024 to 2028. New years are added; none is ever removed.
 * Source: gov.uk/bank-holidays.json (england-and-wales); the years it does not publish yet are computed from the
 * Banking and Financial Dealings Act 1971, with the usual substitute days.
 */
import type { BankHoliday } from '../shared/dates/bank-holidays.ts'

export const bankHolidays: readonly BankHoliday[] = [
  { date: '2024-01-01', title: 'New Year’s Day', substitute: false },
  { date: '2024-03-29', title: 'Good Friday', substitute: false },
  { date: '2024-04-01', title: 'Easter Monday', substitute: false },
  { date: '2024-05-06', title: 'Early May bank holiday', substitute: false },
  { date: '2024-05-27', title: 'Spring bank holiday', substitute: false },
  { date: '2024-08-26', title: 'Summer bank holiday', substitute: false },
  { date: '2024-12-25', title: 'Christmas Day', substitute: false },
  { date: '2024-12-26', title: 'Boxing Day', substitute: false },
  { date: '2025-01-01', title: 'New Year’s Day', substitute: false },
  { date: '2025-04-18', title: 'Good Friday', substitute: false },
  { date: '2025-04-21', title: 'Easter Monday', substitute: false },
  { date: '2025-05-05', title: 'Early May bank holiday', substitute: false },
  { date: '2025-05-26', title: 'Spring bank holiday', substitute: false },
  { date: '2025-08-25', title: 'Summer bank holiday', substitute: false },
  { date: '2025-12-25', title: 'Christmas Day', substitute: false },
  { date: '2025-12-26', title: 'Boxing Day', substitute: false },
  { date: '2026-01-01', title: 'New Year’s Day', substitute: false },
  { date: '2026-04-03', title: 'Good Friday', substitute: false },
  { date: '2026-04-06', title: 'Easter Monday', substitute: false },
  { date: '2026-05-04', title: 'Early May bank holiday', substitute: false },
  { date: '2026-05-25', title: 'Spring bank holiday', substitute: false },
  { date: '2026-08-31', title: 'Summer bank holiday', substitute: false },
  { date: '2026-12-25', title: 'Christmas Day', substitute: false },
  { date: '2026-12-28', title: 'Boxing Day', substitute: true },
  { date: '2027-01-01', title: 'New Year’s Day', substitute: false },
  { date: '2027-03-26', title: 'Good Friday', substitute: false },
  { date: '2027-03-29', title: 'Easter Monday', substitute: false },
  { date: '2027-05-03', title: 'Early May bank holiday', substitute: false },
  { date: '2027-05-31', title: 'Spring bank holiday', substitute: false },
  { date: '2027-08-30', title: 'Summer bank holiday', substitute: false },
  { date: '2027-12-27', title: 'Christmas Day', substitute: true },
  { date: '2027-12-28', title: 'Boxing Day', substitute: true },
  { date: '2028-01-03', title: 'New Year’s Day', substitute: true },
  { date: '2028-04-14', title: 'Good Friday', substitute: false },
  { date: '2028-04-17', title: 'Easter Monday', substitute: false },
  { date: '2028-05-01', title: 'Early May bank holiday', substitute: false },
  { date: '2028-05-29', title: 'Spring bank holiday', substitute: false },
  { date: '2028-08-28', title: 'Summer bank holiday', substitute: false },
  { date: '2028-12-25', title: 'Christmas Day', substitute: false },
  { date: '2028-12-26', title: 'Boxing Day', substitute: false },
]
