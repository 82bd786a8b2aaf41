/** A token in every form that changes something, so that no other site's page can send one in a member's name. */
import { csrfSync } from 'csrf-sync'
import type { Request } from 'express'

const { generateToken, csrfSynchronisedProtection } = csrfSync({
  getTokenFromRequest: (request) => {
    const body: unknown = request.body
    if (typeof body !== 'object' || body === null || !('_csrf' in body)) return undefined
    return typeof body._csrf === 'string' ? body._csrf : undefined
  },
})

/** Refuses with 403. After the body was parsed. */
export const fromOurOwnPages = csrfSynchronisedProtection

/** The same for the whole session: forms open in two tabs both stay good. */
export function tokenOf(request: Request): string {
  return generateToken(request)
}
