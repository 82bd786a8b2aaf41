/** A document that a contributor supplied, handed to whoever leads; that they took it is on record. */
import { Router } from 'express'
import { z } from 'zod'
import { mayBeOpened } from '../../shared/attached.ts'
import { asId } from '../../shared/ids.ts'
import { londonDate } from '../../shared/dates/london.ts'
import { withCase } from '../staff/case-on-request.ts'
import { handFile } from '../staff/hand-file.ts'
import type { StaffParts } from '../staff/parts.ts'
import { record } from '../store/audit.ts'
import { loadCaseHead } from '../store/case-file.ts'
import { coordinates } from '../store/joint/coordinates.ts'
import { findDocument } from '../store/joint/documents.ts'

const address = '/desk/cases/:reference/response/documents/:document'

export function documentPage(parts: StaffParts): Router {
  const router = Router()
  router.get(address, async (request, response, next) => {
    const asked = z.uuid().safeParse(request.params.document)
    const found = await withCase(parts, request, async (queries, { id, who }) => {
      const head = await loadCaseHead(queries, who, id)
      if (!asked.success || head === null) return null
      if (!(await coordinates(queries, who.organisation, head, londonDate(parts.now())))) return null
      const document = asId<'document'>(asked.data)
      const file = await findDocument(queries, { case: head.id }, document)
      if (file === null || !mayBeOpened(file.state)) return null
      await record(queries, {
        at: parts.now(),
        actor: { kind: 'staff', id: who.id },
        act: 'document.download',
        about: { kind: 'case', id: head.id },
        organisation: who.organisation,
        details: { file: file.id },
      })
      return file
    })
    if (found === null) next()
    else {
      handFile(response, { name: found.name, content: await parts.files.open(found.file, 'original') })
    }
  })
  return router
}
