/** Is a team away on a day, by itself or because everybody in it is? */
import type { CalendarDate } from './dates/london.ts'
import type { Team } from './directory.ts'
import type { TeamId } from './ids.ts'

export interface Day {
  /** The day on which it is asked, YYYY-MM-DD in London. */
  readonly routedOn: CalendarDate
  /** Teams in which everybody is away on that day, with the last day before somebody is back; absent: nobody asked. */
  readonly nobodyIn?: ReadonlyMap<TeamId, CalendarDate>
}

/** Its first and its last day away both count. */
export function isAway({ id, away }: Pick<Team, 'id' | 'away'>, { routedOn, nobodyIn }: Day): boolean {
  return (away !== undefined && away.from <= routedOn && routedOn <= away.until) || nobodyIn?.has(id) === true
}
