/** Dates and times as people read them, in London and in their language. */
import type { Language } from '../../shared/words.ts'

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy-GB' }

/** "Thursday 26 November 2026", "dydd Iau 26 Tachwedd 2026" from YYYY-MM-DD. */
export function dayInWords(date: string, language: Language): string {
  // Noon UTC is the same calendar day in London, summer and winter.
  return format(new Date(`${date}T12:00:00Z`), language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}

/** "November 2026" from a day in it, YYYY-MM-DD. */
export function monthInWords(date: string, language: Language): string {
  return format(new Date(`${date}T12:00:00Z`), language, { month: 'long', year: 'numeric' })
}

/** "22 November 2026 at 14:05" from an ISO instant or a Date. */
export function momentInWords(instant: string | Date, language: Language): string {
  const options = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  return format(new Date(instant), language, options)
}

function format(date: Date, language: Language, options: Intl.DateTimeFormatOptions): string {
  // Without the comma after the weekday, as the NHS service manual writes dates; and in Welsh, where the day mostly
  // stands inside a sentence, with a small d.
  return new Intl.DateTimeFormat(locales[language], { timeZone: 'Europe/London', ...options })
    .format(date)
    .replace(/,(?= \d)/, '')
    .replace(/^Dydd /, 'dydd ')
}
