/** Writing a routing rule, or changing one: what it looks at, which team it names, from when until when, and why. */
import { z } from 'zod'
import { ruleEffects, type RoutingRule } from '../../shared/knowledge.ts'
import { why } from '../staff/form-input.ts'
import { choicesFor, teamChoices } from './rules-choices.ts'
import type { OnRule, RulesForm } from './rules-form.ts'
import { ruleInput, whenOf } from './rules-input.ts'
import { changedBy, withAdded, withReplaced } from './rules-list.ts'

type Input = z.infer<ReturnType<typeof ruleInput>>

function ruleOf({ rule, who }: OnRule, input: Input): RoutingRule {
  const { team, does, from, until, reason } = input
  return { ...rule, when: whenOf(input), team, does, from, until, author: who.name, reason }
}

/** Today, or the day on which the rule first holds if that is yet to come. */
function dayOf({ today }: OnRule, { from }: RoutingRule): string {
  return from > today ? from : today
}

function start({ rule, stored }: OnRule) {
  const { place = [], words = [], ...chosen } = rule.when
  const { team, does = 'owns', from, until, reason } = rule
  return {
    values: { ...chosen, place: place.join('\n'), words: words.join('\n'), team, does, from, until, reason },
    shows: {
      choices: choicesFor(rule.when, stored.directory, stored.rules),
      teams: teamChoices(stored.directory),
      effects: ruleEffects,
    },
  }
}

export const addRule: RulesForm<Input> = {
  path: 'new',
  template: 'desk/rules-add.njk',
  act: 'rule.add',
  done: 'added',
  input: ({ stored, rule }) => ruleInput(stored, rule),
  start,
  change(on, input) {
    const rule = ruleOf(on, input)
    return { routing: withAdded(on.stored.rules.routing, rule), day: dayOf(on, rule) }
  },
}

export const changeRule: RulesForm<Input & { readonly why: string }> = {
  path: ':rule',
  template: 'desk/rules-change.njk',
  act: 'rule.change',
  done: 'changed',
  input: ({ stored, rule }) => ruleInput(stored, rule).and(z.object({ why })),
  start,
  change(on, input) {
    const change = { on: on.today, by: on.who.name, what: 'changed', because: input.why } as const
    const rule = changedBy(ruleOf(on, input), change)
    return { routing: withReplaced(on.stored.rules.routing, rule), day: dayOf(on, rule) }
  },
}
