/** `POST /api/v1/partner/events`: another hub tells that something happened on a case it leads, by reference alone. */
import express, { Router } from 'express'
import { z } from 'zod'
import { readReference } from '../../shared/reference.ts'
import { isSigned, signatureHeader } from '../outward/signature.ts'
import type { Words } from '../pages/languages.ts'
import { answerProblem } from '../pages/problem.ts'
import type { Ring } from '../queue/bell.ts'
import type { Database } from '../store/database.ts'
import type { Envelope } from '../store/envelope.ts'
import { saveLook } from '../store/joint/errands.ts'
import { peerSecrets } from '../store/joint/peer-hubs.ts'

export interface PeerEventsParts {
  readonly db: Database
  readonly envelope: Envelope
  readonly words: Words
  readonly now: () => Date
  readonly ring: Ring
}

/** An id, a name, a day and a reference are far less. */
const limit = '16kb'

/** Whatever else stands in it is not kept: what we need is fetched with our key, as consent covers it then. */
const event = z.object({
  id: z.uuid(),
  event: z.string().max(100).catch(''),
  reference: z.string().max(100).transform(readReference),
})

export function peerEvents(parts: PeerEventsParts): Router {
  const { db, words, now, ring } = parts
  const router = Router()
  router.post(
    '/api/v1/partner/events',
    express.raw({ type: () => true, limit }),
    async (request, response) => {
      response.set('Cache-Control', 'no-store')
      const body = Buffer.isBuffer(request.body) ? request.body.toString() : ''
      const peer = await signer(parts, body, request.get(signatureHeader) ?? '')
      if (peer === null) {
        answerProblem(response, words, { status: 401, key: 'partners:events.forged' })
        return
      }
      const told = readEvent(body)
      if (told === null) {
        answerProblem(response, words, { status: 422, key: 'partners:events.wrong' })
        return
      }
      // Answered when it is durable; told again, it is the same.
      const { id, reference, isOfLead } = told
      const look = await saveLook(db, { peer, event: id, reference, isOfLead }, now())
      if (look !== null) ring('errand', look)
      response.status(204).end()
    },
  )
  return router
}

/** Whose secret signed it, within the last minutes? Null: nobody's. */
async function signer({ db, envelope, now }: PeerEventsParts, body: string, signature: string) {
  if (signature === '') return null
  const peers = await peerSecrets(db, envelope)
  return peers.find(({ secret }) => isSigned(body, signature, [secret], now()))?.id ?? null
}

function readEvent(body: string) {
  try {
    const read = event.safeParse(JSON.parse(body))
    if (!read.success || read.data.reference === null) return null
    const { id, event: name, reference } = read.data
    return { id, reference, isOfLead: name.startsWith('lead.') }
  } catch {
    return null
  }
}
