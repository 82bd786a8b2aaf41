/** Weighs the evidence of whole and parts in a small network, and gives one score per tone. */
import type { Judge } from '../../../shared/knowledge.ts'

export function hiddenOf(evidence: readonly number[], judge: Judge): number[] {
  return judge.hidden.map((row) => Math.tanh(dot(row, evidence) + (row[evidence.length] ?? 0)))
}

export function judgedScores(evidence: readonly number[], hidden: readonly number[], judge: Judge): number[] {
  return judge.output.map((row, tone) => {
    const direct = judge.direct[tone]
    const past = direct === undefined ? 0 : dot(direct, evidence)
    return dot(row, hidden) + (row[hidden.length] ?? 0) + past
  })
}

function dot(row: Float32Array, values: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += (row[at] ?? 0) * (values[at] ?? 0)
  return sum
}
