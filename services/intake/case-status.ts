/** `GET /api/v1/cases/:reference`: how far a case of the caller's own organisation has come. */
import express, { type Router } from 'express'
import { z } from 'zod'
import { caseStates } from '../../shared/case/case-changes.ts'
import { readReference } from '../../shared/reference.ts'
import { flags, kinds, levels } from '../../shared/words.ts'
import type { Words } from '../pages/languages.ts'
import { findCaseSummary } from '../store/cases.ts'
import { withScope, type Database } from '../store/database.ts'
import { findDelivery } from '../store/deliveries.ts'
import type { ApiCaller } from './admission.ts'
import { keyIn } from '../pages/key-in.ts'
import { answerProblem } from '../pages/problem.ts'

export interface CaseStatusParts {
  readonly db: Database
  readonly words: Words
  readonly findCaller: (key: string) => Promise<ApiCaller | null>
}

const arrived = { reference: z.string(), receivedAt: z.iso.datetime() }

/** A case that was not routed yet has arrived and no more. */
export const caseStatusSchema = z
  .discriminatedUnion('status', [
    z.object({ status: z.literal('received'), ...arrived }),
    z.object({
      status: z.enum(caseStates),
      ...arrived,
      kind: z.enum(kinds),
      level: z.enum(levels),
      flags: z.array(z.enum(flags)),
      team: z.string(),
      joint: z.boolean(),
      nextDueOn: z.iso.date().nullable(),
    }),
  ])
  .meta({ id: 'CaseStatus' })

type CaseStatus = z.output<typeof caseStatusSchema>

export function caseStatus({ db, words, findCaller }: CaseStatusParts): Router {
  const router = express.Router()
  router.get('/api/v1/cases/:reference', async (request, response) => {
    const key = keyIn(request)
    const caller = key === null ? null : await findCaller(key)
    if (caller === null) {
      answerProblem(response, words, { status: 401, key: `intake:${key === null ? 'no' : 'wrong'}-key` })
      return
    }
    if (!caller.scopes.includes('cases:read')) {
      const params = { scope: 'cases:read' }
      answerProblem(response, words, { status: 403, key: 'intake:wrong-scope', params })
      return
    }
    const status = await statusOf(db, caller, request.params.reference)
    if (status === null) answerProblem(response, words, { status: 404, key: 'intake:no-such-case' })
    else response.json(status)
  })
  return router
}

/** Null: no such case, or not one of this organisation's; the two look alike. */
async function statusOf(db: Database, caller: ApiCaller, typed: string): Promise<CaseStatus | null> {
  const reference = readReference(typed)
  if (reference === null) return null
  return withScope(db, { of: 'organisation', organisation: caller.organisation }, async (queries) => {
    const found = await findCaseSummary(queries, reference)
    if (found !== undefined) {
      if (found.received_by !== caller.organisation) return null
      return {
        reference: found.reference,
        status: found.state,
        receivedAt: found.received_at.toISOString(),
        kind: found.kind,
        level: found.level,
        flags: found.flags,
        team: found.owner_team,
        joint: found.is_joint,
        nextDueOn: found.next_due_on,
      }
    }
    const delivery = await findDelivery(queries, reference)
    if (delivery?.received_by !== caller.organisation) return null
    return { reference, status: 'received', receivedAt: delivery.received_at.toISOString() }
  })
}
