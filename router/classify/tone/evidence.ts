/** What the judge looks at: how the whole scores, how its parts score, how they differ, and what was asked. */
import { questionAims, aimOf } from './question.ts'
import { hashOf } from './hash.ts'

/** Questions are told apart by so many places. */
const questionPlaces = 64

/** Scores are per tone: positive, neutral, negative. `letters` is the length of the text. */
export function evidenceOf(
  whole: readonly number[],
  parts: readonly (readonly number[])[],
  question: string | null,
  letters: number,
): number[] {
  const all = levelled(whole)
  const each = parts.length === 0 ? [all] : parts.map(levelled)
  const lean = each.map((scores) => at(scores, 2) - at(scores, 0))
  const first = each[0] ?? all
  const last = each[each.length - 1] ?? all
  const most = Math.max(...lean)
  const least = Math.min(...lean)
  const numbers = [
    ...all,
    at(all, 2) - at(all, 0),
    ...[0, 1, 2].map((tone) => Math.max(...each.map((scores) => at(scores, tone)))),
    ...[0, 1, 2].map((tone) => each.reduce((sum, scores) => sum + at(scores, tone), 0) / each.length),
    most,
    least,
    most - least,
    at(last, 2) - at(last, 0),
    at(first, 2) - at(first, 0),
    at(last, 1),
    lean.filter((value) => value > 0).length / each.length,
    Math.log(each.length),
    Math.log(letters + 1) / 3,
    each.length > 1 ? 1 : 0,
  ]
  return [...numbers.map((value) => value / 1.5), ...placesOf(question)]
}

/** What was asked and what the words mean, however they score. */
export function evidenceOfMeaning(question: string | null, meaning: readonly number[]): number[] {
  return [...placesOf(question), ...meaning]
}

function placesOf(question: string | null): number[] {
  const places = new Array<number>(questionAims.length + questionPlaces).fill(0)
  places[questionAims.indexOf(aimOf(question))] = 1
  if (question !== null)
    places[questionAims.length + (hashOf(question.toLowerCase().trim(), 5) % questionPlaces)] = 1
  return places
}

/** Only differences between the tones mean anything. */
function levelled(scores: readonly number[]): number[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  return scores.map((score) => score - mean)
}

function at(scores: readonly number[], tone: number): number {
  return scores[tone] ?? 0
}
