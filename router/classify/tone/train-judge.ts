/** Learns the judge's network by plain gradient descent, from evidence scored by models that had not seen the example. */
import type { Judge } from '../../../shared/classifier-model.ts'
import { tones } from '../../../shared/words.ts'
import { hiddenOf, judgedScores } from './judge.ts'
import { randomFrom, shuffle } from './random.ts'
import { chancesOf } from './scores.ts'

export interface JudgeExample {
  readonly evidence: readonly number[]
  readonly answer: readonly number[]
  readonly weight: number
}

const hiddenUnits = 16
const epochs = 25
const rate = 0.01
const decay = 1e-3

/** `trust`: what the first inputs, where they are the scores of the tones, are worth before anything is learned. */
export function trainJudge(examples: readonly JudgeExample[], seed: number, trust: number): Judge {
  const next = randomFrom(seed)
  const judge = freshJudge(examples[0]?.evidence.length ?? 0, trust, next)
  const order = [...examples]
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, next)
    const now = rate * (1 - epoch / epochs) + rate / 20
    for (const example of order) learn(judge, example, now)
  }
  return judge
}

/** Several judges whose scores are averaged, as one: their hidden units side by side. */
export function panelOf(judges: readonly Judge[]): Judge {
  const share = 1 / judges.length
  const output = tones.map((_, tone) => {
    const rows = judges.map((judge) => judge.output[tone] ?? new Float32Array())
    const constant = rows.reduce((sum, row) => sum + (row[row.length - 1] ?? 0), 0) * share
    return Float32Array.from([
      ...rows.flatMap((row) => [...row.slice(0, -1)].map((value) => value * share)),
      constant,
    ])
  })
  const direct = tones.map((_, tone) => {
    const rows = judges.map((judge) => judge.direct[tone] ?? new Float32Array())
    return (rows[0] ?? new Float32Array()).map(
      (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) * share,
    )
  })
  return { hidden: judges.flatMap(({ hidden }) => hidden), output, direct }
}

/** A judge whose scores are a share of this one's. */
export function weakened({ hidden, output, direct }: Judge, share: number): Judge {
  const less = (row: Float32Array) => row.map((value) => value * share)
  return { hidden, output: output.map(less), direct: direct.map(less) }
}

function freshJudge(inputs: number, trust: number, next: () => number): Judge {
  const normal = () => Math.sqrt(-2 * Math.log(next() + 1e-9)) * Math.cos(2 * Math.PI * next())
  const row = (length: number, spread: number) => Float32Array.from({ length }, () => normal() * spread)
  return {
    hidden: Array.from({ length: hiddenUnits }, () => row(inputs + 1, 0.1)),
    output: tones.map(() => row(hiddenUnits + 1, 0.1)),
    direct: tones.map((_, tone) =>
      Float32Array.from({ length: inputs }, (_, at) => (at === tone ? trust : 0)),
    ),
  }
}

function learn(judge: Judge, { evidence, answer, weight }: JudgeExample, now: number): void {
  const hidden = hiddenOf(evidence, judge)
  const chances = chancesOf(judgedScores(evidence, hidden, judge))
  const errors = chances.map((chance, tone) => (chance - (answer[tone] ?? 0)) * weight)
  const back = hidden.map((unit, at) => {
    const sum = errors.reduce((total, error, tone) => total + error * (judge.output[tone]?.[at] ?? 0), 0)
    return sum * (1 - unit * unit)
  })
  errors.forEach((error, tone) => {
    descend(judge.output[tone], hidden, error, now)
    descend(judge.direct[tone], evidence, error, now)
  })
  back.forEach((error, at) => descend(judge.hidden[at], evidence, error, now))
}

/** A row longer than its inputs ends with its constant, whose input is always one. */
function descend(row: Float32Array | undefined, inputs: readonly number[], error: number, now: number): void {
  if (row === undefined) return
  for (let at = 0; at < row.length; at += 1) {
    const weight = row[at] ?? 0
    const input = at < inputs.length ? (inputs[at] ?? 0) : 1
    row[at] = weight - now * (error * input + decay * weight)
  }
}
