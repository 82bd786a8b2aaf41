/** GOV.UK Notify's API key: whose it is, its secret, and the token that it signs for one request. */
import { createHmac } from 'node:crypto'

export interface NotifyKey {
  readonly serviceId: string
  readonly secret: string
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
/** A name of their choice, which may have hyphens too, the service's id, and the secret. */
const form = new RegExp(`-(?<serviceId>${uuid})-(?<secret>${uuid})$`, 'i')

/** Null when it is not a whole one. */
export function notifyKeyIn(text: string): NotifyKey | null {
  const { serviceId, secret } = form.exec(text.trim())?.groups ?? {}
  return serviceId === undefined || secret === undefined ? null : { serviceId, secret }
}

/** A JSON Web Token by HS256 (RFC 7519), which Notify takes within 30 seconds of its own clock. */
export function tokenFor({ serviceId, secret }: NotifyKey, now: Date): string {
  const claims = { iss: serviceId, iat: Math.floor(now.getTime() / 1_000) }
  const signed = [{ alg: 'HS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
