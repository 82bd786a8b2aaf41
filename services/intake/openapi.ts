/** `GET /api/v1/openapi.json`: what programs may send and ask, made from the shapes that the doors themselves check. */
import express, { type Router } from 'express'
import { z } from 'zod'
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi'
import type { Channel, HttpDoor } from '../../channels/channel.ts'
import { feedbackSchema } from '../../channels/web-form/feedback.ts'
import type { Words } from '../pages/languages.ts'
import type { Pages } from '../pages/pages.ts'
import { caseStatusSchema } from './case-status.ts'
import { problemSchema } from '../pages/problem.ts'
import { open311Openings } from './open311.ts'
import { openingsOf, otherMethods } from './other-methods.ts'

export interface OpenApiParts {
  readonly publicUrl: string
  readonly words: Words
  /** Paths and media types are those that their doors declare. */
  readonly channels: readonly Channel[]
  /** What other rooms open to programs. */
  readonly more: ZodOpenApiPathsObject
}

/** The document is made once: it does not change while the hub runs. `parts.pages` tells whoever asks in another way than it says. */
export function openApi(parts: OpenApiParts & { readonly pages: Pages }): Router {
  const document = describeApi(parts)
  const router = express.Router()
  router.get('/api/v1/openapi.json', (_, response) => {
    response.json(document)
  })
  const described = Object.entries(document.paths ?? {}).map(([path, ways]) => ({
    path: path.replace(/\{(\w+)\}/g, ':$1'),
    methods: Object.keys(ways).map((method) => method.toUpperCase()),
  }))
  const itself = { path: '/api/v1/openapi.json', methods: ['GET'] }
  router.use(
    otherMethods(parts.pages, [...openingsOf(parts.channels), ...described, ...open311Openings, itself]),
  )
  return router
}

type Say = (key: string) => string

function describeApi({ publicUrl, words, channels, more }: OpenApiParts) {
  const say: Say = (key) => words.translate(`intake:api.${key}`, {}, 'en')
  return createDocument({
    openapi: '3.1.0',
    info: { title: say('title'), version: '1', description: say('about') },
    servers: [{ url: publicUrl }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: say('key') },
        header: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: say('key') },
      },
    },
    paths: {
      ...pathOf(channels, 'api', (door) => sendFeedback(say, door)),
      ...pathOf(channels, 'email-raw', (door) => sendMail(say, door)),
      '/api/v1/cases/{reference}': { get: askForCase(say) },
      ...more,
    },
  })
}

/** Only what is open is described. */
function pathOf(
  channels: readonly Channel[],
  name: string,
  describe: (door: HttpDoor) => ZodOpenApiOperationObject,
): ZodOpenApiPathsObject {
  const doors = channels.flatMap((channel) => channel.doors)
  const door = doors.find((candidate) => candidate.opens === 'http' && candidate.name === name)
  return door?.opens === 'http' ? { [door.path]: { post: describe(door) } } : {}
}

/** Either way of sending a key will do. */
const byKey = [{ bearer: [] }, { header: [] }]
const reference = z.string().meta({ examples: ['FB-7K3M-9QX2-T'] })
const accepted = z.object({ reference })

function sendFeedback(say: Say, door: HttpDoor): ZodOpenApiOperationObject {
  return {
    operationId: 'sendFeedback',
    summary: say('feedback'),
    // Without a key as well: then as a visitor, who may not come too often.
    security: [{}, ...byKey],
    requestParams: {
      header: z.object({
        'Idempotency-Key': z
          .string()
          .max(200)
          .optional()
          .meta({ description: say('again') }),
      }),
    },
    requestBody: {
      required: true,
      content: Object.fromEntries(door.accepts.map((type) => [type, { schema: feedbackSchema }])),
    },
    responses: { '202': received(say), ...refusals(say, [400, 401, 403, 413, 415, 422, 429, 503]) },
  }
}

function sendMail(say: Say, door: HttpDoor): ZodOpenApiOperationObject {
  const mail = z.string().meta({ description: say('mail-bytes') })
  return {
    operationId: 'sendMail',
    summary: say('mail'),
    security: byKey,
    requestBody: {
      required: true,
      content: Object.fromEntries(door.accepts.map((type) => [type, { schema: mail }])),
    },
    responses: { '202': received(say), ...refusals(say, [400, 401, 403, 413, 415, 503]) },
  }
}

function askForCase(say: Say): ZodOpenApiOperationObject {
  return {
    operationId: 'askForCase',
    summary: say('case'),
    security: byKey,
    requestParams: { path: z.object({ reference }) },
    responses: {
      '200': { description: say('found'), content: { 'application/json': { schema: caseStatusSchema } } },
      ...refusals(say, [401, 403, 404]),
    },
  }
}

function received(say: Say) {
  return { description: say('accepted'), content: { 'application/json': { schema: accepted } } }
}

/** Every refusal has the same shape; its title says in plain words what to do. */
function refusals(say: Say, statuses: readonly RefusalStatus[]): ZodOpenApiResponsesObject {
  const content = { 'application/problem+json': { schema: problemSchema } }
  return Object.fromEntries(
    statuses.map((status) => [`${status}` as const, { description: say(`status.${status}`), content }]),
  )
}

type RefusalStatus = 400 | 401 | 403 | 404 | 413 | 415 | 422 | 429 | 503
