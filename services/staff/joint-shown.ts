/** What the card of a joint case shows, made from what is stored: each part, where it stands, and what comes next. */
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import { isInForce } from '../../shared/joint/consent.ts'
import type { CaseFile } from '../store/case-file.ts'
import type { JointFile } from '../store/joint/joint-file.ts'
import { isToUse } from '../store/joint/told-consent.ts'

/** Long enough to know which matter it is. */
const excerptLength = 140

type Consent = JointFile['consents'][number]

/** `today` decides what a consent is worth; it may have run out since it was written. */
export function jointShown(
  file: JointFile | null,
  { issues, submissions, head }: CaseFile,
  today: CalendarDate,
) {
  if (file === null) return null
  const excerpt = (position: number) => {
    const issue = issues.find((candidate) => candidate.position === position)
    const words = submissions.find(({ id }) => id === issue?.submission)?.content.text ?? ''
    const text = words.slice(issue?.span_start ?? 0, issue?.span_end ?? 0).trim()
    return {
      number: position + 1,
      text: text.length > excerptLength ? `${text.slice(0, excerptLength).trimEnd()} …` : text,
    }
  }
  const consentOf = (organisation: string) =>
    file.consents.find((consent) => consent.organisation === organisation) ?? null
  const isSentOn = (organisation: string) =>
    file.transfers.some(({ to_organisation }) => to_organisation === organisation)
  const parts = file.parts.filter(({ organisation }) => !isSentOn(organisation))
  const partOf = (organisation: string) => parts.some((part) => part.organisation === organisation)
  const open = file.proposals.find(({ state }) => state === 'proposed' || state === 'accepted') ?? null
  const declined = file.proposals.filter(({ state }) => state === 'declined')
  return {
    ...file,
    state: file.joint?.state ?? null,
    lead: open,
    declined,
    /** Until somebody else is asked, the seniors have it. */
    refused: open === null ? (declined[0] ?? null) : null,
    past: file.proposals.filter((proposal) => proposal !== open),
    told: toldShown(file),
    askable: file.consents.some((consent) => mayBeAsked(consent, file)),
    ...nextStep(
      file,
      open,
      issues.map(({ position }) => position),
      submissions.map(({ received_at: at }) => at),
    ),
    parts: parts.map((part) => {
      const consent = consentOf(part.organisation)
      return {
        ...part,
        isReceivers: part.organisation === head.received_by,
        issues: part.issues.map(excerpt),
        consent: consent && consentShown(consent, today),
        isLate: isLate(part, today),
      }
    }),
    // Sent on, or asked about before there was a part.
    others: file.consents
      .filter(({ organisation }) => !partOf(organisation))
      .map((consent) => ({
        ...consentShown(consent, today),
        issues: consent.covers.issues.map(excerpt),
        transfer:
          file.transfers.find(({ to_organisation }) => to_organisation === consent.organisation) ?? null,
      })),
  }
}

function consentShown(consent: Consent, today: CalendarDate) {
  const { state, valid_until: validUntil } = consent
  return {
    ...consent,
    inForce: isInForce({ state, validUntil }, today),
    isSilent: state === 'asked' && consent.answer_by !== null && consent.answer_by < today,
    decidedOn: consent.decided_at === null ? null : londonDate(consent.decided_at),
  }
}

function isLate({ state, due_on }: JointFile['parts'][number], today: CalendarDate): boolean {
  return (state === 'asked' || state === 'accepted') && due_on !== null && due_on < today
}

/** Not what they answered before it was known with whom: that is used first. Nor whom they do not want told. */
function isToAsk({ state, from_whom, isRefusedInWords }: Consent, { told }: JointFile): boolean {
  if (isRefusedInWords) return false
  const isSaid = told?.standing === 'open' && from_whom === 'person'
  return state === 'expired' || (state === 'needed' && !isSaid)
}

/** About whom they do not want told staff may ask all the same, if they decide to. */
function mayBeAsked(consent: Consent, file: JointFile): boolean {
  return consent.isRefusedInWords || isToAsk(consent, file)
}

/** Of interest as long as somebody is still to be asked. */
function toldShown({ told }: JointFile) {
  if (told === null || !told.isWaiting) return null
  return { ...told, names: told.needed.map(({ name }) => name) }
}

/** The page of the case where each step is taken; a step that others take has none. */
const takenOn: Readonly<Record<string, string>> = {
  'ask-consent': 'joint/consents/ask',
  'use-told': 'joint/told',
  confirm: 'joint/confirm',
  'propose-lead': 'joint/lead',
  seniors: 'joint/lead',
  investigate: 'response',
  answer: 'response',
}

function nextStep(
  file: JointFile,
  lead: JointFile['proposals'][number] | null,
  issues: readonly number[],
  heard: readonly Date[],
) {
  const found = isAllSentOn(file, issues) ? 'sent-on' : nextOf(file, lead)
  const next = found === 'wait-consent' && wroteSince(file, heard) ? 'read-answer' : found
  return { next, nextAt: takenOn[next] ?? null }
}

/** Did the person write after they were asked, without a clear yes or no? Then there is something to read. */
function wroteSince({ consents }: JointFile, heard: readonly Date[]): boolean {
  return consents.some(
    ({ state, asked_at: asked }) => state === 'asked' && asked !== null && heard.some((at) => at > asked),
  )
}

/** Nothing of it is left with whoever received it, and nobody is still to be asked about it. */
function isAllSentOn({ transfers, consents, joint, isAnswered }: JointFile, issues: readonly number[]) {
  if (joint !== null || isAnswered || consents.some(({ state }) => state === 'asked' || state === 'needed'))
    return false
  const gone = consents
    .filter(({ organisation }) => transfers.some((transfer) => transfer.to_organisation === organisation))
    .flatMap(({ covers }) => covers.issues)
  return issues.length > 0 && issues.every((position) => gone.includes(position))
}

/** The one thing that moves it on, in the order in which things can be done. */
function nextOf(file: JointFile, lead: JointFile['proposals'][number] | null): string {
  if (file.joint?.state === 'not-joint') return 'not-joint'
  if (file.isAnswered) return 'answered'
  if (file.disclosures.some(({ state }) => state === 'asked')) return 'decide-disclosure'
  if (file.told !== null && isToUse(file.told)) return 'use-told'
  if (file.consents.some((consent) => isToAsk(consent, file))) return 'ask-consent'
  if (file.joint?.state === 'proposed') return 'confirm'
  if (file.joint !== null && lead === null) {
    return file.proposals[0]?.state === 'declined' ? 'seniors' : 'propose-lead'
  }
  if (lead?.state === 'proposed') return lead.escalated_at === null ? 'wait-lead' : 'seniors'
  if (file.consents.some(({ state }) => state === 'asked')) return 'wait-consent'
  if (file.parts.some(({ state }) => state === 'asked' || state === 'accepted')) return 'investigate'
  return 'answer'
}
