/** One request to a form: the draft it brought, what was answered so far, what may be asked. */
import type { Request, Response } from 'express'
import type { Channel, FormDoor } from '../../channels/channel.ts'
import type { Answers, FormContext } from '../../shared/form.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { Pages } from '../pages/pages.ts'
import type { Database } from '../store/database.ts'
import { listDraftFiles } from '../store/draft-files.ts'
import { loadDraft, saveDraft, type Draft } from '../store/drafts.ts'
import type { Envelope } from '../store/envelope.ts'
import type { RateLimit } from '../store/rate-limits.ts'
import type { Accept } from './accept.ts'
import { formContext, type FormDirectory } from './form-choices.ts'
import { cookieOptions, draftAt, draftSecret, newDraftSecret } from './form-draft.ts'

export interface FormParts {
  readonly pages: Pages
  readonly publicUrl: string
  readonly db: Database
  readonly envelope: Envelope
  readonly accept: Accept
  readonly directory: FormDirectory
  /** By which London calendar date will someone have answered what came in on that date? Null: none is promised. */
  readonly answeredBy: (receivedOn: string, organisation: OrganisationId | null) => string | null
  /** Do these words say that somebody is in danger now? */
  readonly speaksOfDanger: (words: string) => boolean
  /** How often one visitor may begin. */
  readonly beginnings: RateLimit
  /** How often one visitor may send. */
  readonly visitors: RateLimit
  /** How often one visitor may add files. */
  readonly uploads: RateLimit
  readonly now: () => Date
  /** Told when a delivery could not be stored. */
  readonly complain: (door: string, error: unknown) => void
}

export interface Form {
  readonly channel: Channel
  readonly door: FormDoor
  readonly parts: FormParts
}

export interface Visit {
  /** Null where there is no draft. */
  readonly secret: string | null
  readonly draft: Draft | null
  readonly answers: Answers
  readonly context: FormContext
}

export async function openVisit({ channel, door, parts }: Form, request: Request): Promise<Visit> {
  const { db, envelope, directory } = parts
  const now = parts.now()
  const secret = draftSecret(request)
  const at = secret === null ? null : draftAt(channel, door, secret)
  const draft = at === null ? null : await loadDraft(db, envelope, at, now)
  const files = at === null || draft?.state !== 'open' ? [] : await listDraftFiles(db, envelope, at.id)
  const context = formContext(directory, files, now)
  return { secret, draft, answers: draft?.state === 'open' ? draft.answers : {}, context }
}

/** Answers given before lie in a draft that takes more. */
export function isUnderWay({ secret, draft }: Visit): boolean {
  return secret !== null && draft?.state === 'open'
}

/** Keeps these answers too, good or not: nobody should have to type anything twice. A sent draft is not reopened. */
export async function addAnswers(
  { channel, door, parts }: Form,
  visit: Visit,
  more: Answers,
  response: Response,
): Promise<Visit> {
  const secure = parts.publicUrl.startsWith('https:')
  const secret =
    visit.secret !== null && isUnderWay(visit)
      ? visit.secret
      : newDraftSecret(response, cookieOptions(door, secure))
  const answers = { ...visit.answers, ...more }
  const draft = { state: 'open', answers } as const
  await saveDraft(parts.db, parts.envelope, draftAt(channel, door, secret), draft, parts.now())
  return { ...visit, secret, draft, answers }
}
