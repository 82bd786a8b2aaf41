/** All the workers' handlers, one for each queue. */
import { asId } from '../../shared/ids.ts'
import type { Handlers } from '../queue/names.ts'
import { ringInstead } from '../store/danger-not-told.ts'
import { createErrandStep, errandLane, type ErrandParts } from './errand.ts'
import { createExamineStep, type ExamineParts } from './examine.ts'
import { createHandOverStep, type HandOverParts } from './hand-over.ts'
import { createLanes } from './lanes.ts'
import { createReadStep, type ReadParts } from './read.ts'
import { createRouteStep, type RouteParts } from './route.ts'
import { createSendStep, type SendParts } from './send.ts'
import { createStep } from './step.ts'
import { createWebhookStep, webhookLane, type WebhookParts } from './webhook.ts'

export type PipelineParts = ReadParts &
  RouteParts &
  HandOverParts &
  SendParts &
  WebhookParts &
  ErrandParts &
  ExamineParts

export function createHandlers(parts: PipelineParts): Handlers {
  return {
    read: createStep(parts, 'read', createReadStep(parts)),
    route: createStep(parts, 'route', createRouteStep(parts)),
    'hand-over': createStep(parts, 'hand-over', createHandOverStep(parts)),
    send: createSending(parts),
    examine: createStep(parts, 'examine', createExamineStep(parts)),
    webhook: createLanes(webhookLane, parts, createStep(parts, 'webhook', createWebhookStep(parts))),
    errand: createLanes(errandLane, parts, createStep(parts, 'errand', createErrandStep(parts))),
  }
}

/** Whoever may be in danger and is not reached is rung by a person, whatever it was that failed. */
export function createSending(parts: SendParts): (id: string) => Promise<void> {
  return createStep(parts, 'send', createSendStep(parts), undefined, (id) =>
    ringInstead(parts.db, [asId<'message'>(id)]),
  )
}
