/** Signing in and out. */
import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { showPage } from '../pages/show.ts'
import { addToView } from '../pages/view.ts'
import { record } from '../store/audit.ts'
import { staffActor } from '../store/case-acts.ts'
import { createSignIn } from '../store/sign-in.ts'
import { fromOurOwnPages, tokenOf } from './csrf.ts'
import type { StaffParts } from './parts.ts'
import { endSession, signedInStaff, startSession } from './sessions.ts'
import { isWithin, type SignInPlace } from './sign-in-place.ts'
import { staffOf } from './signed-in.ts'

const form = z.object({
  email: z.string().trim().max(320).catch(''),
  password: z.string().max(1_000).catch(''),
  next: z.string().max(2_000).catch(''),
})

/** Before `signedIn`. */
export function signInPage(parts: StaffParts, place: SignInPlace): Router {
  const router = Router()
  const signIn = createSignIn(parts)
  router.get(`${place.home}/sign-in`, (request, response) => {
    if (signedInStaff(request, parts.now()) !== null) response.redirect(303, place.home)
    else show(parts, place, request, response, { next: form.parse(request.query).next })
  })
  router.post(`${place.home}/sign-in`, fromOurOwnPages, async (request, response) => {
    const { email, password, next } = form.parse(request.body)
    const now = parts.now()
    const answer = await signIn({ email, password, peer: request.ip ?? '', now })
    if (answer.outcome === 'signed-in') {
      await startSession(request, answer.staff, now)
      response.redirect(303, isWithin(place, next) ? next : place.home)
      return
    }
    const problem =
      answer.outcome === 'refused'
        ? { key: 'desk:signIn.refused' }
        : { key: 'desk:signIn.tooMany', params: { count: answer.minutes } }
    show(parts, place, request, response, { email, next, problem }, answer.outcome === 'refused' ? 401 : 429)
  })
  return router
}

/** After `signedIn`. */
export function signOut({ db, now }: StaffParts, { home }: SignInPlace): Router {
  const router = Router()
  router.post(`${home}/sign-out`, async (request, response) => {
    const { id, organisation } = staffOf(request)
    await endSession(request)
    await record(db, {
      at: now(),
      actor: staffActor(id),
      act: 'staff.sign-out',
      about: { kind: 'staff', id },
      organisation,
    })
    response.redirect(303, `${home}/sign-in`)
  })
  return router
}

function show(
  parts: StaffParts,
  { room }: SignInPlace,
  request: Request,
  response: Response,
  context: object,
  status = 200,
): void {
  addToView(request, { csrfToken: tokenOf(request) })
  showPage(parts.pages, request, response, `${room}/sign-in.njk`, context, status)
}
