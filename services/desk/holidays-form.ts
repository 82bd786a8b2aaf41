/** The frame of the two forms on bank holidays: written on the version that they saw, and saved at once with what follows from it. */
import type { Request, Response, Router } from 'express'
import { z } from 'zod'
import type { BankHolidayChange } from '../../shared/dates/bank-holidays.ts'
import { addition } from '../../shared/dates/holiday-changes.ts'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import { showPage } from '../pages/show.ts'
import { currentKnowledgeVersion, loadCurrentKnowledge, type StoredKnowledge } from '../store/knowledge.ts'
import { saveBankHoliday } from '../store/rules.ts'
import type { StaffMember } from '../store/staff.ts'
import { errorsOf, parametersOf, valuesOf, type Values } from '../staff/form-input.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'
import { isSeeded } from './holidays-shown.ts'
import { mayEditRules } from './rules-access.ts'

export const holidaysPath = '/desk/rules/bank-holidays'
export const holidayNotices = ['added', 'taken-back'] as const

export interface OnHolidays {
  readonly stored: StoredKnowledge
  readonly who: StaffMember
  readonly today: CalendarDate
  /** Who added the day that the address names; null where it names none. */
  readonly added: BankHolidayChange | null
}

export interface HolidayForm<Input> {
  /** After the path of the page. With `:day` in it, it is about a day that somebody added. */
  readonly path: string
  readonly template: string
  readonly done: (typeof holidayNotices)[number]
  /** Messages are language keys. */
  input(on: OnHolidays): z.ZodType<Input>
  /** What they want, on which day; null where the address names none. */
  holiday(on: OnHolidays, input: Input): Pick<BankHolidayChange, 'date' | 'title' | 'because'> | null
}

export function mountHolidayForm<Input>(router: Router, parts: StaffParts, form: HolidayForm<Input>): void {
  const address = `${holidaysPath}/${form.path}`
  router.get(address, async (request, response, next) => {
    const on = await open(parts, request)
    if (on === null) next()
    else show({ parts, request, response, form, on }, { values: {} })
  })
  router.post(address, async (request, response, next) => {
    const on = await open(parts, request)
    if (on === null) next()
    else await post({ parts, request, response, form, on })
  })
}

interface Exchange<Input> {
  readonly parts: StaffParts
  readonly request: Request
  readonly response: Response
  readonly form: HolidayForm<Input>
  readonly on: OnHolidays
}

/** Null where they may not, or where nobody added such a day: both look the same. */
async function open({ db, now }: StaffParts, request: Request): Promise<OnHolidays | null> {
  const who = staffOf(request)
  const stored = await loadCurrentKnowledge(db)
  if (!mayEditRules(who, stored.directory)) return null
  const on = { stored, who, today: londonDate(now()) }
  const { day } = parametersOf(request)
  if (day === undefined) return { ...on, added: null }
  const added = isSeeded(day) ? null : addition(day, stored.rules)
  return added === null ? null : { ...on, added }
}

const sent = z.object({ version: z.string().catch('') })

async function post<Input>(exchange: Exchange<Input>): Promise<void> {
  const { parts, request, response, form, on } = exchange
  const values = valuesOf(request)
  const input = form.input(on).safeParse(values)
  if (!input.success) {
    show(exchange, { values, errors: errorsOf(input.error) }, 422)
    return
  }
  const wanted = form.holiday(on, input.data)
  const { version } = sent.parse(values)
  const holiday = wanted && ({ ...wanted, what: form.done, on: on.today, by: on.who.name } as const)
  const outcome =
    holiday === null
      ? 'changed-meanwhile'
      : await saveBankHoliday(parts.db, { who: on.who, version, holiday, now: parts.now() })
  if (outcome === 'changed-meanwhile') {
    const now = await currentKnowledgeVersion(parts.db)
    show(exchange, { values, changedMeanwhile: true, version: now }, 409)
    return
  }
  const { clocks, handoffs } = outcome
  response.redirect(303, `${holidaysPath}?done=${form.done}&clocks=${clocks}&handoffs=${handoffs}`)
}

interface Shown {
  readonly values: Values
  readonly version?: string | null
  readonly errors?: readonly unknown[]
  readonly changedMeanwhile?: true
}

function show<Input>(
  { parts, request, response, form, on }: Exchange<Input>,
  more: Shown,
  status = 200,
): void {
  const context = {
    added: on.added,
    version: on.stored.version,
    action: request.path,
    errors: [],
    hasErrors: more.errors !== undefined,
    ...more,
  }
  showPage(parts.pages, request, response, form.template, context, status)
}
