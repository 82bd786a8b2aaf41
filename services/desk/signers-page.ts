/** `/desk/signers`: who may sign an organisation's responses and under which name, set by those who administer it. */
import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { reason } from '../../shared/finding.ts'
import { asId } from '../../shared/ids.ts'
import { showPage } from '../pages/show.ts'
import { valuesOf } from '../staff/form-input.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'
import { withScope } from '../store/database.ts'
import { listColleagues, setSigner } from '../store/joint/signers.ts'

const form = z.object({
  name: z.string().trim().min(1).max(200),
  'may-sign': z.literal('yes').optional(),
})

export function signersPage(parts: StaffParts): Router {
  const router = Router()
  // For everybody else there is no such page.
  router.use('/desk/signers', (request, _response, next) => {
    if (staffOf(request).role === 'administrator') next()
    else next('router')
  })
  router.get('/desk/signers', (request, response) => show(parts, request, response, null))
  router.post('/desk/signers/:staff', async (request, response, next) => {
    const who = staffOf(request)
    const staff = z.uuid().safeParse(request.params.staff)
    const sent = form.safeParse(request.body)
    if (!staff.success) {
      next()
      return
    }
    if (!sent.success) {
      await show(parts, request, response, staff.data)
      return
    }
    const set = { staff: asId<'staff'>(staff.data), ...sent.data, maySign: sent.data['may-sign'] === 'yes' }
    const isDone = await withScope(
      parts.db,
      { of: 'organisation', organisation: who.organisation },
      (queries) => setSigner(queries, who, set, parts.now()),
    )
    if (isDone) response.redirect(303, '/desk/signers?done=saved')
    else next()
  })
  return router
}

async function show(
  { db, pages }: StaffParts,
  request: Request,
  response: Response,
  /** Whose name is missing; null: nobody's. */
  nameless: string | null,
): Promise<void> {
  const { organisation, organisationName } = staffOf(request)
  const colleagues = await withScope(db, { of: 'organisation', organisation }, (queries) =>
    listColleagues(queries, organisation),
  )
  const sent = { name: '', maySign: valuesOf(request)['may-sign'] === 'yes' }
  const context = {
    organisation: organisationName,
    colleagues: colleagues.map((each) =>
      each.id === nameless ? { ...each, ...sent, title: each.name } : each,
    ),
    nameless,
    errors:
      nameless === null ? [] : [{ field: `name-${nameless}`, reason: reason('desk:signers.needsName') }],
    hasSigner: colleagues.some(({ maySign }) => maySign),
    isSaved: request.query['done'] === 'saved',
    hasErrors: nameless !== null,
  }
  showPage(pages, request, response, 'desk/signers.njk', context, nameless === null ? 200 : 422)
}
