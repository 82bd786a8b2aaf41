/** The frame of every form on a case: shown, checked, done once, and shown again with nothing lost where it could not be. */
import type { Request, Response, Router } from 'express'
import { z } from 'zod'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { readReference } from '../../shared/reference.ts'
import { showPage } from '../pages/show.ts'
import type { Acting, ActResult } from '../store/case-acts.ts'
import { loadCaseHead, type CaseHead } from '../store/case-file.ts'
import { findVisibleCase } from '../store/case-file-scope.ts'
import { withScope, type Database, type Queries } from '../store/database.ts'
import { coordinates } from '../store/joint/coordinates.ts'
import { hasJustHandedOn } from '../store/just-handed-on.ts'
import type { StaffMember } from '../store/staff.ts'
import type { CanSend } from '../store/way-of-reply.ts'
import { withCase } from './case-on-request.ts'
import { errorsOf, parametersOf, valuesOf, type Parameters, type Values } from './form-input.ts'
import type { Notice } from './notices.ts'
import type { StaffParts } from './parts.ts'
import type { RulesInForce } from './rules-in-force.ts'
import { staffOf } from './signed-in.ts'

/** What a form is told about where it stands. */
export interface Asked {
  readonly queries: Queries
  readonly head: CaseHead
  readonly who: StaffMember
  readonly rules: Rules
  readonly canSend: CanSend
  readonly parameters: Parameters
  readonly today: CalendarDate
}

export interface CaseForm<Input> {
  /** After the address of the case; may hold parameters. */
  readonly path: string
  readonly template: string
  /** Shown between the form and the act, where the writer should look once more. */
  readonly preview?: string
  /** What else the preview shows of what was sent. */
  readonly previewed?: (input: Input) => object
  /** Whose act is it: of whoever coordinates the case, or also of those it was handed to? */
  readonly by: 'receiver' | 'handed'
  /** Does the case leave their team by it? Then the second of two clicks finds it gone, and done. */
  readonly handsOn?: true
  /** Messages are language keys. */
  readonly input: z.ZodType<Input>
  readonly done: Notice
  /** Which page of the case follows; absent: the case itself. */
  readonly then?: string
  /** What stands in the fields at first, and what else the page shows; null where the address means nothing. */
  start(asked: Asked): Promise<{ readonly values: Values; readonly shows: object } | null>
  act(given: {
    readonly db: Database
    readonly acting: Acting
    readonly input: Input
    readonly rules: Rules
    readonly canSend: CanSend
    readonly parameters: Parameters
  }): Promise<ActResult>
}

/** Where nobody said otherwise, whatever is written can go. */
const anyWay: CanSend = () => true

export function mountCaseForm<Input>(
  router: Router,
  parts: StaffParts,
  rules: RulesInForce,
  form: CaseForm<Input>,
): void {
  const address = `/desk/cases/:reference/${form.path}`
  router.get(address, async (request, response, next) => {
    const opened = await open(parts, request, await rules(), form)
    if (opened === null) next()
    else show(parts, request, response, form.template, opened, { values: opened.values })
  })
  router.post(address, async (request, response, next) => {
    const inForce = await rules()
    const opened = await open(parts, request, inForce, form)
    if (opened === null && (await isHandedOn(parts, request, form))) response.redirect(303, gone(form))
    else if (opened === null) next()
    else await post(parts, request, response, form, opened, inForce)
  })
}

interface Opened {
  readonly head: CaseHead
  readonly who: StaffMember
  readonly values: Values
  readonly shows: object
}

async function open<Input>(
  parts: StaffParts,
  request: Request,
  rules: Rules,
  form: CaseForm<Input>,
): Promise<Opened | null> {
  return withCase(parts, request, async (queries, { id, who }) => {
    const head = await loadCaseHead(queries, who, id)
    if (head === null) return null
    const today = londonDate(parts.now())
    if (form.by === 'receiver' && !(await coordinates(queries, who.organisation, head, today))) return null
    const canSend = parts.canSend ?? anyWay
    const parameters = parametersOf(request)
    const started = await form.start({ queries, head, who, rules, canSend, parameters, today })
    return started === null ? null : { head, who, ...started }
  })
}

const sent = z.object({ version: z.coerce.number().int(), step: z.string().catch('send') })

async function post<Input>(
  parts: StaffParts,
  request: Request,
  response: Response,
  form: CaseForm<Input>,
  opened: Opened,
  rules: Rules,
): Promise<void> {
  const values = valuesOf(request)
  const again = (template: string, status: number, more: object = {}): void => {
    show(parts, request, response, template, opened, { values, ...more }, status)
  }
  const { version, step } = sent.catch({ version: 0, step: 'send' }).parse(values)
  const input = form.input.safeParse(values)
  if (step === 'change') again(form.template, 200)
  else if (!input.success) again(form.template, 422, { errors: errorsOf(input.error) })
  else if (form.preview !== undefined && step !== 'send')
    again(form.preview, 200, { input: input.data, ...form.previewed?.(input.data) })
  else {
    const result = await form.act({
      db: parts.db,
      acting: { who: opened.who, case: opened.head.id, version, now: parts.now() },
      input: input.data,
      rules,
      canSend: parts.canSend ?? anyWay,
      parameters: parametersOf(request),
    })
    await finish(parts, request, response, form, opened, result, again)
  }
}

async function finish<Input>(
  parts: StaffParts,
  request: Request,
  response: Response,
  form: CaseForm<Input>,
  opened: Opened,
  result: ActResult,
  again: (template: string, status: number, more?: object) => void,
): Promise<void> {
  switch (result.outcome) {
    case 'done':
      for (const { step, id } of result.waiting) parts.ring(step, id)
      response.redirect(303, await pageAfter(parts, form, opened))
      break
    case 'changed-meanwhile':
      again(form.template, 409, { changedMeanwhile: true })
      break
    case 'refused':
      again(form.template, 422, { errors: [{ field: null, reason: result.problem }] })
      break
    case 'not-found':
      if (await isHandedOn(parts, request, form)) response.redirect(303, gone(form))
      else again('desk/gone.njk', 404)
  }
}

/** Whoever handed the case to another team may see it no more: then their list of cases follows. */
async function pageAfter<Input>(
  { db }: StaffParts,
  form: CaseForm<Input>,
  { head: { reference }, who }: Opened,
): Promise<string> {
  const scope = { of: 'organisation', organisation: who.organisation } as const
  const found = await withScope(db, scope, (queries) => findVisibleCase(queries, who, reference))
  if (found === null) return gone(form)
  const { then, done } = form
  return `/desk/cases/${reference}${then === undefined ? '' : `/${then}`}?done=${done}`
}

function gone({ done }: Pick<CaseForm<never>, 'done'>): string {
  return `/desk?done=${done}`
}

async function isHandedOn(
  { db, now }: StaffParts,
  request: Request,
  { handsOn }: Pick<CaseForm<never>, 'handsOn'>,
): Promise<boolean> {
  const who = staffOf(request)
  const reference = readReference(parametersOf(request)['reference'] ?? '')
  if (handsOn !== true || reference === null) return false
  const scope = { of: 'organisation', organisation: who.organisation } as const
  return withScope(db, scope, (queries) => hasJustHandedOn(queries, who, reference, now()))
}

function show(
  { pages }: StaffParts,
  request: Request,
  response: Response,
  template: string,
  { head, shows }: Opened,
  more: { readonly values: Values; readonly errors?: readonly unknown[] },
  status = 200,
): void {
  const context = {
    ...shows,
    head,
    base: `/desk/cases/${head.reference}`,
    action: request.path,
    errors: [],
    hasErrors: more.errors !== undefined,
    ...more,
  }
  showPage(pages, request, response, template, context, status)
}
