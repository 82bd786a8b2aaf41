/** A delivery as it came, as plain text and no further than a person reads; whoever looked is on record. */
import { Router } from 'express'
import { readReference } from '../../shared/reference.ts'
import { showPage } from '../pages/show.ts'
import { record } from '../store/audit.ts'
import { staffActor } from '../store/case-acts.ts'
import { withScope } from '../store/database.ts'
import { loadRaw } from '../store/quarantine.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'

/** Bytes; a mail with a film in it must not become a page of fifty megabytes. */
const shownBytes = 64 * 1024

export function rawPage(parts: StaffParts): Router {
  const router = Router()
  router.get('/desk/quarantine/:reference', async (request, response, next) => {
    const who = staffOf(request)
    const reference = readReference(request.params.reference)
    const scope = { of: 'organisation', organisation: who.organisation } as const
    const delivery = await withScope(parts.db, scope, async (queries) => {
      if (reference === null) return null
      const found = await loadRaw(queries, parts.envelope, who, reference)
      if (found === null) return null
      await record(queries, {
        at: parts.now(),
        actor: staffActor(who.id),
        act: 'delivery.view-raw',
        about: { kind: 'delivery', id: found.id },
        organisation: who.organisation,
      })
      return found
    })
    if (delivery === null) {
      next()
      return
    }
    const shown = {
      ...delivery,
      raw: null,
      text: readable(delivery.raw),
      isCut: delivery.raw.length > shownBytes,
    }
    showPage(parts.pages, request, response, 'desk/raw.njk', { delivery: shown, shownBytes })
  })
  return router
}

/** Bytes that are no characters are shown as such, so that nobody takes them for words. */
export function readable(raw: Uint8Array): string {
  const text = Buffer.from(raw.subarray(0, shownBytes)).toString('utf8')
  return text.replace(/\r\n/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '\u{fffd}')
}
