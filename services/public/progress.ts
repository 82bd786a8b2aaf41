/** `/progress`: how far a matter has come, by reference and contact. */
import express, { Router, type Request, type Response } from 'express'
import { reason, type Reason } from '../../shared/finding.ts'
import { readReference } from '../../shared/reference.ts'
import { answer } from '../pages/failures.ts'
import { showPage } from '../pages/show.ts'
import type { RateLimit } from '../store/rate-limits.ts'
import { showFound, type ConsentChoiceParts } from './consent-choice.ts'

export interface ProgressParts extends ConsentChoiceParts {
  /** Guessing must be slow. */
  readonly visitors: RateLimit
}

const template = 'public/progress.njk'
const largestBody = 10_000

export function progressPages(parts: ProgressParts): Router {
  const router = Router()
  router.get('/progress', (request, response) => {
    showPage(parts.pages, request, response, template, { typed: {}, problems: {} })
  })
  router.post(
    '/progress',
    express.urlencoded({ extended: false, limit: largestBody, parameterLimit: 10 }),
    async (request, response) => look(parts, request, response),
  )
  return router
}

async function look(parts: ProgressParts, request: Request, response: Response) {
  const { pages, visitors } = parts
  const typed = { reference: typedIn(request, 'reference'), contact: typedIn(request, 'contact') }
  const reference = readReference(typed.reference)
  const problems: Record<string, Reason> = {
    ...(reference === null ? { reference: referenceProblem(typed.reference) } : {}),
    ...(typed.contact === '' ? { contact: reason('public:progress.contactMissing') } : {}),
  }
  if (reference === null || typed.contact === '') {
    showPage(pages, request, response, template, { typed, problems, hasErrors: true }, 422)
    return
  }
  const seconds = await visitors.exceededBy(request.ip ?? 'unknown')
  if (seconds !== null) {
    response.set('Retry-After', String(seconds))
    answer(pages, request, response, 429)
    return
  }
  if (!(await showFound(parts, request, response, { reference, contact: typed.contact }))) {
    showPage(pages, request, response, template, { typed, problems: {}, isUnknown: true }, 404)
  }
}

function referenceProblem(typed: string): Reason {
  return reason(typed === '' ? 'public:progress.referenceMissing' : 'public:progress.referenceWrong')
}

function typedIn(request: Request, field: string): string {
  const body: unknown = request.body
  const value: unknown = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {})).get(
    field,
  )
  return typeof value === 'string' ? value.trim() : ''
}
