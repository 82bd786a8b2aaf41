/** From the delivered document to the submission. */
import type { Delivery, Reading } from '../channel.ts'
import { reason } from '../../shared/finding.ts'
import { asId } from '../../shared/ids.ts'
import { submissionOf, type Affected, type Submission } from '../../shared/submission.ts'
import { storable } from '../../shared/text/storable.ts'
import { attached } from './attached-file.ts'
import { feedbackSchema, type Feedback } from './feedback.ts'
import { parseJson } from './parse-json.ts'

/** Never throws. Bytes that are no such document are unreadable: a door of ours would have refused them. */
export function readFeedback(delivery: Pick<Delivery, 'raw'>): Reading {
  const document = parseJson(delivery.raw)
  if (document === undefined) return { outcome: 'unreadable', problem: reason('form:unreadable.json') }
  const parsed = feedbackSchema.safeParse(document)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? ''
    return { outcome: 'unreadable', problem: reason('form:unreadable.field', { field }) }
  }
  const added = (parsed.data.attachments ?? []).map(attached)
  const attachments = added.map(({ attachment }) => attachment)
  const submission = { ...submissionFrom(parsed.data), attachments }
  // NUL bytes count as something at the door, and as nothing once they are taken away.
  if (submission.text.trim() === '') return { outcome: 'nothing-to-route', why: 'empty', about: null }
  return { outcome: 'submission', submission, files: added.map(({ file }) => file) }
}

function submissionFrom(feedback: Feedback): Submission {
  const { person, about, preferences } = feedback
  return submissionOf({
    channel: 'web-form',
    text: storable(feedback.text),
    subject: kept(feedback.subject),
    kindChosen: feedback.kind ?? null,
    language: feedback.language ?? null,
    question: kept(feedback.question),
    rating: feedback.rating ?? null,
    wantedOutcome: kept(feedback.wantedOutcome),
    person: {
      name: kept(person?.name),
      email: kept(person?.email),
      phone: kept(person?.phone),
      address: kept(person?.address),
    },
    affected: affectedFrom(feedback.affected ?? null),
    about: {
      organisation: idFrom(about?.organisation),
      careService: idFrom(about?.careService),
      place: kept(about?.place),
      happenedOn: about?.happenedOn ?? null,
      knownSince: about?.knownSince ?? null,
    },
    preferences: {
      contactBy: preferences?.contactBy ?? null,
      answerphone: preferences?.answerphone ?? null,
      needs: kept(preferences?.needs),
    },
    ...(feedback.sharing ? { consentTold: { said: feedback.sharing, how: 'web-form' } } : {}),
  })
}

function affectedFrom(affected: Feedback['affected'] | null): Affected {
  if (affected === null || affected === undefined) return { who: 'unstated' }
  if (affected.who === 'self') return { who: 'self' }
  return {
    who: 'other',
    name: kept(affected.name),
    relationship: kept(affected.relationship),
    authority: affected.authority ?? 'unstated',
  }
}

function idFrom<Name extends string>(value: string | null | undefined) {
  const id = kept(value)
  return id === null ? null : asId<Name>(id)
}

/** Null where nothing but blanks stands. */
function kept(value: string | null | undefined): string | null {
  const text = storable(value ?? '').trim()
  return text === '' ? null : text
}
