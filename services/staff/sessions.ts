/** Sessions of members of staff: kept in the database, half an hour when idle and twelve hours at most. */
import connectPgSimple from 'connect-pg-simple'
import type { Request, RequestHandler } from 'express'
import session, { type SessionData } from 'express-session'
import type { PartnerLinkId, StaffId } from '../../shared/ids.ts'
import type { StaffParts } from './parts.ts'

declare module 'express-session' {
  interface SessionData {
    staff: StaffId
    /** Milliseconds since 1970. */
    signedInAt: number
    seenAt: number
    /** The link by which somebody came who has no account. */
    link: PartnerLinkId
    /** Did they type the code that was sent to them? */
    isLinkOpen: boolean
  }
}

const minute = 60_000
const idle = 30 * minute
const longest = 12 * 60 * minute

/** One cookie for each place: what is signed in at one is not signed in at another. */
export function staffSessions(
  { pool, publicUrl, sessionSecret }: StaffParts,
  { home, cookie }: { readonly home: string; readonly cookie: string },
): RequestHandler {
  const Store = connectPgSimple(session)
  const secure = new URL(publicUrl).protocol === 'https:'
  return session({
    name: cookie,
    secret: sessionSecret,
    // Those that ran out are taken away by upkeep, once for all places.
    store: new Store({
      pool,
      tableName: 'sessions',
      createTableIfMissing: false,
      pruneSessionInterval: false,
    }),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    // A forged X-Forwarded-Proto only makes our cookie stricter.
    ...(secure ? { proxy: true } : {}),
    cookie: { path: home, httpOnly: true, sameSite: 'lax', secure, maxAge: idle },
  })
}

/** Who is signed in here, if the session has not run out. */
export function signedInStaff(request: Request, now: Date): StaffId | null {
  const { staff, signedInAt = 0, seenAt = 0 } = request.session
  const at = now.getTime()
  if (staff === undefined || at - seenAt > idle || at - signedInAt > longest) return null
  request.session.seenAt = at
  return staff
}

/** By which link did they come, if the session has not run out; `open`: with the code that belongs to it. */
export function linkOfSession(
  request: Request,
  now: Date,
): { readonly link: PartnerLinkId; readonly isOpen: boolean } | null {
  const { link, isLinkOpen = false, signedInAt = 0, seenAt = 0 } = request.session
  const at = now.getTime()
  if (link === undefined || at - seenAt > idle || at - signedInAt > longest) return null
  request.session.seenAt = at
  return { link, isOpen: isLinkOpen }
}

export async function startSession(request: Request, staff: StaffId, now: Date): Promise<void> {
  await start(request, { staff }, now)
}

export async function startLinkSession(
  request: Request,
  link: PartnerLinkId,
  isLinkOpen: boolean,
  now: Date,
): Promise<void> {
  await start(request, { link, isLinkOpen }, now)
}

/** A new session id, so that one planted before is worth nothing. */
async function start(request: Request, whose: Partial<SessionData>, now: Date): Promise<void> {
  await regenerate(request)
  Object.assign(request.session, { ...whose, signedInAt: now.getTime(), seenAt: now.getTime() })
  await new Promise<void>((resolve, reject) => {
    request.session.save((error: unknown) => (error ? reject(asError(error)) : resolve()))
  })
}

export async function endSession(request: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.destroy((error: unknown) => (error ? reject(asError(error)) : resolve()))
  })
}

function regenerate(request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(asError(error)) : resolve()))
  })
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('The session could not be saved')
}
