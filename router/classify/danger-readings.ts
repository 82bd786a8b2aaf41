/** What of a message reads like danger to a life, though no rule may name its words; the risk weighs it. */
import type { Model } from '../../shared/knowledge.ts'
import type { DangerReading } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import { plainText, type PlainText } from '../../shared/text/plain-text.ts'
import { dangersIn, type DangerStretch } from './tone/read-danger.ts'

/** So clearly must a text message tell of danger in which no word names care or a body: friends write of all sorts. */
const clearly = 0.82

/** Of the text: its stretches as the tone was read from them. */
export function dangerReadings(
  stretches: readonly DangerStretch[],
  text: PlainText,
  ofCare: boolean,
): DangerReading[] {
  return stretches
    .filter(({ chance }) => ofCare || chance >= clearly)
    .map(({ flag, chance, at, leading }) => ({
      flag,
      chance,
      plain: text.text.slice(at.start, at.end),
      leading: leading.map((span) => text.toOriginal(span)),
    }))
}

/** Of the subject line and the wish, whose words cannot be marked. */
export function dangerBeside(
  { subject, wantedOutcome }: Pick<Submission, 'subject' | 'wantedOutcome'>,
  model: Model,
): DangerReading[] {
  const beside = `${subject ?? ''}\n${wantedOutcome ?? ''}`
  if (beside.trim() === '') return []
  return dangerInWords(plainText(beside), model).map((reading) => ({ ...reading, leading: [] }))
}

/** Of words that somebody wrote to a feedback service, before anything else is made of them. */
export function dangerInWords(words: PlainText, model: Model): DangerReading[] {
  if (model.danger === null) return []
  const { tone } = model.unasked ?? model
  return dangerReadings(dangersIn(words, model.danger, tone), words, true)
}
