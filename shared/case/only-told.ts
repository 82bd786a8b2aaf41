/** The reasons by which a team is only told of a case: it has nothing to take on, since another team has it. */
import type { Reason } from '../finding.ts'

/** Praise for a team: its manager hears of it. */
export const toldAsManager = 'router:owner.manager'
/** A routing rule says that the team is told as well. */
export const toldByRule = 'router:owner.told'

export const onlyTold: readonly string[] = [toldAsManager, toldByRule]

/** Has a team nothing to take on by such an offer? */
export function isToldOnly({
  issues,
  because,
}: {
  readonly issues: readonly number[]
  readonly because: readonly Reason[]
}): boolean {
  return issues.length === 0 && because.some(({ key }) => onlyTold.includes(key))
}
