/** Every page on one part of a case, wherever it is worked on. */
import { Router } from 'express'
import type { StaffParts } from '../staff/parts.ts'
import { contribution } from './contribution-form.ts'
import { addDocument, answerLead, askLead, moreTime } from './exchange-forms.ts'
import { addLesson } from './lesson-form.ts'
import { attendMeeting } from './meeting-form.ts'
import { mountPartForm } from './part-form.ts'
import { partPage } from './part-page.ts'
import type { PartPlace } from './part-place.ts'
import { decideResponse } from './response-form.ts'

export function partPages(parts: StaffParts, place: PartPlace): Router {
  const router = Router()
  // Before the pages that hand out files by an id in the same place.
  mountPartForm(router, parts, place, addDocument)
  mountPartForm(router, parts, place, contribution)
  mountPartForm(router, parts, place, askLead)
  mountPartForm(router, parts, place, answerLead)
  mountPartForm(router, parts, place, moreTime)
  mountPartForm(router, parts, place, decideResponse)
  mountPartForm(router, parts, place, attendMeeting)
  mountPartForm(router, parts, place, addLesson)
  router.use(partPage(parts, place))
  return router
}
