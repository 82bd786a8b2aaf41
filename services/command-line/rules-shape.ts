/** The rules as a file holds them: checked to the last field, so that a slip of the pen is named and never routes. */
import { z } from 'zod'
import { isCalendarDate } from '../../shared/dates/london.ts'
import { clockNames, requestCodes, ruleEffects, type Rules } from '../../shared/knowledge.ts'
import { channelNames, flags, kinds, languages, levels, processes } from '../../shared/words.ts'

const date = z.string().refine(isCalendarDate, 'must be a date such as 2026-11-22')
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 17:00')
const words = z.string().trim().min(1, 'must not be empty')
const whole = z.int().min(0)
const pattern = z.string().min(1).refine(isExpression, 'must be a regular expression')
const patterns = z.array(pattern)
const named = z.strictObject({ en: words, cy: words })
const sourced = { source: words, sureness: z.enum(['read', 'secondary', 'unconfirmed', 'design']) }
const inForce = { from: date, until: date.nullable() }
const unit = z.enum(['working-days', 'calendar-days', 'weeks', 'months'])
const length = { amount: whole, unit, startDay: z.enum(['day-zero', 'first-day']) }

const level = z.enum(levels)
const byLikelihood = z.strictObject({
  Rare: level,
  Unlikely: level,
  Possible: level,
  Likely: level,
  'Almost certain': level,
})

const codeEntry = z.strictObject({ code: words, name: named, patterns, ...sourced })
const codeSet = z.array(codeEntry)

/** A condition that lists nothing would never hold, and one that is misspelt neither. */
const oneOrMore = <T>(value: z.ZodType<T>) => z.array(value).min(1).exactOptional()

const routingRule = z.strictObject({
  id: words,
  when: z
    .strictObject({
      kind: oneOrMore(z.enum(kinds)),
      subject: oneOrMore(words),
      careService: oneOrMore(words),
      organisation: oneOrMore(words),
      place: oneOrMore(words),
      level: oneOrMore(level),
      flag: oneOrMore(z.enum(flags)),
      channel: oneOrMore(z.enum(channelNames)),
      language: oneOrMore(z.enum([...languages, 'other'])),
      request: oneOrMore(z.enum(requestCodes)),
      words: oneOrMore(words),
    })
    .refine((when) => Object.keys(when).length > 0, 'must name at least one condition'),
  team: words,
  does: z.enum(ruleEffects).exactOptional(),
  ...inForce,
  author: z.string(),
  reason: z.string(),
  changes: z
    .array(
      z.strictObject({
        on: date,
        by: z.string(),
        what: z.enum(['changed', 'ended', 'moved']),
        because: z.string(),
      }),
    )
    .exactOptional(),
})

const period = z.strictObject({
  process: z.enum(processes),
  clock: z.enum(clockNames),
  kinds: z.array(z.enum(kinds)).exactOptional(),
  levels: z.array(level).exactOptional(),
  oralOnly: z.boolean().exactOptional(),
  after: z.enum(clockNames).exactOptional(),
  onRequest: z.boolean().exactOptional(),
  ...length,
  longerAtMost: z.strictObject(length).exactOptional(),
  ...sourced,
})

const contact = z.strictObject({
  code: words,
  role: z.enum(['ombudsman', 'advocacy', 'regulator', 'emergency', 'advice']),
  name: named,
  processes: z.array(z.enum(processes)),
  phone: z.string().nullable(),
  web: z.string().nullable(),
  ...inForce,
  ...sourced,
})

/** All of the rules, and no other key. */
export const wholeRules: z.ZodType<Rules> = z.strictObject({
  matrix: z.strictObject({
    version: words,
    cells: z.strictObject({ Low: byLikelihood, Medium: byLikelihood, High: byLikelihood }),
    ...sourced,
  }),
  harmFloor: z.array(
    z.strictObject({
      code: z.enum(['serious-harm', 'death', 'abuse-or-neglect', 'gross-misconduct', 'crime']),
      level,
      patterns,
      unless: patterns,
      attributedBy: patterns.nullable(),
      ...sourced,
    }),
  ),
  seriousness: z.array(
    z.strictObject({
      seriousness: z.enum(['Low', 'Medium', 'High']),
      code: words,
      patterns,
      subjects: z.array(words),
      ...sourced,
    }),
  ),
  redFlags: z.array(
    z.strictObject({
      flag: z.enum(flags),
      hours: z.number().positive(),
      patterns,
      unless: patterns,
      ...sourced,
    }),
  ),
  subjects: codeSet,
  serviceAreas: codeSet,
  exclusions: z.array(z.strictObject({ regulation: words, code: words, patterns, ...sourced })),
  requests: z.array(
    z.strictObject({
      code: z.enum(requestCodes),
      duty: z.enum(['information-governance', 'complaints']),
      patterns,
      unless: patterns,
      due: z.strictObject(length).nullable(),
      ...inForce,
      ...sourced,
    }),
  ),
  staffRoles: z.array(codeEntry.extend({ unless: patterns, beforeName: patterns })),
  routing: z.array(routingRule),
  periods: z.array(period),
  officeHours: z.strictObject({ until: time, ...sourced }),
  jointPeriods: z.array(
    z.strictObject({
      step: z.enum(['answer-consent', 'answer-lead', 'part', 'finish']),
      workingDays: whole,
      ...inForce,
      ...sourced,
    }),
  ),
  bankHolidays: z.array(z.strictObject({ date, title: words, substitute: z.boolean() })),
  bankHolidayChanges: z
    .array(
      z.strictObject({
        date,
        title: words,
        what: z.enum(['added', 'taken-back']),
        on: date,
        by: z.string(),
        because: z.string(),
      }),
    )
    .exactOptional(),
  contacts: z.array(contact),
})

function isExpression(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}
