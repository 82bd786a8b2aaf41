/** Mounts the http doors that channels declare: size, type, key, genuineness, then the commit, then the answer. */
import { createHash, randomUUID } from 'node:crypto'
import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express'
import type { Answer, Arrival, Channel, HttpDoor, Outcome, ShownPage } from '../../channels/channel.ts'
import type { Words } from '../pages/languages.ts'
import type { DirectoryView } from '../store/directory-view.ts'
import type { Accept } from './accept.ts'
import {
  admit,
  admitByKey,
  cutKeyOut,
  type Admission,
  type AdmissionParts,
  type Caller,
} from './admission.ts'
import { cutKeyOutOfParts } from './key-in-parts.ts'
import { admitKiosk, type KioskAdmissionParts } from './kiosk-admission.ts'
import { answerProblem, type Problem } from '../pages/problem.ts'

export interface HttpDoorParts extends AdmissionParts, KioskAdmissionParts {
  readonly accept: Accept
  readonly words: Words
  readonly directory: Pick<DirectoryView, 'current'>
  /** Answers a person's browser with a page of the channel. */
  readonly show: (request: Request, response: Response, page: ShownPage, status: number) => void
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
  const readBody: RequestHandler = express.raw({ type: () => true, limit: door.limitBytes, inflate: true })
  router.post(
    door.path,
    // Who may not come in is told so before a body is read.
    async (request, response, next) => {
      const admission = await (door.authenticate.by === 'device-token'
        ? admitKiosk(request, parts)
        : admit(door, request, parts))
      if (!admission.admitted) {
        tell(door, response, parts, admission)
        return
      }
      if (!takes(door, request)) {
        tell(door, response, parts, {
          status: 415,
          key: 'intake:wrong-type',
          params: { types: door.accepts.join(', ') },
        })
        return
      }
      callers.set(request, admission.caller)
      next()
    },
    (request, response, next) =>
      readBody(request, response, (error?: unknown) => bodyWasRead(door, error, response, next, parts)),
    async (request: Request, response: Response) => receive(channel, door, request, response, parts),
  )
}

function bodyWasRead(
  door: HttpDoor,
  error: unknown,
  response: Response,
  next: NextFunction,
  parts: HttpDoorParts,
): void {
  if (!isTooLarge(error)) return next(error)
  const params = { megabytes: Math.round(door.limitBytes / 1_048_576) }
  tell(door, response, parts, { status: 413, key: 'intake:too-large', params })
}

const callers = new WeakMap<Request, Caller | null>()

/** A key that stands in the body is looked at now, and goes no further. */
async function admitByBody(door: HttpDoor, request: Request, parts: HttpDoorParts): Promise<Admission> {
  const before: Admission = { admitted: true, caller: callers.get(request) ?? null }
  if (door.authenticate.by !== 'api-key' || door.authenticate.field === undefined) return before
  const { field } = door.authenticate
  const type = request.get('content-type') ?? ''
  const { key, rest } = type.startsWith('multipart/')
    ? cutKeyOutOfParts(bodyOf(request), type, field)
    : cutKeyOut(bodyOf(request), field)
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
  if (!admission.admitted) {
    tell(door, response, parts, admission)
    return
  }
  const { caller } = admission
  const arrival = arrivalOf(door, request, caller, parts.now())
  // A provider's signature is checked before anything is stored.
  if (!channel.isGenuine(arrival)) {
    tell(door, response, parts, { status: 403, key: 'intake:not-genuine' })
    return
  }
  const refusal = await door.refuse(arrival, parts.directory.current())
  if (refusal !== null) {
    tell(door, response, parts, {
      status: refusal.status,
      key: 'intake:refused',
      problems: refusal.problems,
    })
    return
  }
  const said = door.converse?.(arrival, parts.words.say) ?? null
  if (said !== null) {
    answerWith(response, said)
    return
  }
  try {
    const receipt = await parts.accept(
      channel,
      arrival,
      caller === null ? {} : { receivedBy: caller.organisation },
    )
    if (showPage(door, response, parts, { receipt }, 200)) return
    answerWith(
      response,
      door.answer(receipt, arrival, (reason, language) => parts.words.say(reason, language)),
    )
  } catch (error) {
    parts.complain(door.name, error)
    tell(door, response, parts, { status: 503, key: 'intake:try-later', retryAfter: 30 })
  }
}

/** In the door's own way, where its programs or its people expect one. */
function tell(door: HttpDoor, response: Response, parts: HttpDoorParts, problem: Problem): void {
  const { words } = parts
  if (problem.retryAfter !== undefined) response.set('Retry-After', String(problem.retryAfter))
  if (showPage(door, response, parts, { status: problem.status }, problem.status)) return
  if (door.explain === undefined) return answerProblem(response, words, problem)
  const sentences = problem.problems?.map(({ reason }) => words.say(reason, 'en')) ?? []
  const what = words.translate(problem.key, problem.params ?? {}, 'en')
  answerWith(response, door.explain(problem.status, sentences.length > 0 ? sentences : [what]))
}

/** True where a person's browser was shown a page. */
function showPage(
  door: HttpDoor,
  response: Response,
  { show }: HttpDoorParts,
  outcome: Outcome,
  status: number,
): boolean {
  const page = door.show?.(outcome, response.req.get('content-type') ?? null) ?? null
  if (page !== null) show(response.req, response, page, status)
  return page !== null
}

function answerWith(response: Response, { status, type, body }: Answer): void {
  response.status(status).type(type).send(body)
}

function arrivalOf(door: HttpDoor, request: Request, caller: Caller | null, now: Date): Arrival {
  const idempotencyKey = request.get('idempotency-key')
  return {
    door: door.name,
    raw: bodyOf(request),
    contentType: request.get('content-type') ?? null,
    envelope: {
      'arrival-id': randomUUID(),
      // Scoped to the key or, without one, to the visitor: nobody can take another's reference by guessing their key.
      ...(caller === null ? { visitor: visitorOf(request) } : caller.envelope),
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
