/** How the words sound: what the model makes of the whole and of its parts, and which words weighed most. */
import type { Span } from '../../../shared/finding.ts'
import type { Judge, LinearModel, Meanings, Model, ToneModel } from '../../../shared/classifier-model.ts'
import { tones, type Tone } from '../../../shared/words.ts'
import { flagsOf, type FlagNets } from '../flags/flagged-stretches.ts'
import type { FlaggedStretch, ScoredStretch } from '../flags/stretch.ts'
import { evidenceOf, evidenceOfMeaning } from './evidence.ts'
import { askedOf, featuresOf, type Asked, type Features } from './features.ts'
import { hiddenOf, judgedScores } from './judge.ts'
import { leadingWords, weightFor } from './leading-words.ts'
import { meaningOf } from './meaning.ts'
import { graveWords, gravityOf } from './read-grave.ts'
import { chancesOf, scoresOf } from './scores.ts'

export type Chances = Readonly<Record<Tone, number>>

export interface ToneReading {
  readonly tone: Tone
  readonly chances: Chances
  /** Places in the plain text. */
  readonly leading: readonly Span[]
  /** One for each part handed in. */
  readonly parts: readonly Chances[]
  /** Of the parts that do not praise, those that may tell of grave harm; places in the plain text. */
  readonly grave: readonly GraveStretch[]
  /** Of all parts, those that tell of what a red flag is raised for. */
  readonly flagged: readonly FlaggedStretch[]
}

/** Places are in the plain text. */
export interface GraveStretch {
  readonly chance: number
  /** How likely that it blames: 0 to 1. */
  readonly blame: number
  readonly at: Span
  readonly leading: readonly Span[]
}

/** What is less likely to tell of grave harm is not told of. */
export const mayReadGrave = 0.5

export interface ToneInput {
  readonly plain: string
  /** The stretches the plain text is made of. */
  readonly parts: readonly Span[]
  readonly question: string | null
  /** 1 (very poor) to 5 (very good). */
  readonly rating: number | null
}

/** Parts beyond these are not scored on their own, so that a long letter stays quick. */
const mostParts = 150

export function readTone({ plain, parts, question, rating }: ToneInput, models: Model): ToneReading {
  const model = question === null ? (models.unasked ?? models) : models
  const asked = askedOf(question)
  const features = featuresOf(plain, asked, model.tone.buckets)
  const whole = scoresOf(features, model.tone)
  const stretches: readonly ScoredStretch[] =
    parts.length === 1
      ? [{ start: 0, end: plain.length, features, scores: whole }]
      : parts.slice(0, mostParts).map((part) => stretchOf(plain, part, asked, model.tone))
  const rest = () => parts.slice(stretches.length).map((part) => stretchOf(plain, part, asked, model.tone))
  const each = stretches.map(({ scores }) => scores)
  const scores = judged(whole, each, { question, letters: plain.length }, model)
  const sensed = sensedIn(features, question, models.meanings, model.sense)
  const chances = named(
    chancesOf(scores.map((score, row) => score + (sensed[row] ?? 0) + ratingLean(tones[row], rating))),
  )
  const tone = likeliest(chances)
  return {
    tone,
    chances,
    leading: leadingWords(features, { plain, start: 0 }, weightFor(tones.indexOf(tone), model.tone)),
    parts: each.map((part) => named(chancesOf(part))),
    grave: models.grave === null ? [] : graveAmong(plain, stretches, models.grave),
    flagged: readsFlags(models) ? flaggedAmong(plain, [...stretches, ...rest()], models) : [],
  }
}

function stretchOf(plain: string, { start, end }: Span, asked: Asked, model: LinearModel): ScoredStretch {
  const features = featuresOf(plain.slice(start, end), asked, model.buckets)
  return { start, end, features, scores: scoresOf(features, model) }
}

/** So clearly must words praise that what they tell is no harm. */
const clearPraise = 0.62

/** Each stretch by itself, so that the order of the sentences changes nothing. */
function graveAmong(plain: string, stretches: readonly ScoredStretch[], model: LinearModel): GraveStretch[] {
  return stretches.flatMap(({ start, end, features, scores }) => {
    const { positive, negative } = named(chancesOf(scores))
    if (positive >= clearPraise) return []
    const chance = gravityOf(features, model)
    if (chance < mayReadGrave) return []
    const leading = graveWords(features, { plain, start }, model)
    return [{ chance, blame: negative, at: { start, end }, leading }]
  })
}

function readsFlags({ danger, flags }: FlagNets): boolean {
  return danger !== null || flags !== null
}

/** To the end of the longest letter, each stretch by itself. */
function flaggedAmong(plain: string, stretches: readonly ScoredStretch[], nets: FlagNets): FlaggedStretch[] {
  return stretches.flatMap((stretch) => flagsOf(plain, stretch, nets))
}

function judged(
  whole: readonly number[],
  parts: readonly (readonly number[])[],
  { question, letters }: { readonly question: string | null; readonly letters: number },
  { judge }: ToneModel,
): readonly number[] {
  if (judge === null) return whole
  const evidence = evidenceOf(whole, parts, question, letters)
  return judgedScores(evidence, hiddenOf(evidence, judge), judge)
}

/** What a few words say turns on the question more than on what they mean anywhere else. */
const fewWords = 3

/** None, or one for each tone. */
function sensedIn(
  features: Features,
  question: string | null,
  meanings: Meanings | null,
  sense: Judge | null,
): readonly number[] {
  if (meanings === null || sense === null || features.wordStarts.length <= fewWords) return []
  const evidence = evidenceOfMeaning(question, meaningOf(features, meanings))
  return judgedScores(evidence, hiddenOf(evidence, sense), sense)
}

const perStar = 1.4

/** What a star or a face adds, in log odds: clear, but outweighed by clear words. */
function ratingLean(tone: Tone | undefined, rating: number | null): number {
  if (rating === null) return 0
  if (tone === 'positive') return (rating - 3) * perStar
  return tone === 'negative' ? (3 - rating) * perStar : 0
}

function named(chances: readonly number[]): Chances {
  const [positive = 0, neutral = 0, negative = 0] = chances
  return { positive, neutral, negative }
}

/** Even chances are no opinion. */
export function likeliest(chances: Chances): Tone {
  if (chances.positive > chances.neutral && chances.positive > chances.negative) return 'positive'
  return chances.negative > chances.neutral ? 'negative' : 'neutral'
}
