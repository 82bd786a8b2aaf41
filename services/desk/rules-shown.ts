/** What the page of the rules shows: the routing rules in their order, and what else is in force with where it stands. */
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { Directory } from '../../shared/directory.ts'
import type { RoutingRule } from '../../shared/knowledge.ts'
import { kinds, likelihoods, seriousnesses } from '../../shared/words.ts'
import type { StoredKnowledge } from '../store/knowledge.ts'
import { tableEnds } from './holidays-shown.ts'
import { chosenConditions, choicesFor, type Choice, type Condition } from './rules-choices.ts'
import { leavesNothing, stateOf } from './rules-list.ts'

export function rulesShown({ directory, rules, version }: StoredKnowledge, today: CalendarDate): object {
  return {
    version,
    routing: rules.routing.map((rule, at) => ({
      ...rule,
      place: at + 1,
      state: stateOf(rule, today),
      ...teamShown(rule, directory),
      neverAsked: neverAsked(rules.routing, at, directory, today),
      ofOrganisation: organisationOf(rule, directory),
      ...whenShown(rule.when, choicesFor(rule.when, directory, rules)),
    })),
    matrix: rules.matrix,
    seriousnesses,
    likelihoods,
    harmFloor: rules.harmFloor,
    redFlags: rules.redFlags,
    periods: rules.periods,
    officeHours: rules.officeHours ?? null,
    // A period of every kind says nothing by naming them all.
    kindCount: kinds.length,
    exclusions: rules.exclusions,
    requests: rules.requests ?? [],
    tableEnds: tableEnds(rules, today),
  }
}

/** A team that is gone has no name any more. */
function teamShown({ team, does = 'owns' }: RoutingRule, { teams }: Directory): object {
  const teamName = teams.find(({ id }) => id === team)?.name ?? null
  return { teamName, heading: teamName === null ? 'gone' : does }
}

/** The place of the rule that leaves nothing to the one at `at`; null where it has its say. */
function neverAsked(
  routing: readonly RoutingRule[],
  at: number,
  { teams }: Directory,
  today: CalendarDate,
): number | null {
  const rule = routing[at]
  if (rule === undefined || stateOf(rule, today) === 'ended') return null
  const before = routing.findIndex(
    (other, place) => place < at && teams.some(({ id }) => id === other.team) && leavesNothing(other, rule),
  )
  return before < 0 ? null : before + 1
}

function organisationOf(rule: RoutingRule, { teams, organisations }: Directory): string | null {
  const team = teams.find(({ id }) => id === rule.team)
  return organisations.find(({ id }) => id === team?.organisation)?.name ?? null
}

interface ConditionShown {
  readonly name: Condition
  readonly values: readonly Choice[]
}

/** A condition of which all is gone never holds, and with it the rule. */
function whenShown(...given: Parameters<typeof conditionsShown>): object {
  const conditions = conditionsShown(...given)
  return {
    conditions,
    neverHolds: conditions.find(({ values }) => values.every(({ isGone }) => isGone === true))?.name ?? null,
  }
}

function conditionsShown(
  when: RoutingRule['when'],
  choices: ReturnType<typeof choicesFor>,
): readonly ConditionShown[] {
  const { place, words } = when
  const chosen = chosenConditions.flatMap((name) =>
    when[name] === undefined
      ? []
      : [
          {
            name,
            values: when[name].flatMap((value) => choices[name].find((one) => one.value === value) ?? []),
          },
        ],
  )
  return [
    ...chosen,
    ...(place === undefined ? [] : [written('place', place)]),
    ...(words === undefined ? [] : [written('words', words)]),
  ]
}

function written(name: 'place' | 'words', values: readonly string[]): ConditionShown {
  return { name, values: values.map((value) => ({ value, name: value })) }
}
