/** The matters a message raises, each with its kind, tone, subjects, organisation and place in the text. */
import type { Span } from '../../shared/finding.ts'
import type { CareServiceId, OrganisationId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { IssueReading } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import { isNonEmpty, type Kind, type NonEmpty, type Tone } from '../../shared/words.ts'
import { kindWords } from './kind-phrases.ts'
import { isOnTheWay } from '../../shared/text/on-the-way.ts'
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
  const hits = codeHits(text.text, input.knowledge.rules.subjects)
  const parts = joinStretches(stretchesIn(input, hits))
  const whole: Stretch = { start: 0, end: text.text.length, tone, subject: null }
  const matters = parts.length > 1 ? parts : [whole]
  const issues = matters.map((matter, index) =>
    issueOf(input, matter, hits, index === 0, matters.length === 1),
  )
  return isNonEmpty(issues) ? issues : [issueOf(input, whole, hits, true, true)]
}

/** A part of a sentence is judged only where the model is sure of it; blame is heard more readily than praise. */
const sureEnough: Readonly<Record<Tone, number>> = { positive: 0.62, neutral: 0, negative: 0.5 }

function stretchesIn({ text, stretches, reading }: IssueInput, hits: readonly CodeHit[]): Stretch[] {
  if (stretches.length < 2) return []
  return stretches.map((span, at) => {
    const chances = reading.parts[at]
    const tone = chances === undefined ? 'neutral' : likeliest(chances)
    const sure = chances !== undefined && chances[tone] >= sureEnough[tone]
    const subject = codesWithin(hits, span, text)[0]?.value ?? null
    return { ...span, tone: sure ? tone : 'neutral', subject }
  })
}

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

/** Named in this matter, and not only as the way there; else what was last named before it, else what was chosen. */
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
  const staying = meant.length === 0 ? within : meant
  const organisation =
    surest(staying)?.organisation ??
    chosen?.organisation ??
    before.findLast(({ how }) => how === 'named')?.organisation
  const careService = staying
    .concat(chosen ?? [])
    .find((mention) => mention.careService !== null && mention.organisation === organisation)?.careService
  return { organisation: organisation ?? null, careService: careService ?? null }
}

function surest(mentions: readonly Mention[]): Mention | undefined {
  return mentions.toSorted((a, b) => b.confidence - a.confidence)[0]
}
