/** Which danger to a life a stretch tells of, by the weights of its words: a net under the red flags, which know only what they list. */
import type { LinearModel } from '../../../shared/classifier-model.ts'
import { dangers, type Flag } from '../../../shared/words.ts'
import type { FlaggedStretch, ScoredStretch } from '../flags/stretch.ts'
import type { Features } from './features.ts'
import { leadingWords, weightFor } from './leading-words.ts'
import { chancesOf, scoresOf } from './scores.ts'

/** What is less likely to tell of danger is not told of. */
export const mayReadDanger = 0.6

/** None, or one: where it may be either danger, the likelier. Its chance is that of danger to a life, whichever. */
export function dangerOf(
  plain: string,
  { start, end, features }: ScoredStretch,
  model: LinearModel,
): FlaggedStretch[] {
  const rows = dangerRows(features, model)
  const chance = sumOf(rows)
  if (chance < mayReadDanger) return []
  const { flag, row } = rows.reduce((most, each) => (each.chance > most.chance ? each : most))
  const leading = leadingWords(features, { plain, start }, weightFor(row, model))
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
