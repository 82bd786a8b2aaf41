/** The work list of an organisation: what others' cases need of it, by due date, and what it is asked to lead. */
import { Router } from 'express'
import { londonDate } from '../../shared/dates/london.ts'
import { showPage } from '../pages/show.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'
import { withScope } from '../store/database.ts'
import { listProposals, listWork } from '../store/joint/part-work.ts'
import { listLedElsewhere } from '../store/joint/peer-leads.ts'
import { noticeOf } from './notices.ts'
import { readCursor, writeCursor } from './work-cursor.ts'

export function workPage(parts: StaffParts): Router {
  const router = Router()
  router.get('/partner', async (request, response) => {
    const { organisation } = staffOf(request)
    const today = londonDate(parts.now().toISOString())
    const after = readCursor(request.query['after'])
    const shown = await withScope(parts.db, { of: 'organisation', organisation }, async (queries) => ({
      work: await listWork(queries, organisation, today, after),
      proposals: after === null ? await listProposals(queries, organisation) : [],
      led: after === null ? await listLedElsewhere(queries, organisation) : [],
    }))
    const { rows, next } = shown.work
    showPage(parts.pages, request, response, 'partners/work.njk', {
      notice: noticeOf(request),
      proposals: shown.proposals,
      led: shown.led,
      rows: rows.map((row) => ({ ...row, urgency: urgencyOf(row.dueOn, today) })),
      isFirst: after === null,
      nextHref: next === null ? null : `/partner?after=${writeCursor(next)}`,
    })
  })
  return router
}

function urgencyOf(dueOn: string | null, today: string): 'late' | 'today' | 'later' {
  if (dueOn === null || dueOn > today) return 'later'
  return dueOn === today ? 'today' : 'late'
}
