/** Trying again what was given up, or making a case of what a machine took for something else. */
import { Router } from 'express'
import { z } from 'zod'
import { readReference } from '../../shared/reference.ts'
import { valuesOf } from '../staff/form-input.ts'
import type { Notice } from '../staff/notices.ts'
import { workSteps, type WorkStep } from '../store/work.ts'
import { tryAgain } from '../store/quarantine-acts.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'

function noticeOf(step: WorkStep, asFeedback: boolean): Notice {
  if (step === 'examine') return 'scan-again'
  return asFeedback ? 'as-feedback' : 'again'
}

export function tryAgainAct({ db, now, ring }: StaffParts): Router {
  const router = Router()
  router.post('/desk/quarantine/:step/:id/again', async (request, response, next) => {
    const step = workSteps.find((candidate: WorkStep) => candidate === request.params.step)
    const id = z.uuid().safeParse(request.params.id)
    const { feedback, case: from } = valuesOf(request)
    const asFeedback = feedback !== undefined && step === 'read'
    const waiting =
      step === undefined || !id.success
        ? null
        : await tryAgain(db, { who: staffOf(request), step, id: id.data, now: now(), asFeedback })
    if (waiting === null) {
      next()
      return
    }
    ring(waiting.step, waiting.id)
    // Back to where they were: the page of a case, or the list of all that needs a person.
    const reference = typeof from === 'string' ? readReference(from) : null
    const back = reference === null ? '/desk/quarantine' : `/desk/cases/${reference}`
    response.redirect(303, `${back}?done=${noticeOf(waiting.step, asFeedback)}`)
  })
  return router
}
