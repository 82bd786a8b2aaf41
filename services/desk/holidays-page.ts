/** The bank holidays that clocks are counted by: everybody on the desk may read them, administrators of the host add days and take them back. */
import { Router, type Request } from 'express'
import { z } from 'zod'
import { londonDate } from '../../shared/dates/london.ts'
import { showPage } from '../pages/show.ts'
import { loadCurrentKnowledge } from '../store/knowledge.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'
import { addHoliday, takeBackHoliday } from './holidays-edit.ts'
import { holidayNotices, holidaysPath, mountHolidayForm } from './holidays-form.ts'
import { holidaysShown } from './holidays-shown.ts'
import { mayEditRules } from './rules-access.ts'

export function holidaysPages(parts: StaffParts): Router {
  const router = Router()
  router.get(holidaysPath, async (request, response) => {
    const { directory, rules } = await loadCurrentKnowledge(parts.db)
    const shown = holidaysShown(rules, londonDate(parts.now()))
    const mayEdit = mayEditRules(staffOf(request), directory)
    const context = { ...shown, mayEdit, notice: noticeIn(request) }
    showPage(parts.pages, request, response, 'desk/holidays.njk', context)
  })
  mountHolidayForm(router, parts, addHoliday)
  mountHolidayForm(router, parts, takeBackHoliday)
  return router
}

const count = z.coerce.number().int().min(0).max(1_000_000).catch(0)
const noticeSent = z.object({ done: z.enum(holidayNotices), clocks: count, handoffs: count })

/** What was just done, and how much it moved; null where nothing was. */
function noticeIn({ query }: Request): z.infer<typeof noticeSent> | null {
  return noticeSent.safeParse(query).data ?? null
}
