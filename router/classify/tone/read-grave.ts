/** How likely a stretch tells of grave harm, by the weights of its words: a net under the rules, which know only what they list. */
import type { Span } from '../../../shared/finding.ts'
import type { LinearModel } from '../../../shared/classifier-model.ts'
import type { Features } from './features.ts'
import { leadingWords, weightFor, type ReadFrom } from './leading-words.ts'
import { chancesOf, scoresOf } from './scores.ts'

/** How likely the text of these features tells of grave harm: 0 to 1. */
export function gravityOf(features: Features, model: LinearModel): number {
  return chancesOf(scoresOf(features, model))[graveRow(model)] ?? 0
}

/** The words that say so, as places in the whole plain text. */
export function graveWords(features: Features, from: ReadFrom, model: LinearModel): readonly Span[] {
  return leadingWords(features, from, weightFor(graveRow(model), model))
}

function graveRow({ classes }: LinearModel): number {
  return classes.indexOf('grave')
}
