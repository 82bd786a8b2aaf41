/** Fields that several forms of joint work have: organisations, issues, and how much of a case may be shared. */
import { z } from 'zod'
import { isCalendarDate } from '../../shared/dates/london.ts'
import { asId } from '../../shared/ids.ts'
import type { Covers } from '../../shared/joint/consent.ts'

export const organisationChosen = z
  .string('response:error.organisation')
  .min(1, 'response:error.organisation')
  .transform((id) => asId<'organisation'>(id))

/** One ticked box comes as a text, several as a list, none not at all. */
export const ticked = z
  .union([z.string().transform((one) => [one]), z.array(z.string())], 'response:error.issues')
  .optional()
  .transform((values) => values ?? [])

export const issuesTicked = ticked
  .transform((values) => values.map(Number))
  .refine((issues) => issues.length > 0 && issues.every(Number.isInteger), 'response:error.issues')

const shared = ['identity', 'attachments', 'records'] as const

export function coversOf(issues: readonly number[], shares: readonly string[]): Covers {
  const [identity, attachments, records] = shared.map((what) => shares.includes(what))
  return { issues, identity: identity ?? false, attachments: attachments ?? false, records: records ?? false }
}

export function sharesOf(covers: Covers): readonly string[] {
  return shared.filter((what) => covers[what])
}

/** Empty: until it is taken back. */
export const dayOrNone = z
  .string()
  .default('')
  .transform((day) => day.trim())
  .transform((day) => (day === '' ? null : day))
  .refine((day) => day === null || isCalendarDate(day), 'response:error.day')
