/** What an organisation is asked to lead, and its answer, for its programs: by reference alone until it is open to it. */
import { Router } from 'express'
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import { answerProblem } from '../pages/problem.ts'
import { createRulesInForce } from '../staff/rules-in-force.ts'
import { withScope } from '../store/database.ts'
import { answerLead, isAskedOf } from '../store/joint/lead-answers.ts'
import { listLed, proposalsHere } from '../store/joint/part-work.ts'
import { callerOf, home, notFound, tell, type PartnerApiParts } from './api-frame.ts'
import { leadAnswer } from './api-shapes.ts'

export function leadsByApi(parts: PartnerApiParts): Router {
  const { db, words, publicUrl, canSend, now } = parts
  const router = Router()
  const rules = createRulesInForce(db)
  router.get(`${home}/leads`, async (request, response) => {
    const { organisation } = callerOf(request)
    const shown = await withScope(db, { of: 'organisation', organisation }, async (queries) => ({
      leads: await proposalsHere(queries, organisation),
      led: await listLed(queries, organisation),
    }))
    response.json(shown)
  })
  router.post(`${home}/leads/:proposal`, async (request, response) => {
    const { id, organisation } = callerOf(request)
    const named = z.uuid().safeParse(request.params.proposal)
    const proposal = asId<'lead-proposal'>(named.data ?? '')
    const isTheirs =
      named.success &&
      (await withScope(db, { of: 'organisation', organisation }, (queries) =>
        isAskedOf(queries, organisation, proposal),
      ))
    const read = leadAnswer.safeParse(request.body)
    if (!isTheirs) notFound(parts, response)
    else if (!read.success) {
      const field = String(read.error.issues[0]?.path[0] ?? 'answer')
      answerProblem(response, words, { status: 422, key: 'partners:api.wrong', params: { field } })
    } else {
      const by = { kind: 'program', id, organisation } as const
      const telling = { words, publicUrl, canSend, rules: await rules(), now: now() }
      tell(parts, response, await answerLead(db, by, { proposal, ...read.data }, telling))
    }
  })
  return router
}
