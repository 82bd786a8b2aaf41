/** What the form of a routing rule must hold: choices that there are, dates in their order, a reason. */
import { z } from 'zod'
import { isCalendarDate } from '../../shared/dates/london.ts'
import { requestCodes, ruleEffects, type RoutingRule } from '../../shared/knowledge.ts'
import { flags, levels } from '../../shared/words.ts'
import type { StoredKnowledge } from '../store/knowledge.ts'
import { why } from '../staff/form-input.ts'
import { choicesFor, teamChoices, type Choice } from './rules-choices.ts'

const mostLines = 100
const longestLine = 200

/** YYYY-MM-DD, as browsers send a date. What else is asked of it is asked of dates only. */
export const dateInput = z
  .string('desk:rules.error.date')
  .trim()
  .refine(isCalendarDate, { message: 'desk:rules.error.date', abort: true })

/** One ticked box comes as a text, several as a list, none not at all. */
function ticked<T>(one: z.ZodType<T>) {
  return z.union([one.transform((value) => [value]), z.array(one)], 'desk:rules.error.choice').default([])
}

/** One to a line. */
const lines = z
  .string()
  .default('')
  .transform((text) => text.split('\n').map((line) => line.trim()))
  .transform((found) => found.filter((line) => line !== ''))
  .refine((found) => found.length <= mostLines, 'desk:rules.error.tooMany')
  .refine((found) => found.every((line) => line.length <= longestLine), 'desk:rules.error.lineLong')

function oneOf(choices: readonly Choice[], message: string) {
  return z.string(message).refine((value) => choices.some((choice) => choice.value === value), message)
}

function conditionsInput({ directory, rules }: StoredKnowledge, { when }: Pick<RoutingRule, 'when'>) {
  const choices = choicesFor(when, directory, rules)
  const chosen = (name: keyof typeof choices) => ticked(oneOf(choices[name], 'desk:rules.error.choice'))
  return z.object({
    kind: chosen('kind'),
    subject: chosen('subject'),
    organisation: chosen('organisation'),
    careService: chosen('careService'),
    place: lines,
    level: ticked(z.enum(levels)),
    flag: ticked(z.enum(flags)),
    channel: chosen('channel'),
    language: chosen('language'),
    request: ticked(z.enum(requestCodes)),
    words: lines,
  })
}

/** Only what was asked for: a condition that is absent always holds. */
export function whenOf(input: z.infer<ReturnType<typeof conditionsInput>>): RoutingRule['when'] {
  const { kind, subject, careService, organisation, place, level, flag, channel, language, request, words } =
    input
  return {
    ...(kind.length === 0 ? {} : { kind }),
    ...(subject.length === 0 ? {} : { subject }),
    ...(careService.length === 0 ? {} : { careService }),
    ...(organisation.length === 0 ? {} : { organisation }),
    ...(place.length === 0 ? {} : { place }),
    ...(level.length === 0 ? {} : { level }),
    ...(flag.length === 0 ? {} : { flag }),
    ...(channel.length === 0 ? {} : { channel }),
    ...(language.length === 0 ? {} : { language }),
    ...(request.length === 0 ? {} : { request }),
    ...(words.length === 0 ? {} : { words }),
  }
}

/** A rule that looks at nothing would take everything, so it is refused. `rule`: as it is now. */
export function ruleInput(stored: StoredKnowledge, rule: Pick<RoutingRule, 'when'>) {
  return conditionsInput(stored, rule)
    .extend({
      does: z.enum(ruleEffects, 'desk:rules.error.does').default('owns'),
      team: oneOf(teamChoices(stored.directory), 'desk:error.team'),
      from: dateInput,
      until: z.union([z.literal('').transform(() => null), dateInput], 'desk:rules.error.date').default(null),
      reason: why,
    })
    .refine((input) => Object.keys(whenOf(input)).length > 0, {
      path: ['kind'],
      message: 'desk:rules.error.noCondition',
    })
    .refine(({ from, until }) => until === null || until >= from, {
      path: ['until'],
      message: 'desk:rules.error.until',
    })
}
