/** The matters a message raises, each with its kind, tone, subjects, organisation and place in the text. */
import type { Span } from '../../shared/finding.ts'
import type { CareServiceId, OrganisationId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { IssueReading } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import { isNonEmpty, type Kind, type NonEmpty, type Tone } from '../../shared/words.ts'
import { incidentWords } from './care-words.ts'
import { kindWords } from './kind-phrases.ts'
import { isOnTheWay } from '../../shared/text/on-the-way.ts'
import { aroundTheMatter } from './letter-parts.ts'
import { codeHits, codesWithin, type CodeHit } from './name-codes.ts'
import type { Mention } from './names/name-places.ts'
import { joinStretches, type Stretch } from './split-issues.ts'
import { likeliest, type ToneReading } from './tone/read-tone.ts'

export interface IssueInput {
  readonly submission: Submission
  readonly text: PlainText
  readonly knowledge: Knowledge
  readonly mentions: readonly Mention[]
  /** Of the plain text, in order. */
  readonly stretches: readonly Span[]
  /** Of the whole message and of each stretch; the whole holds where it is not split. */
  readonly reading: ToneReading
}

export function readIssues(input: IssueInput): NonEmpty<IssueReading> {
  const { text } = input
  const { tone } = input.reading
  const around = aroundTheMatter(input.stretches, text.lines)
  const hits = outside(
    input.stretches.filter((_, at) => around[at]),
    codeHits(text.text, input.knowledge.rules.subjects),
  )
  const parts = joinStretches(stretchesIn(input, hits, around))
  const whole: Stretch = { start: 0, end: text.text.length, tone, subject: null, places: [] }
  const matters = parts.length > 1 ? parts : [whole]
  const issues = matters.map((matter, index) =>
    issueOf(input, matter, hits, index === 0, matters.length === 1),
  )
  return isNonEmpty(issues) ? issues : [issueOf(input, whole, hits, true, true)]
}

/** A part of a sentence is judged only where the model is sure of it; blame is heard more readily than praise. */
const sureEnough: Readonly<Record<Tone, number>> = { positive: 0.62, neutral: 0, negative: 0.5 }

function stretchesIn(
  { text, stretches, reading, mentions }: IssueInput,
  hits: readonly CodeHit[],
  around: readonly boolean[],
): Stretch[] {
  if (stretches.length < 2) return []
  return stretches.map((span, at) => {
    if (around[at] === true) return { ...span, tone: 'neutral', subject: null, places: [] }
    const chances = reading.parts[at]
    const tone = chances === undefined ? 'neutral' : likeliest(chances)
    const sure = chances !== undefined && chances[tone] >= sureEnough[tone]
    const subject = codesWithin(hits, span, text)[0]?.value ?? null
    if (leadsOn(text.text.slice(span.start, span.end), subject))
      return { ...span, tone: 'neutral', subject: null, places: [] }
    const places = placesWithin(mentions, span, text)
    return {
      ...span,
      tone: heard(sure ? tone : 'neutral', span, text, { whole: reading.tone, chance: chances?.[tone] ?? 0 }),
      subject,
      places,
    }
  })
}

/** "Kind regards" tells of no kindness, and "confidential" in a disclaimer of no privacy. */
function outside(parts: readonly Span[], hits: readonly CodeHit[]): readonly CodeHit[] {
  if (parts.length === 0) return hits
  const isIn = (span: Span) => parts.some(({ start, end }) => span.start >= start && span.end <= end)
  return hits
    .map(({ code, spans }) => ({ code, spans: spans.filter((span) => !isIn(span)) }))
    .filter(({ spans }) => spans.length > 0)
}

/** What it is about, by name, and not only on the way there. */
function placesWithin(mentions: readonly Mention[], within: Span, text: PlainText): readonly string[] {
  return mentions.flatMap(({ span, careService, organisation, how }) => {
    if (span === null || how !== 'named' || span.start < within.start || span.end > within.end) return []
    if (isOnTheWay(span, text.text)) return []
    return [careService === null ? organisation : `${organisation}/${careService}`]
  })
}

/** "She is fine now, thank God" praises nobody; "whoever cleaned the toilets deserves a raise" does, in words that all praise. */
function heard(
  tone: Tone,
  { start, end }: Span,
  text: PlainText,
  { whole, chance }: { readonly whole: Tone; readonly chance: number },
): Tone {
  const words = text.text.slice(start, end)
  if (tone === 'positive') {
    const isFaint = whole === 'negative' && chance < praiseAmongBlame && !isThanks(words)
    return isFaint || relief.test(words) ? 'neutral' : tone
  }
  return tone === 'negative' && whole === 'positive' && isThanks(words) && !incidentWords.occurIn(words)
    ? 'positive'
    : tone
}

/** Asked only where it matters: all its patterns have to be tried. */
function isThanks(words: string): boolean {
  return thanking.some(({ phrases }) => phrases.occurIn(words))
}

/** "I write with regard to my husband’s stay" opens a letter, "I would like to know what happened" ends it: neither is a matter by itself. */
function leadsOn(words: string, subject: string | null): boolean {
  return (subject === null && opening.test(words)) || wish.test(words)
}

const opening =
  /^(?:i (?:write|am writing)|i'm writing|i wish to write|this (?:letter|e-?mail|message) (?:is|concerns)|rwy'n ysgrifennu|ysgrifennaf)\b(?! to (?:complain|say|thank|raise|express|tell|praise|report))/u
const wish =
  /^(?:i|we|he|she|they|mr [a-z]+|mrs [a-z]+|mum|dad) (?:(?:would|do|just|only|really|also|now) ){0,2}(?:like|want|wish|expect|hope|demand|require|request)s? (?:to (?:know|understand|see|have|receive|hear)|an? |you to|somebody to|someone to|answers|the truth)\b|^(?:hoffwn|hoffem) /u

/** "My appointment was for 9:10" is told quietly, and praises nothing in a message that blames. */
const praiseAmongBlame = 0.75

const relief = /\b(?:thank (?:god|goodness|heavens)|thankfully|luckily|fortunately|diolch byth)\b/u
const thanking = kindWords.filter(({ kind }) => kind === 'compliment')

function issueOf(
  input: IssueInput,
  matter: Stretch,
  hits: readonly CodeHit[],
  first: boolean,
  only: boolean,
): IssueReading {
  const { text } = input
  const place = placeOf(input, matter, first)
  return {
    kind: kindOf(matter, text),
    tone: matter.tone,
    ...(only ? { start: 0, end: input.submission.text.length } : text.toOriginal(matter)),
    subjects: codesWithin(hits, matter, text),
    ...place,
  }
}

const kindByTone: Readonly<Record<Tone, Kind>> = {
  positive: 'compliment',
  neutral: 'comment',
  negative: 'concern',
}

function kindOf(matter: Stretch, text: PlainText): Kind {
  const words = text.text.slice(matter.start, matter.end)
  const said = kindWords.find(({ phrases }) => phrases.occurIn(words))?.kind
  if (said === 'complaint') return said
  return matter.tone === 'negative' && said === 'comment' ? said : kindByTone[matter.tone]
}

/** Named in this matter, and not only as the way there; else what was last named before it, else what was chosen; of what only leads on, what is named next. */
function placeOf(
  { mentions, text }: IssueInput,
  matter: Stretch,
  first: boolean,
): { organisation: OrganisationId | null; careService: CareServiceId | null } {
  const within = mentions.filter(
    ({ span }) => span !== null && span.start >= matter.start && span.end <= matter.end,
  )
  const before = first ? [] : mentions.filter(({ span }) => span !== null && span.end <= matter.start)
  const chosen = mentions.find(({ span }) => span === null)
  const isPraise = matter.tone === 'positive'
  const meant = within.filter(({ span }) => span !== null && !isOnTheWay(span, text.text, isPraise))
  const last = before.findLast(({ how }) => how === 'named')
  const staying = meant.length === 0 && last === undefined ? within : meant
  const after =
    matter.tone === 'neutral' ? mentions.filter(({ span }) => span !== null && span.start >= matter.end) : []
  const organisation =
    surest(staying)?.organisation ??
    chosen?.organisation ??
    last?.organisation ??
    after.find(({ how }) => how === 'named')?.organisation
  const careService = staying
    .concat(chosen ?? (staying.length === 0 ? (last ?? []) : []))
    .find((mention) => mention.careService !== null && mention.organisation === organisation)?.careService
  return { organisation: organisation ?? null, careService: careService ?? null }
}

function surest(mentions: readonly Mention[]): Mention | undefined {
  return mentions.toSorted((a, b) => b.confidence - a.confidence)[0]
}
