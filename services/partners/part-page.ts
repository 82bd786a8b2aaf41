/** A case as one organisation may see it: what it is asked, what it may know, what it has done. */
import { Router } from 'express'
import { showPage } from '../pages/show.ts'
import { createRulesInForce } from '../staff/rules-in-force.ts'
import type { StaffParts } from '../staff/parts.ts'
import { acceptPart } from '../store/joint/contribution-acts.ts'
import { loadElsewhere } from '../store/joint/peer-cases.ts'
import { noticeOf } from './notices.ts'
import { filesOfPart } from './part-files.ts'
import { partOnRequest } from './part-on-request.ts'
import type { PartPlace } from './part-place.ts'
import { scanAgain } from './scan-again.ts'

export function partPage(parts: StaffParts, place: PartPlace): Router {
  const router = Router()
  const rules = createRulesInForce(parts.db)
  router.get(place.path, async (request, response, next) => {
    const part = await partOnRequest(parts, place, request)
    if (part === null) {
      next()
      return
    }
    const { subjects } = await rules()
    showPage(parts.pages, request, response, 'partners/part.njk', {
      ...part,
      elsewhere: await loadElsewhere(parts.db, part.file.case),
      notice: noticeOf(request),
      hasWorkList: place.hasWorkList,
      nameOf: (code: string) => subjects.find((subject) => subject.code === code)?.name.en ?? code,
    })
  })
  router.post(`${place.path}/accept`, async (request, response, next) => {
    const part = await partOnRequest(parts, place, request)
    if (part === null) {
      next()
      return
    }
    const { by, reference, base } = part
    const result = await acceptPart(parts.db, { by, reference, version: null, now: parts.now() })
    if (result.outcome === 'done') for (const { step, id } of result.waiting) parts.ring(step, id)
    if (result.outcome === 'not-found') next()
    else response.redirect(303, result.outcome === 'done' ? `${base}?done=accepted` : base)
  })
  router.use(scanAgain(parts, place))
  router.use(filesOfPart(parts, place))
  return router
}
