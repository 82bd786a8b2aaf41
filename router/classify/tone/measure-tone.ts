/** How well tones are told, on examples the model has not seen. */
import type { Model } from '../../../shared/classifier-model.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import { tones, type Tone } from '../../../shared/words.ts'
import { stretchesOf } from '../split-issues.ts'
import type { Example } from './examples.ts'
import { readTone } from './read-tone.ts'

export interface ToneMeasure {
  readonly examples: number
  /** Share told rightly. */
  readonly accuracy: number
  /** Standard deviation of that share between the folds. */
  readonly spread: number
  /** Mean of the F1 of the tones that occur. */
  readonly macroF1: number
  /** Share of the severe that were taken for praise. */
  readonly severeTakenForPraise: number
}

/** An example beside what was made of it by a model that had not seen it. */
export interface Told {
  readonly example: Example
  readonly told: Tone
  readonly fold: number
}

export function measureTone(unseen: readonly Told[]): ToneMeasure {
  const told = unseen.map(({ example, told, fold }) => ({ ...example, told, fold }))
  const isRight = (each: (typeof told)[number]) => each.told === each.tone
  const occurring = tones.filter((tone) => told.filter((each) => each.tone === tone).length > 1)
  const severe = told.filter((each) => each.severe)
  const folds = [...new Set(told.map(({ fold }) => fold))]
  return {
    examples: told.length,
    accuracy: share(told, isRight),
    spread: deviationOf(
      folds.map((fold) =>
        share(
          told.filter((each) => each.fold === fold),
          isRight,
        ),
      ),
    ),
    macroF1: occurring.reduce((sum, tone) => sum + f1Of(told, tone), 0) / (occurring.length || 1),
    severeTakenForPraise: share(severe, (each) => each.told === 'positive'),
  }
}

export function toneBy({ text, question }: Example, model: Model): Tone {
  const plain = plainText(text)
  return readTone({ plain: plain.text, parts: stretchesOf(plain.lines), question, rating: null }, model).tone
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (values.length || 1))
}

function share<T>(all: readonly T[], holds: (each: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(holds).length / all.length
}

function f1Of(told: readonly { readonly tone: Tone; readonly told: Tone }[], tone: Tone): number {
  const right = told.filter((each) => each.tone === tone && each.told === tone).length
  const wrong = told.filter((each) => (each.tone === tone) !== (each.told === tone)).length
  return (2 * right) / (2 * right + wrong || 1)
}
