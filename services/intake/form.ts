/** Mounts the form doors that channels declare: questions one per page, the draft between them, and the sending. */
import express, { Router, type Request, type RequestHandler, type Response } from 'express'
import type { Channel } from '../../channels/channel.ts'
import type { Answers, FormStep } from '../../shared/form.ts'
import { answer as answerFailure } from '../pages/failures.ts'
import { bodyOf } from './form-body.ts'
import { formToken } from './form-draft.ts'
import { mountFiles } from './form-files.ts'
import {
  addressOf,
  isFromCheck,
  redirectWithoutDraft,
  sentName,
  showCheck,
  showDone,
  showStart,
  showStep,
} from './form-pages.ts'
import { sendForm } from './form-send.ts'
import { addAnswers, isUnderWay, openVisit, type Form, type FormParts } from './form-visit.ts'
import { checkName, firstOpen, nameAfter } from './form-walk.ts'
import { isFromOurPages, isSameToken } from './own-pages.ts'

export function formDoors(channels: readonly Channel[], parts: FormParts): Router {
  const router = Router()
  for (const channel of channels) {
    for (const door of channel.doors) if (door.opens === 'form') mount(router, { channel, door, parts })
  }
  return router
}

function mount(router: Router, form: Form): void {
  const { door } = form
  const at = (name: string): string => addressOf(form, name)
  const body = express.urlencoded({ extended: false, limit: door.limitBytes, parameterLimit: 100 })
  router.use(door.path, onlyFromOurPages(form))
  router.get(door.path, async (request, response) =>
    showStart(form, await openVisit(form, request), request, response),
  )
  router.get(at(sentName), async (request, response) =>
    showDone(form, await openVisit(form, request), request, response),
  )
  router.get(at(checkName), async (request, response) => check(form, request, response))
  router.post(at(checkName), body, async (request, response) => send(form, request, response))
  for (const step of door.steps) {
    router.get(at(step.name), async (request, response) => ask(form, step, request, response))
    if (step.files === undefined) {
      router.post(at(step.name), body, async (request, response) => take(form, step, request, response))
    } else {
      mountFiles(router, form, step, step.files)
    }
  }
}

function onlyFromOurPages({ parts }: Form): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'POST' || isFromOurPages(request, parts.publicUrl)) next()
    else answerFailure(parts.pages, request, response, 403)
  }
}

async function ask(form: Form, step: FormStep, request: Request, response: Response): Promise<void> {
  const visit = await openVisit(form, request)
  if (step === form.door.steps[0] || visit.draft?.state === 'open') {
    showStep(form, step, visit, request, response)
  } else {
    redirectWithoutDraft(form, visit.draft !== null, response)
  }
}

async function take(form: Form, step: FormStep, request: Request, response: Response): Promise<void> {
  const opened = await openVisit(form, request)
  // Each beginning is a row: without a limit anybody could fill the database.
  if (!isUnderWay(opened) && (await form.parts.beginnings.exceededBy(request.ip ?? 'unknown')) !== null) {
    answerFailure(form.parts.pages, request, response, 429)
    return
  }
  const visit = await addAnswers(form, opened, fieldsOf(step, request), response)
  const { answers, context } = visit
  const problems = step.problems(answers, context)
  if (Object.keys(problems).length > 0) {
    showStep(form, step, visit, request, response, problems)
    return
  }
  const fromCheck = isFromCheck(request)
  const next = nameAfter(form.door, step, fromCheck, answers, context)
  response.redirect(303, addressOf(form, next, fromCheck))
}

async function check(form: Form, request: Request, response: Response): Promise<void> {
  const visit = await openVisit(form, request)
  if (visit.draft?.state === 'open' && visit.secret !== null) {
    showCheck(form, visit, visit.secret, request, response)
  } else {
    redirectWithoutDraft(form, visit.draft !== null, response)
  }
}

async function send(form: Form, request: Request, response: Response): Promise<void> {
  const visit = await openVisit(form, request)
  const { secret, draft, answers, context } = visit
  if (draft?.state !== 'open' || secret === null) {
    redirectWithoutDraft(form, draft !== null, response)
    return
  }
  const isOurs = isSameToken(bodyOf(request)['token'], formToken(secret))
  if (!isOurs || firstOpen(form.door, answers, context) !== null) {
    showCheck(form, visit, secret, request, response)
    return
  }
  if ((await form.parts.visitors.exceededBy(request.ip ?? 'unknown')) !== null) {
    answerFailure(form.parts.pages, request, response, 429)
    return
  }
  try {
    await sendForm(form, visit, secret, request)
    response.redirect(303, addressOf(form, sentName))
  } catch (error) {
    form.parts.complain(form.door.name, error)
    answerFailure(form.parts.pages, request, response, 503)
  }
}

/** Exactly this page's fields: a box that was left out or unticked is an empty answer. */
function fieldsOf(step: FormStep, request: Request): Answers {
  const given = bodyOf(request)
  const answers = step.fields.map((field) => [field, given[field]] as const)
  return Object.fromEntries(answers.map(([field, value]) => [field, typeof value === 'string' ? value : '']))
}
