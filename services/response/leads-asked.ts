/** `/desk/joint`: what one's organisation is asked to lead, by reference alone, and its answer. */
import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { reason, type Reason } from '../../shared/finding.ts'
import { asId, type LeadProposalId } from '../../shared/ids.ts'
import { showPage } from '../pages/show.ts'
import { idIn, parametersOf, valuesOf } from '../staff/form-input.ts'
import type { StaffParts } from '../staff/parts.ts'
import type { RulesInForce } from '../staff/rules-in-force.ts'
import { staffOf } from '../staff/signed-in.ts'
import { withScope } from '../store/database.ts'
import { asStaff } from '../store/joint/contributor.ts'
import { answerLead, listLeadsAsked } from '../store/joint/lead-answers.ts'
import { tellingOf } from './telling-of.ts'

const sent = z.object({
  answer: z.enum(['accept', 'decline'], 'response:error.answer'),
  why: z.string().trim().max(5_000, 'desk:error.whyLong').catch(''),
})

export function leadsAsked(parts: StaffParts, rules: RulesInForce): Router {
  const router = Router()
  router.get('/desk/joint', (request, response) => show(parts, request, response, null))
  router.post('/desk/joint/leads/:proposal', async (request, response, next) => {
    const input = sent.safeParse(valuesOf(request))
    if (!input.success) {
      await show(parts, request, response, reason('response:error.answer'), 422)
      return
    }
    const proposal = asId<'lead-proposal'>(idIn(parametersOf(request), 'proposal'))
    const telling = tellingOf(parts, { rules: await rules(), canSend: parts.canSend ?? (() => true) })
    const isElsewhere = await isAskedElsewhere(parts, request, proposal)
    const result = await answerLead(parts.db, asStaff(staffOf(request)), { proposal, ...input.data }, telling)
    switch (result.outcome) {
      case 'done':
        for (const { step, id } of result.waiting) parts.ring(step, id)
        response.redirect(
          303,
          `/desk/joint?done=${input.data.answer}${isElsewhere && input.data.answer === 'accept' ? '-elsewhere' : ''}`,
        )
        break
      case 'refused':
        await show(parts, request, response, result.problem, 422)
        break
      case 'changed-meanwhile':
      case 'not-found':
        next()
    }
  })
  return router
}

const dones = ['accept', 'accept-elsewhere', 'decline'] as const

/** Asked by another hub, where the case stays. */
async function isAskedElsewhere({ db }: StaffParts, request: Request, proposal: LeadProposalId) {
  const { organisation } = staffOf(request)
  const asked = await withScope(db, { of: 'organisation', organisation }, (queries) =>
    listLeadsAsked(queries, organisation),
  )
  return asked.some(({ id, url }) => id === proposal && url !== null)
}

async function show(
  { db, pages }: StaffParts,
  request: Request,
  response: Response,
  problem: Reason | null,
  status = 200,
): Promise<void> {
  const { organisation } = staffOf(request)
  const proposals = await withScope(db, { of: 'organisation', organisation }, (queries) =>
    listLeadsAsked(queries, organisation),
  )
  const { done } = request.query
  const context = {
    proposals,
    done: dones.find((each) => each === done) ?? null,
    errors: problem === null ? [] : [{ field: null, reason: problem }],
    hasErrors: problem !== null,
    why: valuesOf(request)['why'] ?? '',
  }
  showPage(pages, request, response, 'response/leads-asked.njk', context, status)
}
