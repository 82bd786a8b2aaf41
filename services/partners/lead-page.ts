/** An organisation is asked to lead: it accepts, or declines with a reason. What the case says is seen when it is open to them. */
import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { reason } from '../../shared/finding.ts'
import { asId } from '../../shared/ids.ts'
import { showPage } from '../pages/show.ts'
import { createRulesInForce } from '../staff/rules-in-force.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'
import { withScope } from '../store/database.ts'
import { listProposals, type ProposalToUs } from '../store/joint/part-work.ts'
import { asStaff } from '../store/joint/contributor.ts'
import { answerLead } from '../store/joint/lead-answers.ts'

const input = z
  .object({ answer: z.enum(['accept', 'decline']), why: z.string().trim().max(5_000).catch('') })
  .refine(({ answer, why }) => answer === 'accept' || why !== '')

export function leadPage(parts: StaffParts): Router {
  const router = Router()
  const rules = createRulesInForce(parts.db)
  router.get('/partner/lead/:proposal', async (request, response, next) => {
    const proposal = await proposalOf(parts, request)
    if (proposal === null) next()
    else show(parts, request, response, proposal)
  })
  router.post('/partner/lead/:proposal', async (request, response, next) => {
    const proposal = await proposalOf(parts, request)
    if (proposal === null) {
      next()
      return
    }
    const read = input.safeParse(request.body)
    if (!read.success) {
      show(parts, request, response, proposal, { field: 'why', reason: reason('partners:lead.needsWhy') })
      return
    }
    const { pages: words, publicUrl, canSend = () => true } = parts
    const telling = { words, publicUrl, canSend, rules: await rules(), now: parts.now() }
    const answered = { ...read.data, proposal: proposal.id }
    const result = await answerLead(parts.db, asStaff(staffOf(request)), answered, telling)
    if (result.outcome === 'done') {
      for (const { step, id } of result.waiting) parts.ring(step, id)
      const accepted = proposal.url === null ? 'lead-accepted' : 'lead-accepted-elsewhere'
      const done = read.data.answer === 'accept' ? accepted : 'lead-declined'
      response.redirect(303, `/partner?done=${done}`)
    } else if (result.outcome === 'refused') {
      show(parts, request, response, proposal, { field: null, reason: result.problem })
    } else next()
  })
  return router
}

async function proposalOf({ db }: StaffParts, request: Request): Promise<ProposalToUs | null> {
  const { organisation } = staffOf(request)
  const all = await withScope(db, { of: 'organisation', organisation }, (queries) =>
    listProposals(queries, organisation),
  )
  return all.find(({ id }) => id === asId(String(request.params['proposal']))) ?? null
}

function show(
  { pages }: StaffParts,
  request: Request,
  response: Response,
  proposal: ProposalToUs,
  error: object | null = null,
): void {
  const body: unknown = request.body
  const values = typeof body === 'object' && body !== null ? body : {}
  const context = { proposal, values, errors: error === null ? [] : [error], hasErrors: error !== null }
  showPage(pages, request, response, 'partners/lead.njk', context, error === null ? 200 : 422)
}
