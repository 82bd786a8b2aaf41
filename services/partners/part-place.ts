/** Where a part is worked on: in the portal by an account, or behind a link by whoever typed its code. The pages are the same. */
import type { Request } from 'express'
import { readReference, type Reference } from '../../shared/reference.ts'
import { staffOf } from '../staff/signed-in.ts'
import type { Contributor } from '../store/joint/contributor.ts'

export interface PartVisit {
  readonly by: Contributor
  readonly reference: Reference
  /** The address of the part's page. */
  readonly base: string
}

export interface PartPlace {
  /** As it is mounted; may hold `:reference`. */
  readonly path: string
  /** Null where the address means no case. */
  visitOf(request: Request): PartVisit | null
  /** May they write down lessons and look at their other work? A link is for one piece of work. */
  readonly hasWorkList: boolean
}

export const partsInThePortal: PartPlace = {
  path: '/partner/cases/:reference',
  hasWorkList: true,
  visitOf(request) {
    const { id, organisation } = staffOf(request)
    const typed = request.params['reference']
    const reference = typeof typed === 'string' ? readReference(typed) : null
    if (reference === null) return null
    return { by: { kind: 'staff', id, organisation }, reference, base: `/partner/cases/${reference}` }
  },
}
