/** Was this sent from a page of ours, or did another site make the browser send it? */
import { timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'

/**
 * By Sec-Fetch-Site where the browser sends it (https and localhost), else by Origin. A browser too old for both
 * does not send our SameSite cookie with another site's form.
 */
export function isFromOurPages(request: Request, publicUrl: string): boolean {
  const site = request.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = request.get('origin')
  if (origin === undefined) return true
  // Behind a proxy the Host may be another than people see; both are ours.
  const hosts = [request.get('host'), new URL(publicUrl).host]
  return URL.canParse(origin) && hosts.includes(new URL(origin).host)
}

export function isSameToken(given: unknown, expected: string): boolean {
  if (typeof given !== 'string' || given.length !== expected.length) return false
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}
