/** What a form sent, what is wrong with it, and what stood in its address. */
import type { Request } from 'express'
import { z } from 'zod'
import { reason, type Reason } from '../../shared/finding.ts'

export type Values = Readonly<Record<string, unknown>>
export type Parameters = Readonly<Record<string, string | undefined>>

export interface FieldError {
  readonly field: string | null
  readonly reason: Reason
}

/** One for each field: the first that is wrong with it. */
export function errorsOf(error: z.ZodError): readonly FieldError[] {
  const byField = new Map<string, FieldError>()
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? '')
    // What no honest form sends has no sentence of its own.
    const key = /^[a-z]+:[a-z]\S*$/.test(message) ? message : 'desk:error.choose'
    if (!byField.has(field)) byField.set(field, { field, reason: reason(key) })
  }
  return [...byField.values()]
}

/** Every field as it came. */
export function valuesOf(request: Request): Values {
  const body: unknown = request.body
  return typeof body === 'object' && body !== null ? { ...body } : {}
}

/** What stands in the address. */
export function parametersOf(request: Request): Parameters {
  const found: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.params)) {
    if (typeof value === 'string') found[name] = value
  }
  return found
}

const nobodys = '00000000-0000-0000-0000-000000000000'

/** An id out of the address; where none stands there, one that nothing has. */
export function idIn(parameters: Parameters, name: string): string {
  return z.uuid().catch(nobodys).parse(parameters[name])
}

/** The reason a member of staff gives, without which nothing is corrected. */
export const why = z.string('desk:error.why').trim().min(1, 'desk:error.why').max(5_000, 'desk:error.whyLong')
