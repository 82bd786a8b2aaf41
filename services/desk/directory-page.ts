/** The directory of their own organisation: read by everybody on the desk, set by its administrators. */
import { Router } from 'express'
import { londonDate } from '../../shared/dates/london.ts'
import { showPage } from '../pages/show.ts'
import { listPeople, teamsWithNobody } from '../store/absences.ts'
import { withScope } from '../store/database.ts'
import { listSettings } from '../store/directory-settings.ts'
import { countOpenCases, loadCurrentKnowledge } from '../store/knowledge.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'
import { absenceForm } from './directory-absence.ts'
import { contactForm } from './directory-contact.ts'
import { directoryNotices, mountDirectoryForm } from './directory-form.ts'
import { directoryShown } from './directory-shown.ts'
import { teamForm } from './directory-team.ts'

export function directoryPages(parts: StaffParts): Router {
  const router = Router()
  router.get('/desk/directory', async (request, response) => {
    const who = staffOf(request)
    const { organisation } = who
    const today = londonDate(parts.now())
    const shown = await withScope(parts.db, { of: 'organisation', organisation }, async (queries) => {
      const { directory, rules } = await loadCurrentKnowledge(queries)
      return directoryShown(directory, {
        who,
        today,
        rules,
        people: await listPeople(queries, organisation),
        openCases: await countOpenCases(queries),
        nobodyIn: await teamsWithNobody(queries, today),
        settings: await listSettings(queries, organisation),
      })
    })
    const notice = directoryNotices.find((name) => name === request.query['done']) ?? null
    showPage(parts.pages, request, response, 'desk/directory.njk', { ...shown, notice })
  })
  mountDirectoryForm(router, parts, teamForm)
  mountDirectoryForm(router, parts, absenceForm)
  mountDirectoryForm(router, parts, contactForm)
  return router
}
