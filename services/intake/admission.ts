/** Who may come in at an http door: by an API key, by a provider's token, or as a visitor who does not come too often. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import { keyIn } from '../pages/key-in.ts'
import type { HttpDoor } from '../../channels/channel.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { RateLimit } from '../store/rate-limits.ts'
import type { Problem } from '../pages/problem.ts'

export interface ApiCaller {
  readonly id: string
  readonly scopes: readonly string[]
  readonly organisation: OrganisationId
}

/** Who came in, where it is not a mere visitor. */
export interface Caller {
  /** It receives what they bring. */
  readonly organisation: OrganisationId
  /** What the envelope says about them. */
  readonly envelope: Readonly<Record<string, string>>
}

export interface AdmissionParts {
  /** For those who come without a key. */
  readonly visitors: RateLimit
  /** Null: no such key, or revoked. */
  findCaller(key: string): Promise<ApiCaller | null>
}

export type Admission =
  { readonly admitted: true; readonly caller: Caller | null } | ({ readonly admitted: false } & Problem)

const asNobody: Admission = { admitted: true, caller: null }

/** Asked before the body is read. */
export async function admit(door: HttpDoor, request: Request, parts: AdmissionParts): Promise<Admission> {
  const { authenticate } = door
  if (authenticate.by === 'callback-token') {
    const isTheirs = isSame(keyIn(request) ?? '', authenticate.token)
    return isTheirs ? asNobody : { admitted: false, status: 401, key: 'intake:wrong-key' }
  }
  if (authenticate.by !== 'api-key') return asNobody
  const key = keyIn(request)
  // It may stand in the body yet.
  if (key === null && authenticate.field !== undefined) return asNobody
  return admitByKey(authenticate, key, request, parts)
}

/** Asked again where the body was read and held a key, or none. */
export async function admitByKey(
  wanted: { readonly scope: string; readonly optional: boolean },
  key: string | null,
  request: Request,
  parts: AdmissionParts,
): Promise<Admission> {
  if (key !== null) {
    const caller = await parts.findCaller(key)
    if (caller === null) return { admitted: false, status: 401, key: 'intake:wrong-key' }
    if (!caller.scopes.includes(wanted.scope)) {
      return { admitted: false, status: 403, key: 'intake:wrong-scope', params: { scope: wanted.scope } }
    }
    return {
      admitted: true,
      caller: { organisation: caller.organisation, envelope: { 'api-key-id': caller.id } },
    }
  }
  if (!wanted.optional) return { admitted: false, status: 401, key: 'intake:no-key' }
  const seconds = await parts.visitors.exceededBy(request.ip ?? 'unknown')
  if (seconds === null) return asNobody
  return { admitted: false, status: 429, key: 'intake:too-often', params: { seconds }, retryAfter: seconds }
}

/** The key among a form's fields, and the form without it, byte for byte otherwise: a secret is not stored. */
export function cutKeyOut(
  raw: Buffer,
  field: string,
): { readonly key: string | null; readonly rest: Buffer } {
  const pairs = raw.toString('latin1').split('&')
  const isKey = (pair: string) => new URLSearchParams(pair).has(field)
  const [found] = pairs.filter(isKey)
  const key = found === undefined ? null : (new URLSearchParams(found).get(field)?.trim() ?? null)
  return {
    key: key === '' ? null : key,
    rest: Buffer.from(pairs.filter((pair) => !isKey(pair)).join('&'), 'latin1'),
  }
}

/** Takes the same time whatever the difference is. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}
