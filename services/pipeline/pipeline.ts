/** All the workers' handlers, one for each queue. */
import type { Handlers } from '../queue/names.ts'
import { createExamineStep, type ExamineParts } from './examine.ts'
import { createHandOverStep, type HandOverParts } from './hand-over.ts'
import { createReadStep, type ReadParts } from './read.ts'
import { createRouteStep, type RouteParts } from './route.ts'
import { createSendStep, type SendParts } from './send.ts'
import { createStep } from './step.ts'
import { createLanes } from './webhook-lanes.ts'
import { createWebhookStep, type WebhookParts } from './webhook.ts'

export type PipelineParts = ReadParts & RouteParts & HandOverParts & SendParts & WebhookParts & ExamineParts

export function createHandlers(parts: PipelineParts): Handlers {
  return {
    read: createStep(parts, 'read', createReadStep(parts)),
    route: createStep(parts, 'route', createRouteStep(parts)),
    'hand-over': createStep(parts, 'hand-over', createHandOverStep(parts)),
    send: createStep(parts, 'send', createSendStep(parts)),
    examine: createStep(parts, 'examine', createExamineStep(parts)),
    webhook: createLanes(parts, createStep(parts, 'webhook', createWebhookStep(parts))),
  }
}
