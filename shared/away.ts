/** Is a team away on a day? Its first and its last day away both count. */
import type { CalendarDate } from './dates/london.ts'
import type { Team } from './directory.ts'

export function isAway({ away }: Pick<Team, 'away'>, day: CalendarDate): boolean {
  return away !== undefined && away.from <= day && day <= away.until
}
