/** An act of a partner's program on its part: open to it at this moment, whole, and done once however often it is sent. */
import type { Request, Router } from 'express'
import type { z } from 'zod'
import { londonDate } from '../../shared/dates/london.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import { readReference } from '../../shared/reference.ts'
import { answerProblem } from '../pages/problem.ts'
import type { ActResult } from '../store/case-acts.ts'
import { withScope } from '../store/database.ts'
import type { PartActing } from '../store/joint/part-acts.ts'
import { loadPartFile } from '../store/joint/part-file.ts'
import { callerOf, home, notFound, tell, type PartnerApiParts } from './api-frame.ts'
import { withId } from './idempotency.ts'

export function act<Input>(
  router: Router,
  parts: PartnerApiParts,
  path: string,
  input: z.ZodType<Input>,
  work: (acting: PartActing, input: Input, request: Request) => Promise<ActResult>,
): void {
  router.post(`${home}/parts/:reference/${path}`, async (request, response) => {
    const { id, organisation } = callerOf(request)
    const typed = request.params['reference']
    const reference = typeof typed === 'string' ? readReference(typed) : null
    const read = input.safeParse(withId(request))
    if (reference === null || !(await isOpen(parts, organisation, reference))) notFound(parts, response)
    else if (!read.success) {
      const field = String(read.error.issues[0]?.path[0] ?? 'body')
      answerProblem(response, parts.words, { status: 422, key: 'partners:api.wrong', params: { field } })
    } else {
      const by = { kind: 'program', id, organisation } as const
      const acting = { by, reference, version: null, now: parts.now() }
      tell(parts, response, await work(acting, read.data, request))
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
