/** Sessions of members of staff: kept in the database, half an hour when idle and twelve hours at most. */
import connectPgSimple from 'connect-pg-simple'
import type { Request, RequestHandler } from 'express'
import session from 'express-session'
import type { StaffId } from '../../shared/ids.ts'
import type { StaffParts } from './parts.ts'
import type { SignInPlace } from './sign-in-place.ts'

declare module 'express-session' {
  interface SessionData {
    staff: StaffId
    /** Milliseconds since 1970. */
    signedInAt: number
    seenAt: number
  }
}

const minute = 60_000
const idle = 30 * minute
const longest = 12 * 60 * minute

/** One cookie for each place: what is signed in at one is not signed in at another. */
export function staffSessions(
  { pool, publicUrl, sessionSecret }: StaffParts,
  { home, cookie }: Pick<SignInPlace, 'home' | 'cookie'>,
): RequestHandler {
  const Store = connectPgSimple(session)
  const secure = new URL(publicUrl).protocol === 'https:'
  return session({
    name: cookie,
    secret: sessionSecret,
    store: new Store({ pool, tableName: 'sessions', createTableIfMissing: false }),
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

/** A new session id, so that one planted before is worth nothing. */
export async function startSession(request: Request, staff: StaffId, now: Date): Promise<void> {
  await regenerate(request)
  Object.assign(request.session, { staff, signedInAt: now.getTime(), seenAt: now.getTime() })
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
