/** The rules as administrators change them: each change a new version of the knowledge, none made unseen. */
import { addition, withChange } from '../../shared/dates/holiday-changes.ts'
import type { BankHolidayChange } from '../../shared/dates/bank-holidays.ts'
import type { RoutingRule, Rules } from '../../shared/knowledge.ts'
import { staffActor } from './case-acts.ts'
import { hubScope, withScope, type Database, type Scope } from './database.ts'
import { holdKnowledge, loadCurrentKnowledge, makeCurrent, type MadeCurrent } from './knowledge.ts'
import type { Recounted } from './recount.ts'
import type { StaffMember } from './staff.ts'

/** Somebody else made another version since, or there is no such thing any more; nothing was saved. */
type Meanwhile = 'changed-meanwhile'

interface Change {
  readonly who: StaffMember
  /** Of the knowledge they looked at. */
  readonly version: string
  readonly now: Date
}

export interface RoutingChange extends Change {
  /** All of them, in their order. */
  readonly routing: readonly RoutingRule[]
  /** Such as "rule.add". */
  readonly act: string
  /** Id of the rule that it is about. */
  readonly rule: string
}

export async function saveRouting(
  db: Database,
  { routing, act, rule, ...change }: RoutingChange,
): Promise<'done' | Meanwhile> {
  const scope = { of: 'organisation', organisation: change.who.organisation } as const
  const saved = await saveRules(db, scope, change, { act, about: { rule } }, (rules) => ({
    ...rules,
    routing,
  }))
  return saved === null ? 'changed-meanwhile' : 'done'
}

/** Adds a day to the table, or takes one back that was added; says how much of what runs is counted anew, in the whole hub. */
export async function saveBankHoliday(
  db: Database,
  { holiday, ...change }: Change & { readonly holiday: BankHolidayChange },
): Promise<Recounted | Meanwhile> {
  const { date, what } = holiday
  const act = what === 'added' ? 'holiday.add' : 'holiday.take-back'
  const saved = await saveRules(db, hubScope, change, { act, about: { day: date } }, (rules) => {
    const isThere = rules.bankHolidays.some((day) => day.date === date)
    const mayBe = what === 'added' ? !isThere : addition(date, rules) !== null
    return mayBe ? { ...rules, ...withChange(rules, holiday) } : null
  })
  return saved?.recounted ?? 'changed-meanwhile'
}

interface Entry {
  readonly act: string
  readonly about: Readonly<Record<string, string>>
}

/** Null where they did not look at what holds, or where `changed` finds that it cannot be. */
async function saveRules(
  db: Database,
  scope: Scope,
  { who, version, now }: Change,
  { act, about }: Entry,
  changed: (rules: Rules) => Rules | null,
): Promise<MadeCurrent | null> {
  return withScope(db, scope, async (queries) => {
    await holdKnowledge(queries)
    const stored = await loadCurrentKnowledge(queries)
    const rules = stored.version === version ? changed(stored.rules) : null
    if (rules === null) return null
    return makeCurrent(queries, { directory: stored.directory, rules }, who.id, now, {
      actor: staffActor(who.id),
      act,
      organisation: who.organisation,
      details: { ...about, before: version },
    })
  })
}
