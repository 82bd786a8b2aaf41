/** The reason by which a team's manager is told of praise besides: whoever is offered a case for it has nothing to take on. */
export const toldAsManager = 'router:owner.manager'
