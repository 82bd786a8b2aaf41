/** Ending a routing rule: it holds until a last day and stays in the list, so that what it did can be understood. */
import { z } from 'zod'
import { endOfLondonDay, londonDate } from '../../shared/dates/london.ts'
import { why } from '../staff/form-input.ts'
import type { RulesForm } from './rules-form.ts'
import { dateInput } from './rules-input.ts'
import { changedBy, withReplaced } from './rules-list.ts'

interface Input {
  readonly until: string
  readonly why: string
}

export const endRule: RulesForm<Input> = {
  path: ':rule/end',
  template: 'desk/rules-end.njk',
  act: 'rule.end',
  done: 'ended',
  input: ({ rule }) =>
    z.object({
      until: dateInput.refine((day) => day >= rule.from, 'desk:rules.error.until'),
      why,
    }),
  start: ({ today, rule }) => ({ values: { until: rule.from > today ? rule.from : today }, shows: {} }),
  change({ rule, stored, who, today }, { until, why }) {
    const ended = changedBy({ ...rule, until }, { on: today, by: who.name, what: 'ended', because: why })
    return { routing: withReplaced(stored.rules.routing, ended), day: londonDate(endOfLondonDay(until)) }
  },
}
