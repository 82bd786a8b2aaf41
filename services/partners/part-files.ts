/** The files of a part, handed over to whoever may see it at this moment, each time on record. */
import { Router } from 'express'
import { z } from 'zod'
import { mayBeOpened } from '../../shared/attached.ts'
import { asId } from '../../shared/ids.ts'
import { handFile } from '../staff/hand-file.ts'
import type { StaffParts } from '../staff/parts.ts'
import { record } from '../store/audit.ts'
import { findAttachment } from '../store/case-file-attachments.ts'
import { actorOf } from '../store/joint/contributor.ts'
import { findDocument } from '../store/joint/documents.ts'
import { partOnRequest, type PartOnRequest } from './part-on-request.ts'
import type { PartPlace } from './part-place.ts'

interface FileToHand {
  readonly id: string
  readonly name: string
  readonly content: Buffer
}

/** Files of the person's only where consent covers them; documents of this part only. */
export function filesOfPart(
  parts: Pick<StaffParts, 'db' | 'now' | 'files'>,
  place: Pick<PartPlace, 'path' | 'visitOf'>,
): Router {
  const { db } = parts
  const router = Router()
  const mount = (
    path: string,
    act: string,
    open: (part: PartOnRequest, id: string) => Promise<FileToHand | null>,
  ) => {
    router.get(`${place.path}/${path}/:file`, async (request, response, next) => {
      const asked = z.uuid().safeParse(request.params['file'])
      const part = asked.success ? await partOnRequest(parts, place, request) : null
      const file = part && asked.success ? await open(part, asked.data) : null
      if (part === null || file === null) {
        next()
        return
      }
      await record(db, {
        at: parts.now(),
        actor: actorOf(part.by),
        act,
        about: { kind: 'case', id: part.file.case },
        organisation: part.by.organisation,
        details: { file: file.id },
      })
      handFile(response, file)
    })
  }
  mount('attachments', 'attachment.download', async ({ file }, id) => {
    const listed = file.attachments.find((each) => each.id === id)
    const found = listed === undefined ? null : await findAttachment(db, file.case, id)
    if (listed?.mayOpen !== true || found === null) return null
    const rendition = found.display === 'picture' ? 'picture' : 'original'
    return { id, name: listed.name, content: await parts.files.open(found.file, rendition) }
  })
  mount('documents', 'document.download', async ({ file }, id) => {
    const found = await findDocument(db, { part: file.id }, asId<'document'>(id))
    if (found === null || !mayBeOpened(found.state)) return null
    return { id, name: found.name, content: await parts.files.open(found.file, 'original') }
  })
  return router
}
