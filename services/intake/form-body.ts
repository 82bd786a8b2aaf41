/** What a form sent, by the names of its fields; nothing of it has been looked at. */
import type { Request } from 'express'

export function bodyOf(request: Request): Readonly<Record<string, unknown>> {
  const body: unknown = request.body
  return typeof body === 'object' && body !== null ? { ...body } : {}
}
