/** The reasons by which a team is only told of a case: it has nothing to take on, since another team has it. */

/** Praise for a team: its manager hears of it. */
export const toldAsManager = 'router:owner.manager'
/** A routing rule says that the team is told as well. */
export const toldByRule = 'router:owner.told'

export const onlyTold: readonly string[] = [toldAsManager, toldByRule]
