/** Files that came with a case: handed over to be saved, or shown in the safe form that was made of them. */
import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { mayBeOpened, plainType } from '../../shared/attached.ts'
import { record } from '../store/audit.ts'
import { staffActor } from '../store/case-acts.ts'
import { findAttachment, type FoundAttachment } from '../store/case-file-attachments.ts'
import { withCase } from '../staff/case-on-request.ts'
import { handFile } from '../staff/hand-file.ts'
import type { DeskParts } from './desk-parts.ts'

const base = '/desk/cases/:reference/attachments/:attachment'

export function attachments(parts: DeskParts): Router {
  const router = Router()
  router.get(base, async (request, response, next) => {
    const found = await find(
      parts,
      request,
      'attachment.download',
      (file) => file.display !== 'unsafe-picture',
    )
    if (found === null) {
      next()
      return
    }
    // Of a picture they have the one that was made anew: the original says where it was taken.
    const rendition = found.display === 'picture' ? 'picture' : 'original'
    const content = await parts.files.open(found.file, rendition)
    handFile(response, {
      name: rendition === 'picture' ? namedAs(found.name, content) : found.name,
      content,
    })
  })
  router.get(`${base}/thumbnail`, async (request, response, next) => {
    const found = await find(parts, request, null, (file) => file.display === 'picture')
    if (found === null) {
      next()
      return
    }
    show(response, 'image/webp', await parts.files.open(found.file, 'thumbnail'))
  })
  router.get(`${base}/play`, async (request, response, next) => {
    const found = await find(parts, request, 'attachment.play', (file) => file.display === 'playable')
    if (found === null) {
      next()
      return
    }
    show(response, plainType(found.sniffedType ?? ''), await parts.files.open(found.file, 'original'))
  })
  router.post(`${base}/original`, async (request, response, next) => {
    const found = await find(parts, request, 'attachment.original', (_, isReceiver) => isReceiver)
    if (found === null) {
      next()
      return
    }
    handFile(response, { name: found.name, content: await parts.files.open(found.file, 'original') })
  })
  return router
}

/** Null for what they may not have, and for what nobody may: alike. `act`: as the audit has it. */
async function find(
  parts: DeskParts,
  request: Request,
  act: string | null,
  isFor: (found: FoundAttachment, isReceiver: boolean) => boolean,
): Promise<FoundAttachment | null> {
  const asked = z.uuid().safeParse(request.params['attachment'])
  if (!asked.success) return null
  return withCase(parts, request, async (queries, { id, who, receivedBy }) => {
    const found = await findAttachment(queries, id, asked.data)
    if (found === null || !mayBeOpened(found.state)) return null
    if (!isFor(found, receivedBy === who.organisation)) return null
    if (act !== null) {
      await record(queries, {
        at: parts.now(),
        actor: staffActor(who.id),
        act,
        about: { kind: 'case', id },
        organisation: who.organisation,
        details: { attachment: found.id },
      })
    }
    return found
  })
}

/** Only what we made ourselves, or a sound or a film by its bytes. */
function show(response: Response, type: string, content: Buffer): void {
  response
    .set('Cache-Control', 'no-store')
    .set('X-Content-Type-Options', 'nosniff')
    // Should a browser open it after all, it may do nothing there.
    .set('Content-Security-Policy', "default-src 'none'; sandbox")
    .set('Content-Disposition', 'inline')
    .type(type)
    .send(content)
}

/** It was made anew as a JPEG or, where one can see through it, a PNG. */
function namedAs(name: string, content: Buffer): string {
  return `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.${content[0] === 0xff ? 'jpg' : 'png'}`
}
