/** The rules in force: everybody on the desk may read them, administrators of the host change the routing rules. */
import { Router } from 'express'
import { z } from 'zod'
import { londonDate } from '../../shared/dates/london.ts'
import { showPage } from '../pages/show.ts'
import { loadCurrentKnowledge } from '../store/knowledge.ts'
import type { StaffParts } from '../staff/parts.ts'
import { findLastChange, undoLastChange } from '../store/rules-undo.ts'
import { valuesOf } from '../staff/form-input.ts'
import { mayEditRules } from './rules-access.ts'
import { addRule, changeRule } from './rules-edit.ts'
import { endRule } from './rules-end.ts'
import { mountRulesForm, rulesNotices } from './rules-form.ts'
import { moveRule } from './rules-move.ts'
import { rulesShown } from './rules-shown.ts'
import { createTryRules } from './rules-try-out.ts'
import { staffOf } from '../staff/signed-in.ts'

export function rulesPages(parts: StaffParts): Router {
  const router = Router()
  const tryRules = createTryRules(parts.db)
  router.get('/desk/rules', async (request, response) => {
    const stored = await loadCurrentKnowledge(parts.db)
    const shown = rulesShown(stored, londonDate(parts.now()))
    const mayEdit = mayEditRules(staffOf(request), stored.directory)
    const lastChange = mayEdit ? await findLastChange(parts.db, stored.version) : null
    const notice = rulesNotices.find((name) => name === request.query['done']) ?? null
    showPage(parts.pages, request, response, 'desk/rules.njk', { ...shown, mayEdit, notice, lastChange })
  })
  router.post('/desk/rules/undo', async (request, response, next) => {
    const who = staffOf(request)
    const { directory } = await loadCurrentKnowledge(parts.db)
    if (!mayEditRules(who, directory)) {
      next()
      return
    }
    const { version } = z.object({ version: z.string().catch('') }).parse(valuesOf(request))
    const outcome = await undoLastChange(parts.db, { who, version, now: parts.now() })
    response.redirect(303, `/desk/rules?done=${outcome === 'done' ? 'undone' : 'not-undone'}`)
  })
  mountRulesForm(router, parts, tryRules, addRule)
  mountRulesForm(router, parts, tryRules, changeRule)
  mountRulesForm(router, parts, tryRules, endRule)
  mountRulesForm(router, parts, tryRules, moveRule)
  return router
}
