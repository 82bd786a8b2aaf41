/** Mounts the http doors that channels declare: size, type, key, genuineness, then the commit, then the answer. */
import { createHash, randomUUID } from 'node:crypto'
import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import type { Answer, Arrival, Channel, HttpDoor } from '../../channels/channel.ts'
import type { Words } from '../pages/languages.ts'
import type { Accept } from './accept.ts'
import {
  admit,
  admitByKey,
  cutKeyOut,
  type Admission,
  type AdmissionParts,
  type ApiCaller,
} from './admission.ts'
import { answerProblem, type Problem } from './problem.ts'

export interface HttpDoorParts extends AdmissionParts {
  readonly accept: Accept
  readonly words: Words
  readonly now: () => Date
  readonly complain: (door: string, error: unknown) => void
}

export function mountHttpDoors(channels: readonly Channel[], parts: HttpDoorParts): Router {
  const router = express.Router()
  for (const channel of channels) {
    for (const door of channel.doors) {
      if (door.opens === 'http') mount(router, channel, door, parts)
    }
  }
  return router
}

function mount(router: Router, channel: Channel, door: HttpDoor, parts: HttpDoorParts): void {
  const readBody = express.raw({ type: () => true, limit: door.limitBytes, inflate: true })
  router.post(
    door.path,
    // Who may not come in is told so before a body is read.
    async (request, response, next) => {
      const admission = await admit(door, request, parts)
      if (!admission.admitted) return tell(door, response, parts.words, admission)
      if (!takes(door, request)) {
        return tell(door, response, parts.words, {
          status: 415,
          key: 'intake:wrong-type',
          params: { types: door.accepts.join(', ') },
        })
      }
      callers.set(request, admission.caller)
      next()
    },
    (request, response, next) =>
      readBody(request, response, (error?: unknown) => bodyWasRead(door, error, response, next, parts.words)),
    async (request: Request, response: Response) => receive(channel, door, request, response, parts),
  )
}

function bodyWasRead(
  door: HttpDoor,
  error: unknown,
  response: Response,
  next: NextFunction,
  words: Words,
): void {
  if (!isTooLarge(error)) return next(error)
  const params = { megabytes: Math.round(door.limitBytes / 1_048_576) }
  tell(door, response, words, { status: 413, key: 'intake:too-large', params })
}

const callers = new WeakMap<Request, ApiCaller | null>()

/** A key that stands in the body is looked at now, and goes no further. */
async function admitByBody(door: HttpDoor, request: Request, parts: HttpDoorParts): Promise<Admission> {
  const before: Admission = { admitted: true, caller: callers.get(request) ?? null }
  if (door.authenticate.by !== 'api-key' || door.authenticate.field === undefined) return before
  const { key, rest } = cutKeyOut(bodyOf(request), door.authenticate.field)
  request.body = rest
  return before.caller === null ? admitByKey(door.authenticate, key, request, parts) : before
}

function bodyOf(request: Request): Buffer {
  const body: unknown = request.body
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}

function takes(door: HttpDoor, request: Request): boolean {
  const type = (request.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return door.accepts.includes(type)
}

async function receive(
  channel: Channel,
  door: HttpDoor,
  request: Request,
  response: Response,
  parts: HttpDoorParts,
): Promise<void> {
  const admission = await admitByBody(door, request, parts)
  if (!admission.admitted) return tell(door, response, parts.words, admission)
  const { caller } = admission
  const arrival = arrivalOf(door, request, caller, parts.now())
  // A provider's signature is checked before anything is stored.
  if (!channel.isGenuine(arrival)) {
    return tell(door, response, parts.words, { status: 403, key: 'intake:not-genuine' })
  }
  const refusal = door.refuse(arrival)
  if (refusal !== null)
    return tell(door, response, parts.words, {
      status: refusal.status,
      key: 'intake:refused',
      problems: refusal.problems,
    })
  const said = door.converse?.(arrival, parts.words.say) ?? null
  if (said !== null) return answerWith(response, said)
  try {
    const receipt = await parts.accept(
      channel,
      arrival,
      caller === null ? {} : { receivedBy: caller.organisation },
    )
    answerWith(
      response,
      door.answer(receipt, arrival, (reason, language) => parts.words.say(reason, language)),
    )
  } catch (error) {
    parts.complain(door.name, error)
    tell(door, response, parts.words, { status: 503, key: 'intake:try-later', retryAfter: 30 })
  }
}

/** In the door's own way, where its programs expect one. */
function tell(door: HttpDoor, response: Response, words: Words, problem: Problem): void {
  if (door.explain === undefined) return answerProblem(response, words, problem)
  const sentences = problem.problems?.map(({ reason }) => words.say(reason, 'en')) ?? []
  const what = words.translate(problem.key, problem.params ?? {}, 'en')
  if (problem.retryAfter !== undefined) response.set('Retry-After', String(problem.retryAfter))
  answerWith(response, door.explain(problem.status, sentences.length > 0 ? sentences : [what]))
}

function answerWith(response: Response, { status, type, body }: Answer): void {
  response.status(status).type(type).send(body)
}

function arrivalOf(door: HttpDoor, request: Request, caller: ApiCaller | null, now: Date): Arrival {
  const idempotencyKey = request.get('idempotency-key')
  return {
    door: door.name,
    raw: bodyOf(request),
    contentType: request.get('content-type') ?? null,
    envelope: {
      'arrival-id': randomUUID(),
      // Scoped to the key or, without one, to the visitor: nobody can take another's reference by guessing their key.
      ...(caller === null ? { visitor: visitorOf(request) } : { 'api-key-id': caller.id }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey.slice(0, 200) }),
      ...askedFor(door, request),
    },
    peer: request.ip ?? null,
    receivedAt: now.toISOString(),
  }
}

/** Signatures are made over the address that was called, and stand in a header. */
function askedFor({ headers = [] }: HttpDoor, request: Request): Readonly<Record<string, string>> {
  if (headers.length === 0) return {}
  const found = headers.map((name) => [name, request.get(name)?.slice(0, 1_000) ?? ''] as const)
  return {
    'request-target': request.originalUrl,
    ...Object.fromEntries(found.filter(([, value]) => value !== '')),
  }
}

function visitorOf(request: Request): string {
  const seen = `${request.ip ?? ''} ${request.get('user-agent') ?? ''}`
  return createHash('sha256').update(seen).digest('hex').slice(0, 32)
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'type' in error && error.type === 'entity.too.large'
}
