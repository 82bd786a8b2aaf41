/** Reads a submission: which of the four Cs it is, how it sounds, what it is about, whom it names, what is wanted. */
import { reason, type Finding, type Reason, type Span } from '../../shared/finding.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Classification, GraveReading, IssueReading } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import { plainByRules } from '../../shared/text/reading.ts'
import { channelNames, type NonEmpty, type Tone } from '../../shared/words.ts'
import { bodyWords, careWords, incidentWords, outrageWords } from './care-words.ts'
import { chooseKind } from './choose-kind.ts'
import { detectLanguage } from './detect-language.ts'
import { flagReadings, flagsBeside, within } from './flag-readings.ts'
import { isLegible } from './is-legible.ts'
import { readIssues } from './read-issues.ts'
import { kindWords } from './kind-phrases.ts'
import { notToTell } from './not-to-tell.ts'
import { careServicesOf, mentionsIn, organisationsOf } from './names/name-places.ts'
import { staffIn } from './names/staff-named.ts'
import { recogniseRequests } from './recognise-requests.ts'
import { suggestExclusions, suggestOutOfTime } from './suggest-exclusions.ts'
import { stretchesOf } from './split-issues.ts'
import { readTone, type ToneReading } from './tone/read-tone.ts'
import { wantedOutcomes } from './wanted-outcomes.ts'

/** Any text gives a classification: an empty one is a neutral comment with one issue. */
export function classify(submission: Submission, knowledge: Knowledge): Classification {
  const text = plainByRules(submission.text, knowledge.rules)
  const stretches = stretchesOf(text.lines)
  const { question, rating } = submission
  const reading = readTone({ plain: text.text, parts: stretches, question, rating }, knowledge.model)
  const tone = toneFinding(submission, text, reading)
  const mentions = mentionsIn(submission, text, knowledge)
  const issues = readIssues({ submission, text, knowledge, mentions, stretches, reading })
  const wants = wantedOutcomes(submission, text)
  const language = detectLanguage(submission)
  const incidents = incidentWords.find(text.text).map((span) => text.toOriginal(span))
  const placed = mentions.length > 0 || submission.about.place !== null || incidents.length > 0
  const ofCare = isOfCare(submission, text, placed)
  const namesCare = placed || careWords.occurIn(text.text) || bodyWords.occurIn(text.text)
  const kind = chooseKind({
    chosen: submission.kindChosen,
    said: saidKinds(submission, text),
    tone,
    issueTones: issues.map((issue) => issue.tone),
    ofCare,
    strong: strongIn(text, wants),
    incidents,
    readable: !isLegible(`${submission.subject ?? ''} ${submission.text}`)
      ? 'no-words'
      : language.value === 'other'
        ? 'other-language'
        : 'yes',
  })
  return {
    kind,
    tone,
    language,
    issues: alike(issues, kind),
    organisations: organisationsOf(mentions, text),
    careServices: careServicesOf(mentions, text),
    staff: staffIn(submission, text, knowledge.rules),
    wants,
    notToTell: notToTell(submission, text, knowledge.directory),
    exclusions: suggestExclusions(text, knowledge.rules.exclusions),
    outOfTime: suggestOutOfTime(submission, text, { kind: kind.value, today: knowledge.today }),
    requests: recogniseRequests(submission, text, knowledge),
    grave: graveIn(reading, text, { namesCare, ofCare }),
    flagged: [
      ...flagReadings(reading.flagged, text, namesCare || ofCare),
      ...flagsBeside(submission, knowledge.model),
    ],
  }
}

/** Who wants these holds somebody to account. */
const redress: ReadonlySet<string> = new Set(['explanation-or-apology', 'discipline', 'compensation'])

function strongIn(text: PlainText, wants: Classification['wants']): readonly Span[] | null {
  const outrage = outrageWords.find(text.text).map((span) => text.toOriginal(span))
  const accounting = wants.filter(({ value }) => redress.has(value))
  if (outrage.length === 0 && accounting.length === 0) return null
  return [...outrage, ...accounting.flatMap(({ because }) => because.flatMap(({ spans }) => spans ?? []))]
}

function toneFinding(
  { question, rating }: Submission,
  text: PlainText,
  { tone, chances, leading }: ToneReading,
): Finding<Tone> {
  const words = leading.map((span) => text.toOriginal(span))
  const because: NonEmpty<Reason> = [
    reason('router:tone.words', { tone }, words),
    ...(question === null ? [] : [reason('router:tone.question', { question })]),
    ...(rating === null ? [] : [reason('router:tone.rating', { rating })]),
  ]
  return { value: tone, because, confidence: chances[tone] }
}

/** So clearly must words tell of harm where none of them names care or a body. */
const clearlyGrave = 0.8

/** Everyday talk of films and of killing time is hardly read for harm: only what names care, or tells of harm clearly. */
function graveIn(
  { grave }: ToneReading,
  text: PlainText,
  { namesCare, ofCare }: { readonly namesCare: boolean; readonly ofCare: boolean },
): readonly GraveReading[] {
  const told = namesCare ? grave : grave.filter(({ chance }) => chance >= clearlyGrave)
  return told.map(({ chance, blame, at, leading }) => ({
    chance,
    blame,
    ofCare: namesCare || ofCare,
    plain: text.text.slice(at.start, at.end),
    telling: within(at, leading),
    leading: leading.map((span) => text.toOriginal(span)),
  }))
}

function saidKinds(submission: Submission, text: PlainText) {
  const heading = (submission.subject ?? '').toLowerCase()
  return kindWords.flatMap(({ kind, phrases }) => {
    const spans: Span[] = phrases.find(text.text).map((span) => text.toOriginal(span))
    return spans.length > 0 || (heading !== '' && phrases.occurIn(heading)) ? [{ kind, spans }] : []
  })
}

/** Whoever writes to a feedback address, fills in a form or stands at a kiosk speaks of care; a text message may not. */
const madeForFeedback: ReadonlySet<string> = new Set(channelNames.filter((name) => name !== 'sms'))

function isOfCare(submission: Submission, text: PlainText, placed: boolean): boolean {
  return (
    placed ||
    madeForFeedback.has(submission.channel) ||
    submission.question !== null ||
    submission.rating !== null ||
    careWords.occurIn(text.text) ||
    outrageWords.occurIn(text.text)
  )
}

/** A single matter is of the kind of the whole. */
function alike(issues: NonEmpty<IssueReading>, kind: Classification['kind']): NonEmpty<IssueReading> {
  const [only, second] = issues
  return second === undefined ? [{ ...only, kind: kind.value }] : issues
}
