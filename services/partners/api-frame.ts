/** The frame of every call of the partner API: whose key it is, and how it is told what became of it. */
import type { Request, RequestHandler, Response } from 'express'
import type { OrganisationId } from '../../shared/ids.ts'
import type { FileStore } from '../files/file-store.ts'
import { keyIn } from '../pages/key-in.ts'
import type { Words } from '../pages/languages.ts'
import { answerProblem } from '../pages/problem.ts'
import type { Ring } from '../queue/bell.ts'
import type { ActResult } from '../store/case-acts.ts'
import type { Database } from '../store/database.ts'
import type { CanSend } from '../store/way-of-reply.ts'

export interface PartnerApiParts {
  readonly db: Database
  readonly words: Words
  readonly now: () => Date
  readonly ring: Ring
  readonly findCaller: (key: string) => Promise<ApiPartner | null>
  readonly files: FileStore
  readonly publicUrl: string
  readonly canSend: CanSend
}

export interface ApiPartner {
  readonly id: string
  readonly scopes: readonly string[]
  readonly organisation: OrganisationId
}

export const home = '/api/v1/partner'
const scope = 'partner'
const callers = new WeakMap<Request, ApiPartner>()

export function admitted({ words, findCaller }: PartnerApiParts): RequestHandler {
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

/** Throws where the route was mounted before `admitted`. */
export function callerOf(request: Request): ApiPartner {
  const caller = callers.get(request)
  if (caller === undefined) throw new Error('Nobody was admitted on this request')
  return caller
}

export function tell(parts: PartnerApiParts, response: Response, result: ActResult): void {
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
export function notFound({ words }: PartnerApiParts, response: Response): void {
  answerProblem(response, words, { status: 404, key: 'partners:api.notFound' })
}
