/** The mark on what goes out to partners and comes in from their hubs: HMAC-SHA-256 over the moment and the body. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** `t=<seconds since 1970>,v1=<hex>`, with a second v1 while a secret is being replaced. */
export const signatureHeader = 'hub-signature'

/** An older one may have been overheard and sent again. */
const goodForSeconds = 300

export function sign(body: string, secrets: readonly string[], now: Date): string {
  const seconds = Math.floor(now.getTime() / 1_000)
  return [`t=${seconds}`, ...secrets.map((secret) => `v1=${macOf(seconds, body, secret)}`)].join(',')
}

/** Was this body signed with one of these secrets, within the last five minutes? */
export function isSigned(body: string, header: string, secrets: readonly string[], now: Date): boolean {
  const fields = header.split(',').map((field) => field.trim().split('='))
  const seconds = Number(fields.find(([name]) => name === 't')?.[1] ?? Number.NaN)
  if (!(Math.abs(now.getTime() / 1_000 - seconds) <= goodForSeconds)) return false
  const given = fields.flatMap(([name, value]) => (name === 'v1' && value !== undefined ? [value] : []))
  return secrets.some((secret) => given.some((mac) => isSame(mac, macOf(seconds, body, secret))))
}

function macOf(seconds: number, body: string, secret: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
