/** After a note was saved: its reference, by when what was said can be settled, and the copy that the law gives the person. */
import { Router } from 'express'
import { londonDate } from '../../shared/dates/london.ts'
import { readReference } from '../../shared/reference.ts'
import { showPage } from '../pages/show.ts'
import { staffOf } from '../staff/signed-in.ts'
import { findNote } from '../store/notes.ts'
import { withScope } from '../store/database.ts'
import { daysLeft } from './short-dates.ts'
import type { DeskParts } from './desk-parts.ts'

export function noteDonePage(parts: DeskParts): Router {
  const router = Router()
  router.get('/desk/notes/:reference', async (request, response, next) => {
    const who = staffOf(request)
    const reference = readReference(request.params.reference)
    const found =
      reference === null
        ? null
        : await withScope(parts.db, { of: 'organisation', organisation: who.organisation }, (queries) =>
            findNote(queries, parts.envelope, who, reference),
          )
    if (found === null) {
      next()
      return
    }
    const today = londonDate(parts.now())
    const clocks = found.clocks.map(({ name, due_on }) => ({
      name,
      dueOn: due_on,
      left: daysLeft(due_on, today),
    }))
    showPage(parts.pages, request, response, 'desk/note-done.njk', { ...found, clocks })
  })
  return router
}
