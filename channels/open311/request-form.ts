/** The form that a civic app posts (GeoReport v2, POST Service Request), and what can be wrong with it. */
import { isCalendarDate, londonDate } from '../../shared/dates/london.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import { storable } from '../../shared/text/storable.ts'
import { readServiceCode } from './service-code.ts'

export const contactWays = ['email', 'sms', 'phone', 'post', 'none'] as const

/** Characters: the longest thing anybody wrote to a form of ours, and a line of it. */
const longestText = 100_000
const longestLine = 1_000

export interface RequestForm {
  /** Empty where it was left out. Line ends and odd characters are levelled. */
  field(name: string): string
  /** `attribute[CODE]`. */
  attribute(code: string): string
}

export function requestFormIn(raw: Uint8Array): RequestForm {
  const form = new URLSearchParams(Buffer.from(raw).toString('utf8'))
  const field = (name: string) => storable(form.get(name) ?? '').trim()
  return { field, attribute: (code) => field(`attribute[${code}]`) }
}

const lines = ['email', 'first_name', 'last_name', 'phone', 'address_string', 'media_url'] as const

/** Field and what is wrong with it; empty when all is well. */
export function problemsIn(
  form: RequestForm,
): readonly { readonly field: string; readonly reason: Reason }[] {
  const code = form.field('service_code')
  const wrong: Readonly<Record<string, string | false>> = {
    service_code: readServiceCode(code) === null && 'open311:problem.service',
    description: form.field('description') === '' && 'open311:problem.description',
    'attribute[happened_on]': !isPossibleDate(form.attribute('happened_on')) && 'open311:problem.date',
  }
  const found = Object.entries(wrong).flatMap(([field, key]) =>
    key === false ? [] : [{ field, reason: reason(key) }],
  )
  return [...found, ...tooLong(form)]
}

function tooLong(form: RequestForm): ReturnType<typeof problemsIn> {
  const long = [
    ...lines.filter((field) => form.field(field).length > longestLine),
    ...(form.field('description').length > longestText ? ['description'] : []),
    ...['wanted_outcome', 'needs'].filter((code) => form.attribute(code).length > longestText),
  ]
  return long.map((field) => ({ field, reason: reason('open311:problem.tooLong', { field }) }))
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
