/** What a yes or no is worth that was said before anybody knew with whom it would be shared. */
import type { ConsentState } from './consent-changes.ts'

export interface ToldGiven {
  readonly said: 'yes' | 'no'
  /** Is any of what waits for an answer theirs to answer? */
  readonly isTheirs: boolean
  /** Can they be told with whom it is shared, so that they can take it back? */
  readonly canBeTold: boolean
  /** What staff decided of several organisations; null where that never was a question. */
  readonly joint: 'proposed' | 'confirmed' | 'not-joint' | null
  /** Of every organisation that is named by now. */
  readonly consents: readonly ConsentState[]
}

export type ToldStanding = 'open' | 'used' | 'unreachable' | 'not-theirs'

/**
 * A yes is for those whom staff name first: to whoever is added later nobody agreed, for consent is for each receiver by
 * itself. A no needs no names, and holds until they say yes to somebody.
 */
export function standingOfTold({ said, isTheirs, canBeTold, joint, consents }: ToldGiven): ToldStanding {
  if (!isTheirs) return 'not-theirs'
  if (said === 'no') return consents.includes('given') ? 'used' : 'open'
  if (!canBeTold) return 'unreachable'
  const isFirst = joint === null ? consents.every((state) => state === 'needed') : joint === 'proposed'
  return isFirst ? 'open' : 'used'
}
