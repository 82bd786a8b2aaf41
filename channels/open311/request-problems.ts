/** What can be wrong with the form of a civic app. */
import { isCalendarDate, londonDate } from '../../shared/dates/london.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { RequestForm } from './request-form.ts'
import { readServiceCode } from './service-code.ts'

export const contactWays = ['email', 'sms', 'phone', 'post', 'none'] as const

/** Characters: the longest thing anybody wrote to a form of ours, and a line of it. */
const longestText = 100_000
const longestLine = 1_000

/** Pictures: so many, each so large. A telephone's have 2 to 4 MB. */
export const mostFiles = 5
const fileMegabytes = 5
export const largestFile = fileMegabytes * 1_048_576

const lines = ['email', 'first_name', 'last_name', 'phone', 'address_string'] as const

export interface Problem {
  readonly field: string
  readonly reason: Reason
}

/** Field and what is wrong with it; empty when all is well. */
export function problemsIn(form: RequestForm): readonly Problem[] {
  const code = form.field('service_code')
  const wrong: Readonly<Record<string, string | false>> = {
    service_code: readServiceCode(code) === null && 'open311:problem.service',
    description: form.field('description') === '' && 'open311:problem.description',
    'attribute[happened_on]': !isPossibleDate(form.attribute('happened_on')) && 'open311:problem.date',
  }
  const found = Object.entries(wrong).flatMap(([field, key]) =>
    key === false ? [] : [{ field, reason: reason(key) }],
  )
  return [...found, ...tooLong(form), ...tooMuch(form)]
}

function tooLong(form: RequestForm): readonly Problem[] {
  const long = [
    ...lines.filter((field) => form.field(field).length > longestLine),
    ...(form.mediaUrls.some((url) => url.length > longestLine) ? ['media_url'] : []),
    ...(form.field('description').length > longestText ? ['description'] : []),
    ...['wanted_outcome', 'needs'].filter((code) => form.attribute(code).length > longestText),
  ]
  return long.map((field) => ({ field, reason: reason('open311:problem.tooLong', { field }) }))
}

function tooMuch({ files, mediaUrls }: RequestForm): readonly Problem[] {
  const isTooMuch =
    files.length > mostFiles ||
    mediaUrls.length > mostFiles ||
    files.some(({ content }) => content.length > largestFile)
  const limits = { count: mostFiles, megabytes: fileMegabytes }
  return isTooMuch ? [{ field: 'media', reason: reason('open311:problem.files', limits) }] : []
}

function isPossibleDate(written: string): boolean {
  return written === '' || dateOf(written) !== null
}

/** A calendar date in London, from a date or an instant as GeoReport writes them; null where it is neither. */
export function dateOf(written: string): string | null {
  if (isCalendarDate(written)) return written
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(written) ? Date.parse(written) : Number.NaN
  return Number.isNaN(instant) ? null : londonDate(new Date(instant))
}
