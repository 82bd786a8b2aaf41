/** What needs a person: held up, unreadable, not routed, not sent, not told. Each with why, and a way to try again. */
import { Router, type Request } from 'express'
import { z } from 'zod'
import { londonDate } from '../../shared/dates/london.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { showPage } from '../pages/show.ts'
import { withScope } from '../store/database.ts'
import { listHeldFiles } from '../store/held-files.ts'
import { listHeldUp } from '../store/held-up.ts'
import { listLettersDue } from '../store/letters-due.ts'
import {
  countStuck,
  listLength,
  listNotBrought,
  listNothingToRoute,
  listQuarantined,
  listStuckHandoffs,
  listUnrouted,
  listUnsent,
  listUntold,
} from '../store/quarantine.ts'
import { listToTell } from '../store/joint/to-tell.ts'
import { tableEnds } from './holidays-shown.ts'
import { tellByShown } from './short-dates.ts'
import type { RulesInForce } from '../staff/rules-in-force.ts'
import { noticeOf } from '../staff/notices.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'

export function quarantinePage(parts: StaffParts, rules: RulesInForce): Router {
  const router = Router()
  router.get('/desk/quarantine', async (request, response) => {
    showPage(
      parts.pages,
      request,
      response,
      'desk/quarantine.njk',
      await lists(parts, request, await rules()),
    )
  })
  return router
}

/** Whatever else is asked for is the first page. */
const pageSchema = z.coerce.number().int().min(1).max(1_000_000).catch(1)

async function lists({ db, now }: StaffParts, request: Request, rules: Rules): Promise<object> {
  const who = staffOf(request)
  const { organisation } = who
  const page = pageSchema.parse(request.query['page'])
  const withReceipts = request.query['receipts'] === 'yes'
  const today = londonDate(now())
  return withScope(db, { of: 'organisation', organisation }, async (queries) => {
    const toTell = await listToTell(queries, who, listLength)
    const unsent = await listUnsent(queries, who)
    const letters = await listLettersDue(queries, who)
    return {
      notice: noticeOf(request),
      tableEnds: who.role === 'administrator' ? tableEnds(rules, today) : null,
      stuck: await countStuck(queries, who, now()),
      most: listLength,
      heldUp: who.seesAll ? await listHeldUp(queries, organisation, now(), listLength) : [],
      quarantined: await listQuarantined(queries, who),
      nothingToRoute: await listNothingToRoute(queries, who, { withReceipts, page }),
      withReceipts,
      seesAll: who.seesAll,
      unrouted: await listUnrouted(queries, who),
      toTell: toTell.map((row) => ({ ...row, by: tellByShown(row.created_at, today, rules) })),
      letters: letters.slice(0, listLength),
      unsent: unsent.filter(({ id }) => !toTell.some((other) => other.id === id)),
      untold: await listUntold(queries, who),
      notBrought: await listNotBrought(queries, who),
      handoffs: await listStuckHandoffs(queries, who),
      files: await listHeldFiles(queries, who),
    }
  })
}
