/** Moving a routing rule in its order: the first that holds decides. */
import { z } from 'zod'
import { why } from '../staff/form-input.ts'
import type { RulesForm } from './rules-form.ts'
import { changedBy, withMoved } from './rules-list.ts'

interface Input {
  readonly to: number
  readonly why: string
}

export const moveRule: RulesForm<Input> = {
  path: ':rule/move',
  template: 'desk/rules-move.njk',
  act: 'rule.move',
  done: 'moved',
  input: ({ stored }) =>
    z.object({
      to: z.coerce
        .number('desk:rules.error.place')
        .int('desk:rules.error.place')
        .min(1, 'desk:rules.error.place')
        .max(stored.rules.routing.length, 'desk:rules.error.place'),
      why,
    }),
  start: ({ rule, stored }) => ({
    values: { to: stored.rules.routing.findIndex(({ id }) => id === rule.id) + 1 },
    shows: { places: stored.rules.routing.map(({ id, reason }, at) => ({ id, reason, place: at + 1 })) },
  }),
  change({ rule, stored, who, today }, { to, why }) {
    const moved = changedBy(rule, { on: today, by: who.name, what: 'moved', because: why })
    return { routing: withMoved(stored.rules.routing, moved, to), day: today }
  },
}
