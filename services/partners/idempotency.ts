/** Who sends an Idempotency-Key instead of an id gets one made of it: the same request again is the same act. */
import { createHash } from 'node:crypto'
import type { Request } from 'express'
import { callerOf } from './api-frame.ts'
import { uploadOf } from './upload.ts'

/** The body with an id, where it has none of its own. Other content under the same key is another act. */
export function withId(request: Request): unknown {
  const body: unknown = request.body
  const key = request.get('Idempotency-Key')
  if (typeof body !== 'object' || body === null || 'id' in body || key === undefined) return body
  const hash = createHash('sha256')
  for (const part of [callerOf(request).id, request.path, key, JSON.stringify(body)]) hash.update(`${part}\n`)
  hash.update(uploadOf(request)?.content ?? '')
  return { ...body, id: uuidOf(hash.digest()) }
}

/** Version 8: made of what the sender chose (RFC 9562). */
function uuidOf(digest: Buffer): string {
  const hex = digest.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
