/** The written record of what was said, as one plain page for paper; whoever opened it is in the audit. */
import { Router } from 'express'
import { viewOf } from '../pages/view.ts'
import { withCase } from '../staff/case-on-request.ts'
import { record } from '../store/audit.ts'
import { staffActor } from '../store/case-acts.ts'
import { loadCaseHead } from '../store/case-file.ts'
import { findSpoken } from '../store/spoken.ts'
import type { DeskParts } from './desk-parts.ts'
import { writtenRecord } from './written-record.ts'

export function recordPage(parts: DeskParts): Router {
  const router = Router()
  router.get('/desk/cases/:reference/record', async (request, response, next) => {
    const found = await withCase(parts, request, async (queries, { id, who }) => {
      const head = await loadCaseHead(queries, who, id)
      const spoken = head?.received_by === who.organisation ? await findSpoken(queries, id) : null
      if (head === null || spoken === null) return null
      await record(queries, {
        at: parts.now(),
        actor: staffActor(who.id),
        act: 'record.view',
        about: { kind: 'case', id },
        organisation: who.organisation,
        details: { submission: spoken.id },
      })
      return writtenRecord(head, spoken)
    })
    if (found === null) {
      next()
      return
    }
    // The person's copy, so in their language rather than the desk's.
    const view = { ...viewOf(request), language: found.language }
    response
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(parts.pages.render('desk/record.njk', { record: found }, view))
  })
  return router
}
