/** How likely a stretch tells of grave harm, by the weights of its words: a net under the rules, which know only what they list. */
import type { Span } from '../../../shared/finding.ts'
import type { LinearModel } from '../../../shared/knowledge.ts'
import type { Features } from './features.ts'
import { leadingWords } from './leading-words.ts'
import { chancesOf, scoresOf } from './scores.ts'

export interface StretchGravity {
  /** 0 to 1. */
  readonly chance: number
  /** Places in the stretch the features were made of. */
  readonly leading: readonly Span[]
}

export function gravityOf(features: Features, model: LinearModel): StretchGravity {
  const row = model.classes.indexOf('grave')
  const chance = chancesOf(scoresOf(features, model))[row] ?? 0
  return { chance, leading: chance < worthTelling ? [] : telling(leadingWords(features, model, row)) }
}

/** "Was" and "she" weigh too, but tell a reader nothing; where there is nothing else they stand. */
function telling(words: readonly Span[]): readonly Span[] {
  const longer = words.filter(({ start, end }) => end - start > 3)
  return longer.length > 0 ? longer : words
}

/** Below this nobody asks for the words. */
const worthTelling = 0.4
