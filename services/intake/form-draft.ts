/** Which draft is this browser's? A random number in a cookie, of which the database knows only the hash. */
import { createHash, randomBytes } from 'node:crypto'
import type { CookieOptions, Request, Response } from 'express'
import type { Channel, FormDoor } from '../../channels/channel.ts'
import { readCookie } from '../pages/cookies.ts'
import type { DraftAt } from '../store/drafts.ts'

const cookieName = 'draft'

/** Null where the browser brought no such cookie. */
export function draftSecret(request: Request): string | null {
  const secret = readCookie(request, cookieName)
  return secret !== null && /^[\w-]{43}$/.test(secret) ? secret : null
}

export function newDraftSecret(response: Response, options: CookieOptions): string {
  const secret = randomBytes(32).toString('base64url')
  response.cookie(cookieName, secret, options)
  return secret
}

/** Ends with the browser session; not sent when another site posts to us. */
export function cookieOptions(door: FormDoor, secure: boolean): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure, path: door.path }
}

export function draftAt(channel: Channel, door: FormDoor, secret: string): DraftAt {
  return { id: hashOf('row', secret), channel: channel.name, door: door.name }
}

/** The same for every press of Send: it becomes the delivery's key. */
export function deliveryKeyOf(secret: string): string {
  return hashOf('delivery', secret)
}

/** Stands in the form that sends, and shows that the page was made for the owner of the cookie. */
export function formToken(secret: string): string {
  return hashOf('token', secret)
}

function hashOf(purpose: string, secret: string): string {
  return createHash('sha256').update(`${purpose}:${secret}`).digest('hex')
}
