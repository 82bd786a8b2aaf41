/** Which danger to a life a stretch tells of, by the weights of its words: a net under the red flags, which know only what they list. */
import type { Span } from '../../../shared/finding.ts'
import type { LinearModel } from '../../../shared/knowledge.ts'
import { dangers, type Flag } from '../../../shared/words.ts'
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

/** For words that are read for danger alone, as a subject line is. `lines`: the plain text with its line ends; `buckets`: those of the tone. */
export function dangersIn(
  { text, lines }: { readonly text: string; readonly lines: string },
  model: LinearModel,
  buckets: number,
): readonly DangerStretch[] {
  return stretchesOf(lines).flatMap(({ start, end }) =>
    dangerOf(text, { start, end }, featuresOf(text.slice(start, end), askedOf(null), buckets), model),
  )
}

/** None, or one: where it may be either danger, the likelier. */
export function dangerOf(
  plain: string,
  { start, end }: Span,
  features: Features,
  model: LinearModel,
): DangerStretch[] {
  const chances = chancesOf(scoresOf(features, model))
  const rows = dangers.map((flag) => ({ flag, row: model.classes.indexOf(flag) }))
  const chance = rows.reduce((sum, { row }) => sum + (chances[row] ?? 0), 0)
  if (chance < mayReadDanger) return []
  const { flag, row } = rows.reduce((most, each) =>
    (chances[each.row] ?? 0) > (chances[most.row] ?? 0) ? each : most,
  )
  const leading = leadingWords(features, { plain, start }, model, row)
  return [{ flag, chance, at: { start, end }, leading }]
}
