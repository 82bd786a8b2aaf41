/** A stretch of plain text as the tone was read from it, and what it tells of a flag. */
import type { Span } from '../../../shared/finding.ts'
import type { Flag } from '../../../shared/words.ts'
import type { Features } from '../tone/features.ts'

/** A stretch as the tone was read from it; `scores` are those of the tones. */
export interface ScoredStretch extends Span {
  readonly features: Features
  readonly scores: readonly number[]
}

/** Places are in the plain text. */
export interface FlaggedStretch {
  readonly flag: Flag
  /** How likely that it tells of what the flag is raised for: 0 to 1. */
  readonly chance: number
  readonly at: Span
  readonly leading: readonly Span[]
}
