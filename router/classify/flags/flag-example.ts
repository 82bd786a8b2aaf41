/** A sentence and what red flags are told in it, to learn from. */
import type { Flag } from '../../../shared/words.ts'

export interface FlagExample {
  readonly text: string
  readonly question: string | null
  /** None: calm. */
  readonly flags: readonly Flag[]
  /** Which flags somebody looked for in it: all, or only those of danger; what was collected nobody looked at. */
  readonly lookedFor: 'all' | 'danger' | 'none'
}
