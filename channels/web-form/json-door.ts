/** POST /api/v1/feedback: the same feedback from a program. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Arrival, DeliveryKey, HttpDoor, Refusal } from '../channel.ts'
import { londonDate } from '../../shared/dates/london.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import { isNonEmpty } from '../../shared/words.ts'
import { feedbackSchema, type Feedback } from './feedback.ts'
import { fileMegabytes, largestDocument } from './limits.ts'
import { parseJson } from './parse-json.ts'

export const jsonDoor: HttpDoor = {
  opens: 'http',
  name: 'api',
  path: '/api/v1/feedback',
  accepts: ['application/json'],
  limitBytes: largestDocument,
  authenticate: { by: 'api-key', scope: 'feedback:write', optional: true },
  refuse,
  answer: ({ reference }) => ({ status: 202, type: 'application/json', body: JSON.stringify({ reference }) }),
}

/**
 * With an Idempotency-Key: that key with these bytes, within the API key or else the visitor. Other bytes under the same
 * key are another delivery: two people behind one address must not take each other's place.
 * Without one each request is a delivery of its own, however alike two of them are.
 */
export function jsonKeyOf({ envelope, raw }: Arrival): DeliveryKey {
  const asked = envelope['idempotency-key']
  if (asked === undefined) return `api:${hashOf([raw, envelope['arrival-id'] ?? ''])}`
  const scope = envelope['api-key-id'] ?? envelope['visitor'] ?? ''
  return `api:${hashOf([scope, asked, raw])}`
}

// Each part with its length before it: "ab" and "c" must not have the key of "a" and "bc".
function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return hash.digest('hex')
}

function refuse(arrival: Arrival): Refusal | null {
  const document = parseJson(arrival.raw)
  if (document === undefined) {
    return { status: 400, problems: [{ field: null, reason: reason('form:api.json') }] }
  }
  const parsed = feedbackSchema.safeParse(document, { reportInput: true })
  const problems = parsed.success
    ? futureDates(parsed.data, arrival.receivedAt)
    : parsed.error.issues.map((issue) => ({ field: fieldOf(issue), reason: reasonOf(issue) }))
  return isNonEmpty(problems) ? { status: 422, problems } : null
}

function futureDates({ about }: Feedback, receivedAt: string) {
  const fields = (['happenedOn', 'knownSince'] as const).filter((field) => about?.[field] !== undefined)
  if (fields.length === 0) return []
  const today = londonDate(receivedAt)
  return fields
    .filter((field) => (about?.[field] ?? today) > today)
    .map((field) => ({ field: `about.${field}`, reason: reason('form:api.future') }))
}

function fieldOf(issue: z.core.$ZodIssue): string | null {
  return issue.path.length === 0 ? null : issue.path.join('.')
}

function reasonOf(issue: z.core.$ZodIssue): Reason {
  switch (issue.code) {
    case 'custom':
      return reason(issue.message, { megabytes: fileMegabytes })
    case 'invalid_type':
      return issue.input === undefined
        ? reason('form:api.required')
        : reason('form:api.type', { type: issue.expected })
    case 'too_big':
      return reason(tooBig(issue.origin), { limit: Number(issue.maximum) })
    case 'invalid_value':
      return reason('form:api.oneOf', { values: issue.values.join(', ') })
    case 'unrecognized_keys':
      return reason('form:api.unknown', { fields: issue.keys.join(', ') })
    case 'too_small':
      return reason(issue.origin === 'string' ? 'form:api.required' : 'form:api.value')
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return reason('form:api.value')
  }
}

function tooBig(origin: string): string {
  if (origin === 'array') return 'form:api.tooMany'
  return origin === 'string' ? 'form:api.tooLong' : 'form:api.value'
}
