/** Trying again what was given up, or making a case of what a machine took for something else. */
import { Router } from 'express'
import { z } from 'zod'
import { workSteps, type WorkStep } from '../store/work.ts'
import { tryAgain } from '../store/quarantine-acts.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'

export function tryAgainAct({ db, now, ring }: StaffParts): Router {
  const router = Router()
  router.post('/desk/quarantine/:step/:id/again', async (request, response, next) => {
    const step = workSteps.find((candidate: WorkStep) => candidate === request.params.step)
    const id = z.uuid().safeParse(request.params.id)
    const body: unknown = request.body
    const asFeedback = typeof body === 'object' && body !== null && 'feedback' in body && step === 'read'
    const waiting =
      step === undefined || !id.success
        ? null
        : await tryAgain(db, { who: staffOf(request), step, id: id.data, now: now(), asFeedback })
    if (waiting === null) {
      next()
      return
    }
    ring(waiting.step, waiting.id)
    response.redirect(303, `/desk/quarantine?done=${asFeedback ? 'as-feedback' : 'again'}`)
  })
  return router
}
