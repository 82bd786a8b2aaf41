/** Every address of some rooms, as Express itself has them, nested rooms included, so that no page can be forgotten. */
import type { Router } from 'express'

export interface Address {
  readonly method: string
  readonly path: string
}

export function addressesOf(router: Pick<Router, 'stack'>): readonly Address[] {
  return router.stack.flatMap(({ route, handle }) => {
    if (route !== undefined)
      return route.stack.map(({ method }) => ({ method: method.toUpperCase(), path: route.path }))
    return isRouter(handle) ? addressesOf(handle) : []
  })
}

function isRouter(handle: object): handle is Router {
  return 'stack' in handle
}
