/** Which flags a stretch tells of, by the weights of its words: a net under the red flags, which know only what they list. */
import type { Span } from '../../../shared/finding.ts'
import type { FlagModel, LinearModel, Model } from '../../../shared/classifier-model.ts'
import { tones } from '../../../shared/words.ts'
import { stretchesOf } from '../split-issues.ts'
import { askedOf, featuresOf } from '../tone/features.ts'
import { leadingWords } from '../tone/leading-words.ts'
import { dangerOf } from '../tone/read-danger.ts'
import { chancesOf, scoresOf } from '../tone/scores.ts'
import { flagFeatures } from './flag-features.ts'
import { chanceOf, flagScores, scoreOf } from './flag-scores.ts'
import type { FlaggedStretch, ScoredStretch } from './stretch.ts'

/** What is less likely to tell of a flag is not told of. */
export const mayReadFlag = 0.6
const leastScore = scoreOf(mayReadFlag)

/** So likely is praise that what sounds like danger in it is a joke about dying, or thanks for a life saved. */
const mostlyPraise = 0.6
const positive = tones.indexOf('positive')

/** The nets under the red flags; null where the rules alone tell. */
export type FlagNets = Pick<Model, 'danger' | 'flags'>

/** For words that are read for flags alone, as a subject line is. `lines`: the plain text with its line ends. */
export function flagsIn(
  { text, lines }: { readonly text: string; readonly lines: string },
  nets: FlagNets,
  tone: LinearModel,
): readonly FlaggedStretch[] {
  return stretchesOf(lines).flatMap(({ start, end }) => {
    const features = featuresOf(text.slice(start, end), askedOf(null), tone.buckets)
    return flagsOf(text, { start, end, features, scores: scoresOf(features, tone) }, nets)
  })
}

/** One for each flag that it tells of; of the two dangers at most one. */
export function flagsOf(
  plain: string,
  stretch: ScoredStretch,
  { danger, flags }: FlagNets,
): FlaggedStretch[] {
  const praise = chancesOf(stretch.scores)[positive] ?? 0
  if (praise >= mostlyPraise) return []
  return [
    ...(danger === null ? [] : dangerOf(plain, stretch, danger)),
    ...(flags === null ? [] : othersOf(plain, stretch, flags)),
  ]
}

function othersOf(plain: string, { start, end }: Span, model: FlagModel): FlaggedStretch[] {
  const features = flagFeatures(plain.slice(start, end), model.buckets)
  const scores = flagScores(features, model)
  if (scores.every((score) => score < leastScore)) return []
  return scores.flatMap((score, row) => {
    const flag = model.flags[row]
    if (flag === undefined || score < leastScore) return []
    const leading = leadingWords(features, { plain, start }, weightsOf(row, model))
    return [{ flag, chance: chanceOf(score), at: { start, end }, leading }]
  })
}

/** How likely the words tell of each flag, however they sound; in the order of the model's flags. */
export function chancesOfFlags(plain: string, model: FlagModel): readonly number[] {
  return flagScores(flagFeatures(plain, model.buckets), model).map(chanceOf)
}

function weightsOf(row: number, { weights, steps, flags }: FlagModel): (bucket: number) => number {
  return (bucket) => (weights[bucket * flags.length + row] ?? 0) * (steps[row] ?? 1)
}
