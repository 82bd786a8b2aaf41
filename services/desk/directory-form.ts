/** The frame of every form on the directory: filled with what holds, checked, saved once, never over somebody else's change. */
import type { Request, Response, Router } from 'express'
import { z } from 'zod'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { Directory } from '../../shared/directory.ts'
import { showPage } from '../pages/show.ts'
import type { Database } from '../store/database.ts'
import type { SettingChange, SettingResult } from '../store/directory-settings.ts'
import { loadCurrentKnowledge } from '../store/knowledge.ts'
import type { StaffMember } from '../store/staff.ts'
import { errorsOf, parametersOf, valuesOf, type Parameters, type Values } from '../staff/form-input.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'

export const directoryNotices = ['team', 'absence', 'contact'] as const

/** Where a form on the directory stands. */
export interface OnDirectory {
  readonly db: Database
  readonly directory: Directory
  readonly who: StaffMember
  readonly today: CalendarDate
  readonly parameters: Parameters
}

/** `Settings` is what it is about, as it stands. */
export interface DirectoryForm<Settings, Input extends { readonly why: string }> {
  /** After /desk/directory/. */
  readonly path: string
  readonly template: string
  readonly done: (typeof directoryNotices)[number]
  /** Null where they may not, or where their organisation has no such thing: both look the same. */
  open(on: OnDirectory): Promise<{
    readonly settings: Settings
    readonly values: Values
    readonly shows: object
    /** Messages are language keys. */
    readonly input: z.ZodType<Input>
  } | null>
  wanted(input: Input, on: OnDirectory & { readonly settings: Settings }): Settings
  save(on: OnDirectory, change: SettingChange<Settings>): Promise<SettingResult>
}

export function mountDirectoryForm<Settings, Input extends { readonly why: string }>(
  router: Router,
  parts: StaffParts,
  form: DirectoryForm<Settings, Input>,
): void {
  const address = `/desk/directory/${form.path}`
  router.get(address, async (request, response, next) => {
    const exchange = await open(parts, request, response, form)
    if (exchange === null) next()
    else show(exchange, { values: exchange.opened.values })
  })
  router.post(address, async (request, response, next) => {
    const exchange = await open(parts, request, response, form)
    if (exchange === null || !(await post(exchange))) next()
  })
}

interface Exchange<Settings, Input extends { readonly why: string }> {
  readonly parts: StaffParts
  readonly request: Request
  readonly response: Response
  readonly form: DirectoryForm<Settings, Input>
  readonly on: OnDirectory
  readonly opened: NonNullable<Awaited<ReturnType<DirectoryForm<Settings, Input>['open']>>>
}

async function open<Settings, Input extends { readonly why: string }>(
  parts: StaffParts,
  request: Request,
  response: Response,
  form: DirectoryForm<Settings, Input>,
): Promise<Exchange<Settings, Input> | null> {
  const { directory } = await loadCurrentKnowledge(parts.db)
  const on = {
    db: parts.db,
    directory,
    who: staffOf(request),
    today: londonDate(parts.now()),
    parameters: parametersOf(request),
  }
  const opened = await form.open(on)
  return opened === null ? null : { parts, request, response, form, on, opened }
}

/** What they saw, as the page sent it along. */
const sent = z.object({ seen: z.string().catch('') })

/** False where it was taken out of the directory meanwhile. */
async function post<Settings, Input extends { readonly why: string }>(
  exchange: Exchange<Settings, Input>,
): Promise<boolean> {
  const { parts, request, response, form, on, opened } = exchange
  const values = valuesOf(request)
  const { seen } = sent.parse(values)
  const input = opened.input.safeParse(values)
  if (seen !== seenNow(opened)) show(exchange, { values, changedMeanwhile: true }, 409)
  else if (!input.success) show(exchange, { values, errors: errorsOf(input.error) }, 422)
  else {
    const { settings } = opened
    const wanted = form.wanted(input.data, { ...on, settings })
    const change = { who: on.who, seen: settings, wanted, why: input.data.why, now: parts.now() }
    switch (await form.save(on, change)) {
      case 'done':
        response.redirect(303, `/desk/directory?done=${form.done}`)
        break
      case 'changed-meanwhile':
        await showAsItIsNow(exchange, values)
        break
      case 'nothing-changed':
        show(exchange, { values, errors: [problem('directory:form.nothingChanged')] }, 422)
        break
      case 'not-found':
        return false
    }
  }
  return true
}

/** The next try starts from what holds now, which the page shows beside what they wrote. */
async function showAsItIsNow<Settings, Input extends { readonly why: string }>(
  { parts, request, response, form }: Exchange<Settings, Input>,
  values: Values,
): Promise<void> {
  const now = await open(parts, request, response, form)
  if (now !== null) show(now, { values, changedMeanwhile: true }, 409)
}

function problem(key: string): { readonly field: null; readonly reason: Reason } {
  return { field: null, reason: reason(key) }
}

function seenNow({ settings }: { readonly settings: unknown }): string {
  return JSON.stringify(settings)
}

function show<Settings, Input extends { readonly why: string }>(
  { parts, request, response, form, opened }: Exchange<Settings, Input>,
  more: { readonly values: Values; readonly errors?: readonly unknown[]; readonly changedMeanwhile?: true },
  status = 200,
): void {
  const context = {
    ...opened.shows,
    seen: seenNow(opened),
    action: request.path,
    now: opened.values,
    errors: [],
    hasErrors: more.errors !== undefined,
    ...more,
  }
  showPage(parts.pages, request, response, form.template, context, status)
}
