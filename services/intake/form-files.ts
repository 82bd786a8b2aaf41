/** The question of a form to which files are added: kept with the draft one by one, listed, and taken away again. */
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import type { FileLimits, FormStep } from '../../shared/form.ts'
import { answer as answerFailure } from '../pages/failures.ts'
import { addDraftFile, removeDraftFiles } from '../store/draft-files.ts'
import { bodyOf } from './form-body.ts'
import { draftAt } from './form-draft.ts'
import { addressOf, isFromCheck, redirectWithoutDraft, removeAddressOf, showStep } from './form-pages.ts'
import { takeUpload, type Upload } from './form-upload.ts'
import { openVisit, type Form, type Visit } from './form-visit.ts'
import { checkName, nameAfter } from './form-walk.ts'

export function mountFiles(router: Router, form: Form, step: FormStep, limits: FileLimits): void {
  router.post(addressOf(form, step.name), async (request, response) =>
    take(form, step, limits, request, response),
  )
  router.post(
    removeAddressOf(form, step),
    express.urlencoded({ extended: false, limit: 10_000 }),
    async (request, response) => remove(form, step, request, response),
  )
}

async function take(
  form: Form,
  step: FormStep,
  limits: FileLimits,
  request: Request,
  response: Response,
): Promise<void> {
  const { parts } = form
  const { secret, draft } = await openVisit(form, request)
  if (draft?.state !== 'open' || secret === null) {
    redirectWithoutDraft(form, draft !== null, response)
    return
  }
  if ((await parts.uploads.exceededBy(request.ip ?? 'unknown')) !== null) {
    answerFailure(parts.pages, request, response, 429)
    return
  }
  try {
    const upload = await takeUpload(request, response, step.fields[0], limits, async (file) => {
      const at = draftAt(form.channel, form.door, secret)
      const kept = await addDraftFile(parts.db, parts.envelope, at, file, limits.most, parts.now())
      return kept === 'no-room' ? 'too-many' : null
    })
    if (upload === null) answerFailure(parts.pages, request, response, 400)
    else goOn(form, step, limits, upload, await openVisit(form, request), request, response)
  } catch (error) {
    parts.complain(form.door.name, error)
    answerFailure(parts.pages, request, response, 503)
  }
}

/** To the next question, or to this page again: with what was added, or with why something was not. */
function goOn(
  form: Form,
  step: FormStep,
  limits: FileLimits,
  { isAny, notAdded }: Upload,
  visit: Visit,
  request: Request,
  response: Response,
): void {
  const isAdding = bodyOf(request)['add'] !== undefined
  const fromCheck = isFromCheck(request)
  if (notAdded.length > 0 || (isAdding && !isAny)) {
    const problems = { [step.fields[0]]: limits.refusal(notAdded) }
    const status = notAdded.some(({ why }) => why === 'too-large') ? 413 : 422
    showStep(form, step, visit, request, response, problems, status)
    return
  }
  const next = isAdding ? step.name : nameAfter(form.door, step, fromCheck, visit.answers, visit.context)
  response.redirect(303, addressOf(form, next, fromCheck))
}

async function remove(form: Form, step: FormStep, request: Request, response: Response): Promise<void> {
  const { channel, door, parts } = form
  const { secret, draft } = await openVisit(form, request)
  if (draft?.state !== 'open' || secret === null) {
    redirectWithoutDraft(form, draft !== null, response)
    return
  }
  const { file, then } = bodyOf(request)
  const asked = z.uuid().safeParse(file)
  if (asked.success) await removeDraftFiles(parts.db, draftAt(channel, door, secret).id, asked.data)
  response.redirect(303, addressOf(form, then === checkName ? checkName : step.name, isFromCheck(request)))
}
