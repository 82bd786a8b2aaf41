/** What of a message reads like a red flag, though no rule may name its words; the risk weighs it. */
import type { Model } from '../../shared/classifier-model.ts'
import type { Span } from '../../shared/finding.ts'
import type { FlagReading } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import { plainText, type PlainText } from '../../shared/text/plain-text.ts'
import { flagsIn } from './flags/flagged-stretches.ts'
import type { FlaggedStretch } from './flags/stretch.ts'

/** So clearly must a text message tell of a flag in which no word names care or a body: friends write of all sorts. */
const clearly = 0.82

/** Of the text: its stretches as the tone was read from them. */
export function flagReadings(
  stretches: readonly FlaggedStretch[],
  text: PlainText,
  ofCare: boolean,
): FlagReading[] {
  return stretches
    .filter(({ chance }) => ofCare || chance >= clearly)
    .map(({ flag, chance, at, leading }) => ({
      flag,
      chance,
      plain: text.text.slice(at.start, at.end),
      telling: within(at, leading),
      leading: leading.map((span) => text.toOriginal(span)),
    }))
}

/** Places in the whole as places in a stretch of it. */
export function within(stretch: Span, places: readonly Span[]): Span[] {
  return places.map(({ start, end }) => ({ start: start - stretch.start, end: end - stretch.start }))
}

/** Of the subject line and the wish, whose words cannot be marked. */
export function flagsBeside(
  { subject, wantedOutcome }: Pick<Submission, 'subject' | 'wantedOutcome'>,
  model: Model,
): FlagReading[] {
  const beside = `${subject ?? ''}\n${wantedOutcome ?? ''}`
  if (beside.trim() === '') return []
  return flagsInWords(plainText(beside), model).map((reading) => ({ ...reading, leading: [] }))
}

/** Of words that somebody wrote to a feedback service, before anything else is made of them. */
export function flagsInWords(words: PlainText, model: Model): FlagReading[] {
  const { tone } = model.unasked ?? model
  return flagReadings(flagsIn(words, model, tone), words, true)
}
