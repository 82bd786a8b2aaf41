/** Webhook: one event to one endpoint, signed; taken with a 2xx, tried for days, stopped by a 410. */
import { reason } from '../../shared/finding.ts'
import type { WebhookEndpointId } from '../../shared/ids.ts'
import { NotPublic } from '../outward/public-address.ts'
import type { Call, OutwardAnswer } from '../outward/call.ts'
import { sign, signatureHeader } from '../outward/signature.ts'
import type { Envelope } from '../store/envelope.ts'
import { stopGoneEndpoint } from '../store/joint/webhook-endpoints.ts'
import {
  endpointOf,
  failOthers,
  loadEventToSend,
  markEventSent,
  nextDueFor,
  postponeOthers,
  type EventToSend,
} from '../store/joint/webhook-events.ts'
import { stillHolds, type Claim } from '../store/work.ts'
import type { LaneKind } from './lanes.ts'
import { givenUp, NeedsAPerson, pauseAfter, TryLater, type StepParts } from './step.ts'

export interface WebhookParts extends StepParts {
  readonly envelope: Envelope
  readonly call: Call
}

/** Events go to an endpoint one after the other, oldest first. */
export const webhookLane: LaneKind<WebhookEndpointId> = {
  step: 'webhook',
  laneOf: endpointOf,
  nextDueIn: nextDueFor,
}

export function createWebhookStep(parts: WebhookParts): (held: Claim) => Promise<void> {
  return async (held) => {
    const event = await loadEventToSend(parts.db, held.id)
    if (event === null) throw new NeedsAPerson(reason('pipeline:webhook.gone'))
    if (event.stopped) throw new NeedsAPerson(reason('pipeline:webhook.stopped'))
    const answer = await post(parts, event).catch((error: unknown) => noAnswer(parts, held, event, error))
    if (answer.status >= 200 && answer.status < 300) return save(parts, held)
    if (answer.status === 410) {
      await parts.db.transaction().execute((db) => stopGoneEndpoint(db, event.endpoint, parts.now()))
      throw new NeedsAPerson(reason('pipeline:webhook.stopped'))
    }
    // Too busy for this one is too busy for the next.
    if (answer.status === 429 || answer.status === 503) await restTheOthers(parts, held, event)
    throw new TryLater(reason('pipeline:webhook.status', { status: answer.status }))
  }
}

/** Ids only: whoever is told fetches the rest, and only what consent covers by then. */
function post({ envelope, call, now }: WebhookParts, event: EventToSend): Promise<OutwardAnswer> {
  const { id, event: name, madeAt, content } = event
  const body = JSON.stringify({ id, event: name, at: madeAt.toISOString(), ...content })
  const sealed = [event.sealedSecret, ...(event.sealedNextSecret === null ? [] : [event.sealedNextSecret])]
  const secrets = sealed.map((each) => Buffer.from(envelope.open(each)).toString())
  return call({
    method: 'POST',
    url: event.url,
    headers: { 'content-type': 'application/json', [signatureHeader]: sign(body, secrets, now()) },
    body,
    answerLimit: null,
  })
}

async function noAnswer(
  parts: WebhookParts,
  held: Claim,
  event: EventToSend,
  error: unknown,
): Promise<never> {
  if (error instanceof NotPublic) throw new NeedsAPerson(reason('pipeline:webhook.not-public'))
  await restTheOthers(parts, held, event)
  throw new TryLater(reason('pipeline:webhook.no-answer'))
}

/** An endpoint that does not answer is tried with one event at a time, and keeps no worker from the others. */
async function restTheOthers(parts: WebhookParts, held: Claim, { endpoint }: EventToSend): Promise<void> {
  const seconds = pauseAfter('webhook', held.attempt)
  if (seconds === null) await failOthers(parts.db, endpoint, held.attempt - 1, givenUp(held.attempt))
  else {
    const dueAt = new Date(parts.now().getTime() + seconds * 1_000)
    await postponeOthers(parts.db, endpoint, held.attempt, dueAt)
  }
}

async function save({ db, now }: WebhookParts, held: Claim): Promise<void> {
  await db.transaction().execute(async (queries) => {
    if (await stillHolds(queries, held)) await markEventSent(queries, held.id, now())
  })
}
