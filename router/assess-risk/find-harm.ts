/** Harm in the text: put down to care or to somebody's act, or only mentioned. */
import type { Span } from '../../shared/finding.ts'
import type { HarmFloorRule } from '../../shared/knowledge.ts'
import { onceFor } from '../../shared/once-for.ts'
import type { GraveReading } from '../../shared/routing.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import { phrases, type Phrases } from '../../shared/text/phrases.ts'
import { sentencesOf } from '../../shared/text/sentences.ts'
import type { Level } from '../../shared/words.ts'
import { isOfAnother, toldAt, whoIsHarmed, whoIsNeglected } from './of-another.ts'
import { restsOnAlarms } from './only-alarms.ts'

export interface Harm {
  readonly code: HarmFloorRule['code']
  readonly level: Level
  readonly attributed: boolean
  /** In the original; the words for the harm and, where attributed, for its cause. */
  readonly spans: readonly Span[]
}

interface Ready {
  readonly rule: HarmFloorRule
  readonly harm: Phrases
  readonly cause: Phrases | null
}

const ready = onceFor((rules: readonly HarmFloorRule[]): readonly Ready[] =>
  rules.map((rule) => ({
    rule,
    harm: phrases(rule.patterns, rule.unless),
    cause: rule.attributedBy === null ? null : phrases(rule.attributedBy),
  })),
)

export function findHarm(text: PlainText, rules: readonly HarmFloorRule[]): readonly Harm[] {
  return ready(rules).flatMap((row) => harmBy(row, text))
}

/** Does it only sound like harm: jokes, things, good outcomes, what did not happen? A plain text. */
export function onlySoundsLikeHarm(plain: string, rules: readonly HarmFloorRule[]): boolean {
  return ready(rules).some(({ harm }) => harm.areOnlyAlarms(plain))
}

/** Does it read like harm only by words that a rule knows to be harmless? */
export function restsOnHarmless(reading: GraveReading, rules: readonly HarmFloorRule[]): boolean {
  return ready(rules).some(({ harm }) => restsOnAlarms(reading, harm))
}

function harmBy({ rule: { code, level }, harm, cause }: Ready, text: PlainText): Harm[] {
  const spans = harm.find(text.text)
  if (spans.length === 0) return []
  const original = (some: readonly Span[]) => some.map((span) => text.toOriginal(span))
  if (cause === null) return [{ code, level, attributed: true, spans: original(spans) }]
  const causes = causesOf(text, spans, cause)
  return [{ code, level, attributed: causes.length > 0, spans: original([...spans, ...causes]) }]
}

/**
 * A cause counts wherever it stands, unless it is told of somebody else: "He died. It was a Tuesday. Nobody came." What is
 * written between the two, or in which order, must never lower a level.
 */
function causesOf(text: PlainText, harms: readonly Span[], cause: Phrases): readonly Span[] {
  const sentences = sentencesOf(text.lines)
  const ends = sentences.map(({ end }) => end)
  const told = (place: Span) => toldAt(text.text, sentences[sentenceAt(ends, place)] ?? place, place)
  const harmed = [...new Set(harms.map((harm) => whoIsHarmed(told(harm))))]
  return cause.find(text.text).filter((found) => {
    const blame = told(found)
    const neglected = whoIsNeglected(blame)
    return harmed.some((person) => !isOfAnother(person, neglected, blame))
  })
}

/** The first sentence that ends no earlier, by halving. */
function sentenceAt(ends: readonly number[], { end }: Span): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) >= end) high = middle
    else low = middle + 1
  }
  return low
}
