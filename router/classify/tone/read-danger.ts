/** Which danger to a life a stretch tells of, by the weights of its words: a net under the red flags, which know only what they list. */
import type { Span } from '../../../shared/finding.ts'
import type { LinearModel } from '../../../shared/knowledge.ts'
import { dangers, tones, type Flag } from '../../../shared/words.ts'
import { stretchesOf } from '../split-issues.ts'
import { askedOf, featuresOf, type Features } from './features.ts'
import { leadingWords } from './leading-words.ts'
import { chancesOf, scoresOf } from './scores.ts'

/** Places are in the plain text. */
export interface DangerStretch {
  readonly flag: Flag
  /** How likely that it tells of danger to a life, whichever: 0 to 1. */
  readonly chance: number
  readonly at: Span
  readonly leading: readonly Span[]
}

/** What is less likely to tell of danger is not told of. */
export const mayReadDanger = 0.6

/** So likely is praise that what sounds like danger in it is a joke about dying, or thanks for a life saved. */
const mostlyPraise = 0.6

/** For words that are read for danger alone, as a subject line is. `lines`: the plain text with its line ends. */
export function dangersIn(
  { text, lines }: { readonly text: string; readonly lines: string },
  model: LinearModel,
  tone: LinearModel,
): readonly DangerStretch[] {
  return stretchesOf(lines).flatMap(({ start, end }) => {
    const features = featuresOf(text.slice(start, end), askedOf(null), tone.buckets)
    return dangerOf(text, { start, end, features, scores: scoresOf(features, tone) }, model)
  })
}

/** A stretch as the tone was read from it; `scores` are those of the tones. */
export interface ScoredStretch extends Span {
  readonly features: Features
  readonly scores: readonly number[]
}

/** None, or one: where it may be either danger, the likelier. */
export function dangerOf(
  plain: string,
  { start, end, features, scores }: ScoredStretch,
  model: LinearModel,
): DangerStretch[] {
  const rows = dangerRows(features, model)
  const chance = sumOf(rows)
  const praise = chancesOf(scores)[tones.indexOf('positive')] ?? 0
  if (chance < mayReadDanger || praise >= mostlyPraise) return []
  const { flag, row } = rows.reduce((most, each) => (each.chance > most.chance ? each : most))
  const leading = leadingWords(features, { plain, start }, model, row)
  return [{ flag, chance, at: { start, end }, leading }]
}

/** How likely the words tell of danger to a life, whichever and however they sound: 0 to 1. */
export function chanceOfDanger(features: Features, model: LinearModel): number {
  return sumOf(dangerRows(features, model))
}

interface DangerRow {
  readonly flag: Flag
  readonly row: number
  readonly chance: number
}

function dangerRows(features: Features, model: LinearModel): readonly DangerRow[] {
  const chances = chancesOf(scoresOf(features, model))
  return dangers.map((flag) => {
    const row = model.classes.indexOf(flag)
    return { flag, row, chance: chances[row] ?? 0 }
  })
}

function sumOf(rows: readonly DangerRow[]): number {
  return rows.reduce((sum, { chance }) => sum + chance, 0)
}
