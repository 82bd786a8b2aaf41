/** Changing the ordered list of routing rules: adding, replacing, moving. Nothing is ever taken out of it. */
import { daysBetween, type CalendarDate } from '../../shared/dates/london.ts'
import type { RoutingRule, RoutingRuleChange } from '../../shared/knowledge.ts'

export type Rules = readonly RoutingRule[]
export type RuleState = 'in-force' | 'to-come' | 'ended'

/** Last: the rules before it keep their say. */
export function withAdded(rules: Rules, rule: RoutingRule): Rules {
  return [...rules, rule]
}

/** In its place. */
export function withReplaced(rules: Rules, rule: RoutingRule): Rules {
  return rules.map((one) => (one.id === rule.id ? rule : one))
}

/** `to` counts from 1; beyond the end is the end. */
export function withMoved(rules: Rules, rule: RoutingRule, to: number): Rules {
  return rules.filter(({ id }) => id !== rule.id).toSpliced(to - 1, 0, rule)
}

/** The same rule, and on record that something about it was changed. */
export function changedBy(rule: RoutingRule, change: RoutingRuleChange): RoutingRule {
  return { ...rule, changes: [...(rule.changes ?? []), change] }
}

/** From its first day to its last, both included. */
export function stateOf({ from, until }: RoutingRule, today: CalendarDate): RuleState {
  if (daysBetween(today, from) > 0) return 'to-come'
  return until !== null && daysBetween(until, today) > 0 ? 'ended' : 'in-force'
}

/** Does the one before hold wherever and whenever the one after would? Whoever is told besides takes nothing from others, nor they from it. */
export function leavesNothing(before: RoutingRule, after: RoutingRule): boolean {
  if (before.does === 'is-told' || after.does === 'is-told') return false
  const isAsLong = before.until === null || (after.until !== null && after.until <= before.until)
  const looksAt: Readonly<Record<string, readonly string[] | undefined>> = after.when
  const isAsWide = Object.entries(before.when).every(
    ([name, wanted]) => looksAt[name]?.every((value) => wanted.some((one) => one === value)) === true,
  )
  return before.from <= after.from && isAsLong && isAsWide
}
