/** What a visitor or a program is told when there is no such page, when the input was refused, or when we failed. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { faultOf } from '../log.ts'
import { isProgram } from './look.ts'
import type { Pages } from './pages.ts'
import { viewOf } from './view.ts'

/** Takes ids and codes, never a person's words. */
export interface FailureLog {
  error(details: Readonly<Record<string, unknown>>, message: string): void
}

export function notFound(pages: Pages): RequestHandler {
  return (request, response) => answer(pages, request, response, 404)
}

/** Last in the chain. A fault of ours is logged by its place in the code; its message may hold what somebody wrote. */
export function failed(pages: Pages, log: FailureLog): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const status = statusOf(error)
    if (status >= 500)
      log.error({ requestId: viewOf(request).requestId, ...faultOf(error) }, 'A request failed')
    if (response.headersSent) next(error)
    else answer(pages, request, response, status)
  }
}

const ownPages: Readonly<Record<number, string>> = {
  403: 'forbidden',
  404: 'not-found',
  405: 'wrong-method',
  413: 'too-large',
  429: 'too-many',
  503: 'unavailable',
}

/** A page in plain words, or problem+json (RFC 9457) for a program. */
export function answer(pages: Pages, request: Request, response: Response, status: number): void {
  const view = viewOf(request)
  const name = ownPages[status] ?? (status < 500 ? 'bad-request' : 'failed')
  response.status(status).set('Cache-Control', 'no-store')
  if (!isProgram(request)) {
    response.type('html').send(pages.render('pages/failure.njk', { name }, view))
    return
  }
  const title = pages.translate(`page:failure.${name}.title`, {}, view.language)
  const problem = { type: 'about:blank', title, status, instance: `urn:uuid:${view.requestId}` }
  response.type('application/problem+json').send(JSON.stringify(problem))
}

/** Body parsers and routers mark an error that is the sender's with its status. */
function statusOf(error: unknown): number {
  if (error instanceof URIError) return 400
  const status = error instanceof Error && 'status' in error ? error.status : 500
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}
