/** The API key that a request brings: either way of sending one will do. */
import type { Request } from 'express'

export function keyIn(request: Request): string | null {
  const [, bearer] = /^Bearer\s+(\S+)$/i.exec(request.get('authorization') ?? '') ?? []
  return bearer ?? request.get('x-api-key') ?? null
}
