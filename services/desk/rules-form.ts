/** The frame of every form on the routing rules: written, tried on the last month, and only then saved. */
import { randomUUID } from 'node:crypto'
import type { Request, Response, Router } from 'express'
import { z } from 'zod'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import type { RoutingRule } from '../../shared/knowledge.ts'
import { showPage } from '../pages/show.ts'
import { currentKnowledgeVersion, loadCurrentKnowledge, type StoredKnowledge } from '../store/knowledge.ts'
import { saveRouting } from '../store/rules.ts'
import type { StaffMember } from '../store/staff.ts'
import { errorsOf, parametersOf, valuesOf, type Values } from '../staff/form-input.ts'
import type { StaffParts } from '../staff/parts.ts'
import { mayEditRules } from './rules-access.ts'
import { daysTried, mostTried, type TryRules } from './rules-try-out.ts'
import { tryOutShown } from './rules-try-out-shown.ts'
import { showAsItGoes } from './show-as-it-goes.ts'
import { staffOf } from '../staff/signed-in.ts'

export const rulesNotices = ['added', 'changed', 'ended', 'moved', 'undone', 'not-undone'] as const

/** Where a form on a rule stands. */
export interface OnRule {
  readonly stored: StoredKnowledge
  /** A new one is empty but for its id. */
  readonly rule: RoutingRule
  readonly who: StaffMember
  readonly today: CalendarDate
}

export interface RulesForm<Input> {
  /** After /desk/rules/routing/. With `:rule` in it, it is about a rule that there is. */
  readonly path: string
  readonly template: string
  readonly act: 'rule.add' | 'rule.change' | 'rule.end' | 'rule.move'
  readonly done: (typeof rulesNotices)[number]
  /** Messages are language keys. */
  input(on: OnRule): z.ZodType<Input>
  start(on: OnRule): { readonly values: Values; readonly shows: object }
  /** All rules as they would be, and a day on which the change shows. */
  change(on: OnRule, input: Input): { readonly routing: readonly RoutingRule[]; readonly day: CalendarDate }
}

export function mountRulesForm<Input>(
  router: Router,
  parts: StaffParts,
  tryRules: TryRules,
  form: RulesForm<Input>,
): void {
  const address = `/desk/rules/routing/${form.path}`
  router.get(address, async (request, response, next) => {
    const on = await open(parts, request)
    if (on === null) next()
    else show({ parts, request, response, form, on }, { values: form.start(on).values })
  })
  router.post(address, async (request, response, next) => {
    const on = await open(parts, request)
    if (on === null) next()
    else await post({ parts, request, response, form, on }, tryRules)
  })
}

interface Exchange<Input> {
  readonly parts: StaffParts
  readonly request: Request
  readonly response: Response
  readonly form: RulesForm<Input>
  readonly on: OnRule
}

/** Null where they may not, or where there is no such rule: both look the same. */
async function open({ db, now }: StaffParts, request: Request): Promise<OnRule | null> {
  const who = staffOf(request)
  const stored = await loadCurrentKnowledge(db)
  if (!mayEditRules(who, stored.directory)) return null
  const today = londonDate(now())
  const { rule: id } = parametersOf(request)
  const rule = id === undefined ? newRule(today, who) : stored.rules.routing.find((one) => one.id === id)
  return rule === undefined ? null : { stored, rule, who, today }
}

function newRule(today: CalendarDate, who: StaffMember): RoutingRule {
  return { id: randomUUID(), when: {}, team: '', from: today, until: null, author: who.name, reason: '' }
}

const sent = z.object({ version: z.string().catch(''), step: z.string().catch('try') })

async function post<Input>(exchange: Exchange<Input>, tryRules: TryRules): Promise<void> {
  const { parts, request, response, form, on } = exchange
  const values = valuesOf(request)
  const { version, step } = sent.parse(values)
  const again = (status: number, more: object = {}): void => {
    show(exchange, { values, version, ...more }, status)
  }
  const tooLate = async (): Promise<void> => {
    again(409, { changedMeanwhile: true, version: await currentKnowledgeVersion(parts.db) })
  }
  const input = form.input(on).safeParse(values)
  if (step === 'change') again(200)
  else if (!input.success) again(422, { errors: errorsOf(input.error) })
  else if (version !== on.stored.version) await tooLate()
  else if (step !== 'save') await showTried(exchange, tryRules, values, input.data)
  else if ((await save(exchange, version, input.data)) !== 'done') await tooLate()
  else response.redirect(303, `/desk/rules?done=${form.done}`)
}

async function showTried<Input>(
  exchange: Exchange<Input>,
  tryRules: TryRules,
  values: Values,
  input: Input,
): Promise<void> {
  const { parts, request, response, form, on } = exchange
  const { stored, who } = on
  const change = form.change(on, input)
  const trial = { ...change, stored, who, now: parts.now() }
  const context = { ...contextOf(exchange, { values }), shownOn: change.day, daysTried, mostTried }
  await showAsItGoes(parts, request, response, 'desk/rules-try-out.njk', context, async (progress) => {
    const tried = await tryRules(trial, progress)
    return tried === null ? {} : { tried: tryOutShown(tried, stored.directory) }
  })
}

function save<Input>({ parts, form, on }: Exchange<Input>, version: string, input: Input) {
  const { routing } = form.change(on, input)
  const { act } = form
  return saveRouting(parts.db, { who: on.who, version, routing, act, rule: on.rule.id, now: parts.now() })
}

/** What the form sends of its own accord, and what the next page sends in its place. */
const ownFields = ['_csrf', 'version', 'step']

interface Shown {
  readonly values: Values
  readonly version?: string | null
  readonly errors?: readonly unknown[]
}

function contextOf<Input>({ request, form, on }: Exchange<Input>, more: Shown): object {
  return {
    ...form.start(on).shows,
    rule: on.rule,
    version: on.stored.version,
    action: request.path,
    errors: [],
    hasErrors: more.errors !== undefined,
    sentFields: Object.entries(more.values)
      .filter(([name]) => !ownFields.includes(name))
      .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one }))),
    ...more,
  }
}

function show<Input>(exchange: Exchange<Input>, more: Shown, status = 200): void {
  const { parts, request, response, form } = exchange
  showPage(parts.pages, request, response, form.template, contextOf(exchange, more), status)
}
