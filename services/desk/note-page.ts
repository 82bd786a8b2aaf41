/** Writing down what was said at a desk, on a ward or on the telephone, or came by post: one page, saved once. */
import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import {
  authorities,
  consents,
  contactWays,
  copies,
  hows,
  problemsOf,
} from '../../channels/staff-note/note.ts'
import { londonDate, londonTime } from '../../shared/dates/london.ts'
import type { Answers } from '../../shared/form.ts'
import { kinds, languages } from '../../shared/words.ts'
import { showPage } from '../pages/show.ts'
import { valuesOf, type FieldError } from '../staff/form-input.ts'
import { staffOf } from '../staff/signed-in.ts'
import { loadCurrentKnowledge } from '../store/knowledge.ts'
import type { DeskParts } from './desk-parts.ts'
import { scansOf, uploadProblemOf } from './note-upload.ts'

const address = '/desk/notes/new'
/** What the form sends of its own accord. */
const ownFields = ['_csrf', 'draft']

export function notePage(parts: DeskParts): Router {
  const router = Router()
  router.get(address, async (request, response) => {
    const now = parts.now()
    const values = { saidOn: londonDate(now), saidAt: londonTime(now), draft: randomUUID() }
    await show(parts, request, response, { values, errors: [] })
  })
  router.post(address, async (request, response) => save(parts, request, response))
  return router
}

async function save(parts: DeskParts, request: Request, response: Response): Promise<void> {
  const values = textsOf(request)
  const draft = z.uuid().catch(randomUUID()).parse(values['draft'])
  const answers = Object.fromEntries(Object.entries(values).filter(([field]) => !ownFields.includes(field)))
  const scans = scansOf(request)
  const errors = errorsIn(answers, scans.length > 0, request, londonDate(parts.now()))
  if (errors.length > 0) {
    const shown = { values: { ...values, draft }, errors, lostScans: scans.length > 0 }
    return show(parts, request, response, shown, 422)
  }
  const who = staffOf(request)
  const takenBy = { id: who.id, name: who.name }
  const { reference } = await parts.takeNote({ answers, takenBy, scans }, draft, who.organisation)
  response.redirect(303, `/desk/notes/${reference}`)
}

function textsOf(request: Request): Answers {
  const texts = Object.entries(valuesOf(request)).map(
    ([field, value]) => [field, typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : ''] as const,
  )
  return Object.fromEntries(texts)
}

function errorsIn(
  answers: Answers,
  hasScans: boolean,
  request: Request,
  today: string,
): readonly FieldError[] {
  const upload = uploadProblemOf(request)
  const found = Object.entries(problemsOf(answers, hasScans || upload !== null, today))
  return [
    ...found.map(([field, reason]) => ({ field, reason })),
    ...(upload === null ? [] : [{ field: 'scans', reason: upload }]),
  ]
}

interface Shown {
  readonly values: Answers
  readonly errors: readonly FieldError[]
  /** Browsers do not send chosen files a second time. */
  readonly lostScans?: boolean
}

async function show(
  { db, pages }: DeskParts,
  request: Request,
  response: Response,
  shown: Shown,
  status = 200,
): Promise<void> {
  const { organisation, name } = staffOf(request)
  const { directory } = await loadCurrentKnowledge(db)
  const context = {
    ...shown,
    hasErrors: shown.errors.length > 0,
    choices: { hows, contactWays, authorities, copies, consents, kinds, languages },
    careServices: directory.careServices.filter((each) => each.organisation === organisation),
    writer: name,
  }
  showPage(pages, request, response, 'desk/note.njk', context, status)
}
