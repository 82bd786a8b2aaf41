/** One case on one page: who, what they said, why it is where it is, what is due, and what was done. */
import { Router } from 'express'
import { londonDate } from '../../shared/dates/london.ts'
import { showPage } from '../pages/show.ts'
import { stopsOf } from '../store/contact-stops.ts'
import { coordinates } from '../store/joint/coordinates.ts'
import { loadJointFile } from '../store/joint/joint-file.ts'
import { findStopQuestion } from '../store/joint/stop-questions.ts'
import { listToTellOnCase } from '../store/joint/to-tell.ts'
import { loadElsewhere } from '../store/joint/peer-cases.ts'
import { loadCaseFile } from '../store/case-file.ts'
import { loadQuick, quickShown } from './quick-shown.ts'
import { withCase } from '../staff/case-on-request.ts'
import { jointShown } from '../staff/joint-shown.ts'
import { toTellShown } from './to-tell-shown.ts'
import { caseShown } from './case-shown.ts'
import { noticeOf } from '../staff/notices.ts'
import type { DeskParts } from './desk-parts.ts'
import type { RulesInForce } from '../staff/rules-in-force.ts'

export function casePage(parts: DeskParts, rules: RulesInForce): Router {
  const router = Router()
  router.get('/desk/cases/:reference', async (request, response, next) => {
    const today = londonDate(parts.now())
    const found = await withCase(parts, request, async (queries, { id, who }) => {
      const file = await loadCaseFile(queries, who, id)
      if (file === null) return null
      const mayAct = await coordinates(queries, who.organisation, file.head, today)
      const elsewhere = await loadElsewhere(queries, id)
      const joint = elsewhere === null ? await loadJointFile(queries, id) : null
      const stops = await stopsOf(queries, file.head.person)
      const toTell = await listToTellOnCase(queries, id)
      const stopQuestion = await findStopQuestion(queries, id)
      const quick =
        mayAct && elsewhere === null ? await loadQuick(queries, file, who, { now: parts.now(), today }) : null
      return { file, who, mayAct, joint, elsewhere, stops, toTell, stopQuestion, quick }
    })
    if (found === null) {
      next()
      return
    }
    const { reference } = found.file.head
    if (request.params.reference !== reference) {
      response.redirect(302, `/desk/cases/${reference}`)
      return
    }
    const inForce = await rules()
    const shown = caseShown(found.file, {
      who: found.who,
      mayAct: found.mayAct,
      rules: inForce,
      today,
      isScanned: parts.isScanned,
      knows: (key) => parts.pages.knows(key),
    })
    showPage(parts.pages, request, response, 'desk/case.njk', {
      ...shown,
      quick: found.quick === null ? null : quickShown(found.file, found.quick, found.who, inForce),
      joint: jointShown(found.joint, found.file, today),
      elsewhere: found.elsewhere,
      stops: found.stops,
      ...toTellShown(found, today, inForce),
      notice: noticeOf(request),
    })
  })
  return router
}
