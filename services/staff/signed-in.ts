/** Lets in who is signed in and still has an account; everybody else is asked to sign in, and loses nothing they wrote. */
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { showPage } from '../pages/show.ts'
import { addToView } from '../pages/view.ts'
import { findStaffMember, type StaffMember } from '../store/staff.ts'
import type { StaffParts } from './parts.ts'
import type { SignInPlace } from './sign-in-place.ts'
import { endSession, signedInStaff } from './sessions.ts'

const members = new WeakMap<Request, StaffMember>()

/** Throws where the route was mounted before `signedIn`. */
export function staffOf(request: Request): StaffMember {
  const member = members.get(request)
  if (member === undefined) throw new Error('Nobody is signed in on this request')
  return member
}

export function signedIn(
  parts: StaffParts,
  place: SignInPlace,
  tokenOf: (request: Request) => string,
): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    const id = signedInStaff(request, parts.now())
    // Asked at every request: whoever is disabled is out at once.
    const member = id === null ? null : await findStaffMember(parts.db, id)
    if (member !== null) {
      members.set(request, member)
      const { name, organisationName } = member
      const isAdministrator = member.role === 'administrator'
      addToView(request, {
        csrfToken: tokenOf(request),
        staff: { name, organisationName, isAdministrator },
      })
      next()
      return
    }
    if (id !== null) await endSession(request)
    if (request.method === 'POST') showWhatTheyWrote(parts, place, request, response)
    else response.redirect(303, `${place.home}/sign-in?next=${encodeURIComponent(request.originalUrl)}`)
  }
}

/** Long texts only: what was ticked or chosen is quickly done again. */
const written = ['body', 'why', 'happened', 'changes', 'learned', 'action', 'words', 'wantedOutcome'] as const

function showWhatTheyWrote(
  { pages }: StaffParts,
  { room }: SignInPlace,
  request: Request,
  response: Response,
): void {
  const body: unknown = request.body
  const texts = written.flatMap((name) => {
    const text =
      typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name) : null
    return typeof text?.[1] === 'string' && text[1] !== '' ? [text[1]] : []
  })
  showPage(pages, request, response, `${room}/signed-out.njk`, { texts }, 401)
}
