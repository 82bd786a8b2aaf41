/** What a civic app asks of GET Service Requests: which, of which status, from when to when. */
import { reason, type Reason } from '../../shared/finding.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import { readReference } from '../../shared/reference.ts'
import type { CivicRequestQuery } from '../store/civic-requests.ts'

/** GeoReport's own measure: what nobody narrows down, and the most that may be asked for. */
const mostDays = 90
const dayMs = 86_400_000

type Asked = Readonly<Record<string, unknown>>

/** Named references are found whenever they came and whatever else is asked. A reason: what is wrong with the wish. */
export function queryOf(
  asked: Asked,
  ids: string,
  receivedBy: OrganisationId | null,
  now: Date,
): CivicRequestQuery | Reason {
  if (ids !== '') {
    const references = ids.split(',').flatMap((id) => readReference(id.trim()) ?? [])
    const always = { from: new Date(0), to: now }
    return { references: references.slice(0, 100), receivedBy, statuses: null, ...always }
  }
  const span = spanOf(dateIn(asked['start_date']), dateIn(asked['end_date']), now)
  if (span === null) return reason('open311:problem.dates')
  if (span.to.getTime() - span.from.getTime() > mostDays * dayMs) {
    return reason('open311:problem.span', { days: mostDays })
  }
  return { references: null, receivedBy, statuses: statusesIn(asked['status']), ...span }
}

/** A list with commas, as GeoReport writes more than one wish. */
export function listIn(value: unknown): readonly string[] {
  if (typeof value !== 'string') return []
  return value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

/** Null is any. */
function statusesIn(value: unknown): CivicRequestQuery['statuses'] {
  const wanted = listIn(value)
  return wanted.length === 0 ? null : (['open', 'closed'] as const).filter((each) => wanted.includes(each))
}

/** Undefined where it was left out, null where it cannot be read. */
function dateIn(value: unknown): Date | null | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  // A plus that was not written as %2B comes as a blank.
  const written = value.replace(/ (?=\d{2}:\d{2}$)/, '+')
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(written))
    return null
  const date = new Date(written)
  return Number.isNaN(date.getTime()) ? null : date
}

/** With one end named, the other is so many days from it, and never in the future. */
function spanOf(start: Date | null | undefined, end: Date | null | undefined, now: Date) {
  if (start === null || end === null) return null
  const days = (count: number, from: Date) => new Date(from.getTime() + count * dayMs)
  if (start === undefined) return { from: days(-mostDays, end ?? now), to: end ?? now }
  return { from: start, to: end ?? new Date(Math.min(now.getTime(), days(mostDays, start).getTime())) }
}
