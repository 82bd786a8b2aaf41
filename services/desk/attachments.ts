/** A file that came with a case, handed over to be saved and never to be opened on a page of ours. */
import { Router } from 'express'
import { z } from 'zod'
import { record } from '../store/audit.ts'
import { staffActor } from '../store/case-acts.ts'
import { openAttachment } from '../store/case-file-attachments.ts'
import { handFile } from '../staff/hand-file.ts'
import { withCase } from '../staff/case-on-request.ts'
import type { StaffParts } from '../staff/parts.ts'

export function attachmentDownload(parts: StaffParts): Router {
  const router = Router()
  router.get('/desk/cases/:reference/attachments/:attachment', async (request, response, next) => {
    const asked = z.uuid().safeParse(request.params.attachment)
    const file = asked.success
      ? await withCase(parts, request, async (queries, { id, who }) => {
          const opened = await openAttachment(queries, parts.envelope, id, asked.data)
          if (opened === null) return null
          await record(queries, {
            at: parts.now(),
            actor: staffActor(who.id),
            act: 'attachment.download',
            about: { kind: 'case', id },
            organisation: who.organisation,
            details: { attachment: opened.id },
          })
          return opened
        })
      : null
    if (file === null) {
      next()
      return
    }
    handFile(response, file)
  })
  return router
}
