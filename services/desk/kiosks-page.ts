/** `/desk/kiosks`: the kiosks of one's own organisation, set up and switched off by those who administer it. */
import { randomUUID } from 'node:crypto'
import { Router, type Request, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import type { CareServiceId } from '../../shared/ids.ts'
import { showPage } from '../pages/show.ts'
import { errorsOf, idIn, parametersOf, valuesOf, type FieldError } from '../staff/form-input.ts'
import { staffOf } from '../staff/signed-in.ts'
import { staffActor } from '../store/case-acts.ts'
import { withScope, type Queries } from '../store/database.ts'
import { deriveToken } from '../store/door-tokens.ts'
import { addKiosk, kioskPrefix } from '../store/kiosks.ts'
import { loadCurrentKnowledge } from '../store/knowledge.ts'
import { findOwnKiosk, listKiosks, revokeOwnKiosk } from '../store/own-kiosks.ts'
import { AccountProblem, type By } from '../store/staff.ts'
import { reason } from '../../shared/finding.ts'
import type { DeskParts } from './desk-parts.ts'

const base = '/desk/kiosks'

export function kiosksPage(parts: DeskParts): Router {
  const router = Router()
  // For everybody else there is no such page.
  router.use(base, (request, _response, next) => {
    if (staffOf(request).role === 'administrator') next()
    else next('router')
  })
  router.get(base, async (request, response) => {
    const kiosks = await scoped(parts, request, (queries) =>
      listKiosks(queries, staffOf(request).organisation),
    )
    const isRevoked = request.query['done'] === 'revoked'
    showPage(parts.pages, request, response, 'desk/kiosks.njk', { kiosks, isRevoked })
  })
  router.get(`${base}/new`, (request, response) =>
    showForm(parts, request, response, { values: { draft: randomUUID() }, errors: [] }),
  )
  router.post(`${base}/new`, (request, response) => make(parts, request, response))
  router.get(`${base}/:kiosk/revoke`, showRevoke(parts))
  router.post(`${base}/:kiosk/revoke`, async (request, response, next) => {
    const isDone = await scoped(parts, request, (queries) =>
      revokeOwnKiosk(queries, staffOf(request).organisation, kioskIn(request), byOf(parts, request)),
    )
    if (isDone) response.redirect(303, `${base}?done=revoked`)
    else next()
  })
  return router
}

const long = 'desk:kiosks.error.long'
const form = z.object({
  /** Sent twice, it makes one kiosk with one token. */
  draft: z.uuid(),
  name: z.string('desk:kiosks.error.name').trim().min(1, 'desk:kiosks.error.name').max(100, long),
  place: z.string('desk:kiosks.error.place').trim().min(1, 'desk:kiosks.error.place').max(200, long),
  careService: z.string().default(''),
})

async function make(parts: DeskParts, request: Request, response: Response): Promise<void> {
  const refuse = (errors: readonly FieldError[]) =>
    showForm(parts, request, response, { values: { draft: randomUUID(), ...valuesOf(request) }, errors })
  const sent = form.safeParse(request.body)
  if (!sent.success) return refuse(errorsOf(sent.error))
  const { draft, name, place, careService } = sent.data
  const own = await ownCareServices(parts, request)
  const chosen = own.find(({ id }) => id === careService)
  if (careService !== '' && chosen === undefined)
    return refuse([{ field: 'careService', reason: reason('desk:error.choose') }])
  const { id: staff, organisation } = staffOf(request)
  const token = deriveToken(kioskPrefix, parts.sessionSecret, [staff, draft, name, place, careService])
  const wanted = { name, place, organisation, ...(chosen === undefined ? {} : { careService: chosen.id }) }
  try {
    await scoped(parts, request, (queries) => addKiosk(queries, wanted, byOf(parts, request), token))
  } catch (error) {
    if (!(error instanceof AccountProblem)) throw error
    return refuse([{ field: 'name', reason: reason('desk:kiosks.error.taken') }])
  }
  const setUpAt = `${parts.publicUrl}/kiosk/setup`
  showPage(parts.pages, request, response, 'desk/kiosk-made.njk', { name, place, token, setUpAt })
}

async function showForm(
  parts: DeskParts,
  request: Request,
  response: Response,
  { values, errors }: { readonly values: object; readonly errors: readonly FieldError[] },
): Promise<void> {
  const context = {
    values,
    errors,
    careServices: await ownCareServices(parts, request),
    hasErrors: errors.length > 0,
  }
  showPage(parts.pages, request, response, 'desk/kiosk-new.njk', context, errors.length > 0 ? 422 : 200)
}

function showRevoke(parts: DeskParts): RequestHandler {
  return async (request, response, next) => {
    const kiosk = await scoped(parts, request, (queries) =>
      findOwnKiosk(queries, staffOf(request).organisation, kioskIn(request)),
    )
    if (kiosk === null) next()
    else showPage(parts.pages, request, response, 'desk/kiosk-revoke.njk', { kiosk })
  }
}

async function ownCareServices(
  { db }: DeskParts,
  request: Request,
): Promise<readonly { readonly id: CareServiceId; readonly name: string }[]> {
  const { organisation } = staffOf(request)
  const { directory } = await loadCurrentKnowledge(db)
  return directory.careServices
    .filter((each) => each.organisation === organisation)
    .map(({ id, name }) => ({ id, name }))
}

function scoped<T>({ db }: DeskParts, request: Request, work: (queries: Queries) => Promise<T>): Promise<T> {
  const { organisation } = staffOf(request)
  return withScope(db, { of: 'organisation', organisation }, work)
}

function byOf({ now }: DeskParts, request: Request): By {
  return { actor: staffActor(staffOf(request).id), now: now() }
}

function kioskIn(request: Request): string {
  return idIn(parametersOf(request), 'kiosk')
}
