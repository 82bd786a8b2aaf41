/** Trains the whole tone model: weights of words, then a judge over whole and parts. The same examples give the same model. */
import type { Judge, LinearModel, Meanings, Model, ToneModel } from '../../../shared/classifier-model.ts'
import { plainText } from '../../../shared/text/plain-text.ts'
import { tones, type Tone } from '../../../shared/words.ts'
import { evidenceOf, evidenceOfMeaning } from './evidence.ts'
import { prepare, unasked, type Example, type Prepared } from './examples.ts'
import { askedOf, featuresOf } from './features.ts'
import { hashOf } from './hash.ts'
import { meaningOf } from './meaning.ts'
import { panelOf, trainJudge, weakened, type JudgeExample } from './train-judge.ts'
import { rowScores, trainWords, wordTraining, type WordTraining } from './train-words.ts'

/** The judge learns from scores that models gave to examples they had not seen. */
const innerFolds = 4
const judges = [1, 2, 3]
/** The whole's own scores are where a judge of scores starts from. */
const trust = 1.5
/** How much the meaning counts beside the words: it knows words that no example has, and is less exact about those that some have. */
const shareOfMeaning = 0.8
/**
 * Neutral answers are few, so models shy away from them; this evens it out, in log odds. Counting the severe twice makes
 * models suspicious of praise as well: among answers, where praise is most of what comes, a little of that is given back.
 */
const neutral = Math.log(1.45)
const leans = {
  answers: { positive: 0.1, neutral, negative: 0 },
  mail: { positive: 0, neutral, negative: 0 },
}

export interface ToneLessons {
  readonly examples: readonly Example[]
  /** Answers that say something else, or nothing, without their question: taught only to the reader of answers. */
  readonly answers: readonly Example[]
}

export function trainTone(
  { examples, answers }: ToneLessons,
  meanings: Meanings | null,
  version: string,
  training: WordTraining = wordTraining,
): Omit<Model, 'grave' | 'danger' | 'flags'> {
  const asked = [...examples.filter(({ question }) => question !== null), ...answers]
  return {
    version,
    ...trainOne(asked, meanings, leans.answers, training),
    unasked: trainOne(unasked(examples), meanings, leans.mail, training),
    meanings,
  }
}

function trainOne(
  examples: readonly Example[],
  meanings: Meanings | null,
  lean: Readonly<Record<Tone, number>>,
  training: WordTraining,
): ToneModel {
  const prepared = examples.map((example) => prepare(example, training.buckets))
  const evidence = unseenEvidence(prepared, training)
  const judge = leaning(panelOf(judges.map((seed) => trainJudge(evidence, seed, trust))), lean)
  const sense = meanings === null ? null : senseOf(prepared, meanings)
  return { tone: trainWords(prepared, training), judge, sense }
}

/** Like texts fall into the same fold, so that none is judged by a model that saw its twin. */
export function foldOf(text: string, folds: number, seed = 0): number {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const hash = hashOf(words, seed)
  return ((hash ^ (hash >>> 15)) >>> 0) % folds
}

/** Meanings were learned without any tone, so that every example is unseen here. */
function senseOf(prepared: readonly Prepared[], meanings: Meanings): Judge {
  const examples = prepared.map(({ example: { text, question }, answer, weight }) => ({
    evidence: evidenceOfMeaning(question, meaningOfText(text, meanings)),
    answer,
    weight,
  }))
  return weakened(panelOf(judges.map((seed) => trainJudge(examples, seed, 0))), shareOfMeaning)
}

function unseenEvidence(prepared: readonly Prepared[], training: WordTraining): JudgeExample[] {
  return Array.from({ length: innerFolds }, (_, fold) => fold).flatMap((fold) => {
    const isHeldOut = ({ example }: Prepared) => foldOf(example.text, innerFolds, 1234) === fold
    const model = trainWords(
      prepared.filter((each) => !isHeldOut(each)),
      training,
    )
    return prepared.filter(isHeldOut).map((each) => judgeExample(each, model))
  })
}

function judgeExample(
  { example, whole, parts, letters, answer, weight }: Prepared,
  model: LinearModel,
): JudgeExample {
  const scores = parts.map((part) => rowScores(part, model))
  const evidence = evidenceOf(rowScores(whole, model), scores, example.question, letters)
  return { evidence, answer, weight: example.tone === 'neutral' ? 1.5 : weight }
}

function meaningOfText(text: string, meanings: Meanings): readonly number[] {
  return meaningOf(featuresOf(plainText(text).text, askedOf(null), wordTraining.buckets), meanings)
}

function leaning(judge: Judge, lean: Readonly<Record<Tone, number>>): Judge {
  const output = tones.map((tone, at) => {
    const row = judge.output[at] ?? new Float32Array()
    return Float32Array.from([...row.slice(0, -1), (row[row.length - 1] ?? 0) + lean[tone]])
  })
  return { ...judge, output }
}
