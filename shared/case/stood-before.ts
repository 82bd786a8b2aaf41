/** How a case stood until one click corrected it, which is all that undoing the click needs. */
import type { Reason } from '../finding.ts'
import type { StaffId, TeamId } from '../ids.ts'
import type { Kind, Level, Likelihood, Seriousness } from '../words.ts'

export type StoodBefore =
  | {
      readonly about: 'kind'
      readonly kind: Kind
      readonly by: StaffId | null
      /** An ISO instant; null where nobody had confirmed it. */
      readonly at: string | null
      /** The kind of the only issue; absent where there were several. */
      readonly issue?: Kind | undefined
    }
  | {
      readonly about: 'level'
      readonly seriousness: Seriousness
      readonly likelihood: Likelihood
      readonly level: Level
      readonly because: readonly Reason[]
    }
  | {
      readonly about: 'owner'
      readonly team: TeamId
      /** By whom and when, an ISO instant; absent where the team had not accepted it. */
      readonly accepted?: { readonly by: StaffId | null; readonly at: string } | undefined
    }
  | { readonly about: 'subjects'; readonly position: number; readonly subjects: readonly string[] }
