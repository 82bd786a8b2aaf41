/** The pages of a form: its start, one question, all answers, and the reference. */
import type { Reason } from '../../shared/finding.ts'
import type { FormStep } from '../../shared/form.ts'
import type { Request, Response } from 'express'
import { showPage } from '../pages/show.ts'
import { formToken } from './form-draft.ts'
import type { Form, Visit } from './form-visit.ts'
import { asked, checkName, firstOpen, nameBefore } from './form-walk.ts'

/** Address of the page with the reference, within the form. */
export const sentName = 'sent'

/** Address of a page of this form; the empty name is the start. */
export function addressOf({ door }: Form, name: string, fromCheck = false): string {
  const path = name === '' ? door.path : `${door.path}/${name}`
  return fromCheck && name !== checkName ? `${path}?from=${checkName}` : path
}

/** Where a file that was added to this question is taken away again. */
export function removeAddressOf(form: Form, step: FormStep, fromCheck = false): string {
  return addressOf(form, `${step.name}/remove`, fromCheck)
}

/** Was this question opened from the page that shows all answers? */
export function isFromCheck(request: Request): boolean {
  return request.query['from'] === checkName
}

export function showStart(form: Form, { draft, context }: Visit, request: Request, response: Response): void {
  show(form, request, response, form.door.startTemplate, {
    first: addressOf(form, form.door.steps[0].name),
    resume: draft?.state === 'open' ? addressOf(form, checkName) : null,
    isLost: request.query['lost'] !== undefined,
    context,
  })
}

/** With problems it is shown again, with everything that was typed. */
export function showStep(
  form: Form,
  step: FormStep,
  { answers, context }: Visit,
  request: Request,
  response: Response,
  problems: Readonly<Record<string, Reason>> = {},
  wrongStatus = 422,
): void {
  const fromCheck = isFromCheck(request)
  const hasErrors = Object.keys(problems).length > 0
  const back = addressOf(form, nameBefore(form.door, step, fromCheck, answers, context))
  const action = addressOf(form, step.name, fromCheck)
  const remove = removeAddressOf(form, step, fromCheck)
  const shown = { step, answers, context, problems, back, action, remove, hasErrors }
  show(form, request, response, step.template, shown, hasErrors ? wrongStatus : 200)
}

/** Where an answer is missing, its question comes first. */
export function showCheck(
  form: Form,
  visit: Visit,
  secret: string,
  request: Request,
  response: Response,
): void {
  const { answers, context } = visit
  const open = firstOpen(form.door, answers, context)
  if (open !== null) {
    response.redirect(303, addressOf(form, open.name, true))
    return
  }
  const steps = asked(form.door, answers, context)
  const rows = steps.flatMap((step) =>
    step.shown(answers, context).map((row) => ({
      ...row,
      change: addressOf(form, step.name, true),
      remove: removeAddressOf(form, step),
    })),
  )
  const back = addressOf(form, steps.at(-1)?.name ?? '')
  const action = addressOf(form, checkName)
  show(form, request, response, form.door.checkTemplate, { rows, token: formToken(secret), back, action })
}

export function showDone(form: Form, { draft }: Visit, request: Request, response: Response): void {
  if (draft?.state === 'sent') show(form, request, response, form.door.doneTemplate, { sent: draft.sent })
  else response.redirect(303, addressOf(form, ''))
}

/** After sending to the reference; else to the start, which says why the answers are gone. */
export function redirectWithoutDraft(form: Form, wasSent: boolean, response: Response): void {
  response.redirect(303, wasSent ? addressOf(form, sentName) : `${addressOf(form, '')}?lost`)
}

function show(
  { channel, parts }: Form,
  request: Request,
  response: Response,
  template: string,
  context: object,
  status = 200,
): void {
  showPage(parts.pages, request, response, `${channel.name}/${template}`, context, status)
}
