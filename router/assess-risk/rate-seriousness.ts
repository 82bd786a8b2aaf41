/** Step 1 of the guide: how serious is the issue, by the guide's descriptions and incident examples? */
import { reason, type Finding, type Reason } from '../../shared/finding.ts'
import type { Rules, SeriousnessRule } from '../../shared/knowledge.ts'
import { onceFor } from '../../shared/once-for.ts'
import type { Classification } from '../../shared/routing.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import { phrases } from '../../shared/text/phrases.ts'
import { higherOf, isNonEmpty, seriousnesses, type Flag, type Seriousness } from '../../shared/words.ts'
import { onlySoundsLikeHarm, restsOnHarmless, type Harm } from './find-harm.ts'
import { onlySoundsLikeFlag } from './raise-flags.ts'

export interface SeriousnessInput {
  readonly text: PlainText
  readonly classification: Classification
  readonly flags: readonly Finding<Flag>[]
  readonly harms: readonly Harm[]
  readonly rules: Rules
}

/** "Standards, quality of care and safeguarding" stand in the guide's first description of High. */
const grave: ReadonlySet<Flag> = new Set<Flag>([
  'immediate-danger',
  'self-harm',
  'safeguarding-adult',
  'safeguarding-child',
  'threat',
])

/** Beyond what the guide calls Low: "unsatisfactory service not directly related to care". */
const weighty: ReadonlySet<Flag> = new Set<Flag>(['duty-of-candour', 'whistleblowing', 'discrimination'])

export function rateSeriousness(input: SeriousnessInput): Finding<Seriousness> {
  const grounds = [
    ...byHarm(input),
    ...byMention(input),
    ...byFlag(input),
    ...byExample(input),
    ...byReading(input),
  ]
  const value = grounds.reduce(
    (most: Seriousness, ground) => higherOf(seriousnesses, most, ground.seriousness),
    'Low',
  )
  const because = grounds.filter(({ seriousness }) => seriousness === value).map((ground) => ground.because)
  if (isNonEmpty(because)) return { value, because, confidence: 0.7 }
  return { value, because: [reason('router:risk.nothing-serious')], confidence: 0.6 }
}

interface Ground {
  readonly seriousness: Seriousness
  readonly because: Reason
}

function byHarm({ harms }: SeriousnessInput): Ground[] {
  return harms
    .filter(({ attributed }) => attributed)
    .map(({ code, spans }) => ({
      seriousness: 'High',
      because: reason(`router:risk.harm.${code}`, {}, spans),
    }))
}

/** A death or grave harm told in the very words that blame is more than a mention, though nobody says what caused it. */
function byMention({ harms, classification }: SeriousnessInput): Ground[] {
  const blaming = classification.issues.filter(({ tone }) => tone === 'negative')
  return harms
    .filter(({ attributed }) => !attributed)
    .flatMap(({ code, spans }): Ground[] => {
      const told = spans.filter((span) =>
        blaming.some(({ start, end }) => span.start >= start && span.end <= end),
      )
      if (told.length === 0) return []
      return [{ seriousness: 'Medium', because: reason(`router:risk.beside-blame.${code}`, {}, told) }]
    })
}

function byFlag({ flags }: SeriousnessInput): Ground[] {
  return flags.flatMap(({ value, because: [first] }): Ground[] => {
    if (grave.has(value)) return [{ seriousness: 'High', because: first }]
    return weighty.has(value) ? [{ seriousness: 'Medium', because: first }] : []
  })
}

/** Only where something is blamed: "no infection, no falls" in praise is no incident. What the guide calls High needs no blame. */
function byExample({ text, classification, rules }: SeriousnessInput): Ground[] {
  const blames =
    classification.issues.some(({ tone }) => tone === 'negative') || classification.tone.value === 'negative'
  if (!blames && classification.tone.value === 'positive') return []
  const spokenOf = new Set(
    classification.issues
      .filter(({ tone }) => tone !== 'positive')
      .flatMap(({ subjects }) => subjects.map(({ value }) => value)),
  )
  return ready(rules.seriousness).flatMap(({ rule, phrases: words }) => {
    const spans = words.find(text.text).map((span) => text.toOriginal(span))
    const subject = rule.subjects.find((code) => spokenOf.has(code))
    if (spans.length === 0 && subject === undefined) return []
    if (!blames && rule.seriousness !== 'High') return []
    return [{ seriousness: rule.seriousness, because: reason(`router:risk.example.${rule.code}`, {}, spans) }]
  })
}

/**
 * What reads like grave harm is graded so that a person looks at it, though no rule names its words: High where it blames
 * as well, since jokes and thanks are told in the same words. `npm run train` with --evaluate says how much of the grave
 * is beyond it, and how much else.
 */
export const readsGrave = 0.75
const sureBlame = 0.6
/** What surely tells of worse needs less. */
const someBlame = 0.4

/** Where a stretch holds the guide's own example of harm, that example's grade holds for it, unless it surely tells of worse. */
const surelyGrave = 0.95
const harmExamples: ReadonlySet<string> = new Set(['moderate-harm', 'medical-error'])

function isExampleOfHarm(plain: string, { seriousness }: Rules): boolean {
  return ready(seriousness).some(
    ({ rule, phrases: words }) => harmExamples.has(rule.code) && words.occurIn(plain),
  )
}

/** What the rules know of a stretch goes before what it reads like, whatever stands around it. */
function byReading({ classification: { grave }, rules }: SeriousnessInput): Ground[] {
  return grave
    .filter(
      (reading) =>
        (reading.chance >= surelyGrave || !isExampleOfHarm(reading.plain, rules)) &&
        !onlySoundsLikeHarm(reading.plain, rules.harmFloor) &&
        !restsOnHarmless(reading, rules.harmFloor) &&
        !onlySoundsLikeFlag(reading.plain, rules.redFlags),
    )
    .map(({ chance, blame, ofCare, leading }): Ground => {
      const told = ofCare && chance >= readsGrave && blame >= (chance >= surelyGrave ? someBlame : sureBlame)
      return {
        seriousness: told ? 'High' : 'Medium',
        because: reason(`router:risk.${told ? 'reads-grave' : 'may-read-grave'}`, {}, leading),
      }
    })
}

const ready = onceFor((rules: readonly SeriousnessRule[]) =>
  rules.map((rule) => ({ rule, phrases: phrases(rule.patterns) })),
)
