/** A document that the malware scanner held is looked at again, when somebody who works on its part asks for it. */
import { Router } from 'express'
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import type { StaffParts } from '../staff/parts.ts'
import { record } from '../store/audit.ts'
import { withScope } from '../store/database.ts'
import { lookAgain } from '../store/files-again.ts'
import { actorOf } from '../store/joint/contributor.ts'
import { findDocument } from '../store/joint/documents.ts'
import { partOnRequest, type PartOnRequest } from './part-on-request.ts'
import type { PartPlace } from './part-place.ts'

export function scanAgain(parts: StaffParts, place: Pick<PartPlace, 'path' | 'visitOf'>): Router {
  const router = Router()
  router.post(`${place.path}/documents/:document/scan-again`, async (request, response, next) => {
    const asked = z.uuid().safeParse(request.params['document'])
    const part = asked.success ? await partOnRequest(parts, place, request) : null
    const file = part && asked.success ? await again(parts, part, asked.data) : null
    if (part === null || file === null) {
      next()
      return
    }
    parts.ring('examine', file)
    response.redirect(303, `${part.base}?done=scan-again`)
  })
  return router
}

/** Null where the part has no such document, or it is not held any more. */
async function again({ db, now }: Pick<StaffParts, 'db' | 'now'>, { by, file }: PartOnRequest, id: string) {
  const { organisation } = by
  return withScope(db, { of: 'organisation', organisation }, async (queries) => {
    const found = await findDocument(queries, { part: file.id }, asId<'document'>(id))
    if (found === null || !(await lookAgain(queries, found.file.id, now()))) return null
    await record(queries, {
      at: now(),
      actor: actorOf(by),
      act: 'file.try-again',
      about: { kind: 'file', id: found.file.id },
      organisation,
    })
    return found.file.id
  })
}
