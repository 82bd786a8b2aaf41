/** `/api/v1/partner`: what the portal does, for the programs of partner organisations. */
import express, { Router, type Request, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import { londonDate } from '../../shared/dates/london.ts'
import { asId, type OrganisationId } from '../../shared/ids.ts'
import { outcomes } from '../../shared/joint/response.ts'
import { readReference } from '../../shared/reference.ts'
import { keyIn } from '../pages/key-in.ts'
import type { Words } from '../pages/languages.ts'
import { answerProblem } from '../pages/problem.ts'
import type { Ring } from '../queue/bell.ts'
import type { ActResult } from '../store/case-acts.ts'
import { withScope, type Database } from '../store/database.ts'
import { acceptPart, fileContribution } from '../store/joint/contribution-acts.ts'
import { askForTime, sayToLead } from '../store/joint/exchange-acts.ts'
import type { PartActing } from '../store/joint/part-acts.ts'
import { loadPartFile } from '../store/joint/part-file.ts'
import { listWork } from '../store/joint/part-work.ts'
import { decideOnResponse } from '../store/joint/response-approvals.ts'
import { readCursor, writeCursor } from './work-cursor.ts'

export interface PartnerApiParts {
  readonly db: Database
  readonly words: Words
  readonly now: () => Date
  readonly ring: Ring
  readonly findCaller: (key: string) => Promise<ApiPartner | null>
}

interface ApiPartner {
  readonly id: string
  readonly scopes: readonly string[]
  readonly organisation: OrganisationId
}

const home = '/api/v1/partner'
const scope = 'partner'
const callers = new WeakMap<Request, ApiPartner>()

export function partnerApi(parts: PartnerApiParts): Router {
  const router = Router()
  router.use(home, admitted(parts), express.json({ limit: '1mb' }))
  readings(router, parts)
  act(router, parts, 'accept', z.object({}).catch({}), (acting) => acceptPart(parts.db, acting))
  act(router, parts, 'contributions', contribution, (acting, input) =>
    fileContribution(parts.db, acting, input),
  )
  act(router, parts, 'exchanges', exchange, (acting, input) => sayToLead(parts.db, acting, input))
  act(router, parts, 'more-time', moreTime, (acting, input) => askForTime(parts.db, acting, input))
  act(router, parts, 'approval', decision, (acting, input) => decideOnResponse(parts.db, acting, input))
  router.use(home, (_request, response) => notFound(parts, response))
  return router
}

/** Whoever sends it makes the id: the same sent again is the same, and is done once. */
const contribution = z.object({
  id: z.uuid().transform((id) => asId<'contribution'>(id)),
  issue: z.int().min(0),
  whatHappened: z.string().min(1).max(50_000),
  outcome: z.enum(outcomes),
  whatChanges: z.string().max(50_000).default(''),
  changeBy: z.iso.date().nullable().default(null),
})

const exchangeId = z.uuid().transform((id) => asId<'exchange'>(id))
const exchange = z.object({
  id: exchangeId,
  kind: z.enum(['question', 'answer', 'document-request', 'remark']),
  body: z.string().min(1).max(20_000),
  answers: exchangeId.nullable().default(null),
})

const moreTime = z.object({
  id: exchangeId,
  why: z.string().min(1).max(20_000),
  wantedOn: z.iso.date(),
})

const decision = z.object({
  response: z.uuid().transform((id) => asId<'response'>(id)),
  state: z.enum(['approved', 'changes-wanted']),
  remark: z.string().max(20_000).default(''),
})

function admitted({ words, findCaller }: PartnerApiParts): RequestHandler {
  return async (request, response, next) => {
    const key = keyIn(request)
    const caller = key === null ? null : await findCaller(key)
    response.set('Cache-Control', 'no-store')
    if (caller === null) answerProblem(response, words, { status: 401, key: 'intake:no-key' })
    else if (!caller.scopes.includes(scope)) {
      answerProblem(response, words, { status: 403, key: 'intake:wrong-scope', params: { scope } })
    } else {
      callers.set(request, caller)
      next()
    }
  }
}

function callerOf(request: Request): ApiPartner {
  const caller = callers.get(request)
  if (caller === undefined) throw new Error('Nobody was admitted on this request')
  return caller
}

function readings(router: Router, parts: PartnerApiParts): void {
  const today = () => londonDate(parts.now().toISOString())
  router.get(`${home}/parts`, async (request, response) => {
    const { organisation } = callerOf(request)
    const page = await withScope(parts.db, { of: 'organisation', organisation }, (queries) =>
      listWork(queries, organisation, today(), readCursor(request.query['after'])),
    )
    response.json({ parts: page.rows, next: page.next && writeCursor(page.next) })
  })
  router.get(`${home}/parts/:reference`, async (request, response) => {
    const { organisation } = callerOf(request)
    const reference = readReference(request.params.reference)
    const file =
      reference &&
      (await withScope(parts.db, { of: 'organisation', organisation }, (queries) =>
        loadPartFile(queries, organisation, reference, today()),
      ))
    if (file === null) {
      notFound(parts, response)
      return
    }
    response.json(file)
  })
}

function act<Input>(
  router: Router,
  parts: PartnerApiParts,
  path: string,
  input: z.ZodType<Input>,
  work: (acting: PartActing, input: Input) => Promise<ActResult>,
): void {
  router.post(`${home}/parts/:reference/${path}`, async (request, response) => {
    const { id, organisation } = callerOf(request)
    const typed = request.params['reference']
    const reference = typeof typed === 'string' ? readReference(typed) : null
    const read = input.safeParse(request.body)
    if (reference === null || !(await isOpen(parts, organisation, reference))) notFound(parts, response)
    else if (!read.success) {
      const field = String(read.error.issues[0]?.path[0] ?? 'body')
      answerProblem(response, parts.words, { status: 422, key: 'partners:api.wrong', params: { field } })
    } else {
      const by = { kind: 'program', id, organisation } as const
      const acting = { by, reference, version: null, now: parts.now() }
      tell(parts, response, await work(acting, read.data))
    }
  })
}

/** Asked before the body is judged: what is wrong with it is told to nobody whose work it is not. */
async function isOpen(
  { db, now }: PartnerApiParts,
  organisation: OrganisationId,
  reference: PartActing['reference'],
): Promise<boolean> {
  const today = londonDate(now().toISOString())
  const file = await withScope(db, { of: 'organisation', organisation }, (queries) =>
    loadPartFile(queries, organisation, reference, today),
  )
  return file !== null
}

function tell(parts: PartnerApiParts, response: Response, result: ActResult): void {
  switch (result.outcome) {
    case 'done':
      for (const { step, id } of result.waiting) parts.ring(step, id)
      response.status(204).end()
      break
    case 'refused': {
      const { key, params } = result.problem
      answerProblem(response, parts.words, { status: 409, key, ...(params === undefined ? {} : { params }) })
      break
    }
    case 'changed-meanwhile':
      answerProblem(response, parts.words, { status: 409, key: 'partners:api.changed' })
      break
    case 'not-found':
      notFound(parts, response)
  }
}

/** The same for what does not exist and for what is not open to them. */
function notFound({ words }: PartnerApiParts, response: Response): void {
  answerProblem(response, words, { status: 404, key: 'partners:api.notFound' })
}
