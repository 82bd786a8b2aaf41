/** What needs a person: unreadable, not routed, not sent, not told. Each with why, and a way to try again. */
import { Router, type Request } from 'express'
import { showPage } from '../pages/show.ts'
import { withScope } from '../store/database.ts'
import { listHeldFiles } from '../store/held-files.ts'
import {
  countStuck,
  listNotBrought,
  listNothingToRoute,
  listQuarantined,
  listStuckHandoffs,
  listUnrouted,
  listUnsent,
  listUntold,
} from '../store/quarantine.ts'
import { noticeOf } from '../staff/notices.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'

export function quarantinePage(parts: StaffParts): Router {
  const router = Router()
  router.get('/desk/quarantine', async (request, response) => {
    showPage(parts.pages, request, response, 'desk/quarantine.njk', await lists(parts, request))
  })
  return router
}

async function lists({ db }: StaffParts, request: Request): Promise<object> {
  const { organisation } = staffOf(request)
  const withReceipts = request.query['receipts'] === 'yes'
  return withScope(db, { of: 'organisation', organisation }, async (queries) => ({
    notice: noticeOf(request),
    stuck: await countStuck(queries, organisation),
    quarantined: await listQuarantined(queries, organisation),
    nothingToRoute: await listNothingToRoute(queries, organisation, withReceipts),
    withReceipts,
    unrouted: await listUnrouted(queries, organisation),
    unsent: await listUnsent(queries, organisation),
    untold: await listUntold(queries, organisation),
    notBrought: await listNotBrought(queries, organisation),
    handoffs: await listStuckHandoffs(queries, organisation),
    files: await listHeldFiles(queries, organisation),
  }))
}
