/** Weighs the evidence of whole and parts in a small network, and gives one score per tone. */
import type { Judge } from '../../../shared/classifier-model.ts'

export function hiddenOf(evidence: readonly number[], judge: Judge): number[] {
  const told = placesTold(evidence)
  return judge.hidden.map((row) => Math.tanh(dot(row, evidence, told) + (row[evidence.length] ?? 0)))
}

export function judgedScores(evidence: readonly number[], hidden: readonly number[], judge: Judge): number[] {
  const [told, all] = [placesTold(evidence), placesTold(hidden)]
  return judge.output.map((row, tone) => {
    const direct = judge.direct[tone]
    const past = direct === undefined ? 0 : dot(direct, evidence, told)
    return dot(row, hidden, all) + (row[hidden.length] ?? 0) + past
  })
}

/** Most of the evidence is which of many questions was asked: nothing but zeros and a one. */
function placesTold(values: readonly number[]): readonly number[] {
  const places: number[] = []
  for (let at = 0; at < values.length; at += 1) if (values[at] !== 0) places.push(at)
  return places
}

function dot(row: Float32Array, values: readonly number[], places: readonly number[]): number {
  let sum = 0
  for (const at of places) sum += (row[at] ?? 0) * (values[at] ?? 0)
  return sum
}
