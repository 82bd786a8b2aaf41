/** The partners' half of `GET /api/v1/openapi.json`, made from the shapes that the API itself checks. */
import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import type { Words } from '../pages/languages.ts'
import { problemSchema } from '../pages/problem.ts'
import { home } from './api-frame.ts'
import {
  contribution,
  decision,
  documentFields,
  exchange,
  leadAnswer,
  lesson,
  meetingAnswer,
  moreTime,
} from './api-shapes.ts'

type Say = (key: string) => string

export function describePartnerApi(words: Pick<Words, 'translate'>): ZodOpenApiPathsObject {
  const say: Say = (key) => words.translate(`partners:api.${key}`, {}, 'en')
  const part = `${home}/parts/{reference}`
  const act = (path: string, body: z.ZodType | null): ZodOpenApiPathsObject => ({
    [`${part}/${path}`]: { post: post(say, path, { reference }, body && { 'application/json': body }) },
  })
  return {
    [`${home}/parts`]: { get: { ...get(say, 'parts', {}, list), requestParams: { query: next } } },
    [part]: { get: get(say, 'part', { reference }, json(z.looseObject({ reference, state: z.string() }))) },
    ...act('accept', null),
    ...act('contributions', contribution.partial({ id: true })),
    ...act('exchanges', exchange.partial({ id: true })),
    ...act('more-time', moreTime.partial({ id: true })),
    ...act('approval', decision),
    ...act('lessons', lesson.partial({ id: true })),
    [`${part}/meetings/{meeting}`]: {
      post: post(say, 'meeting', { reference, meeting: z.uuid() }, { 'application/json': meetingAnswer }),
    },
    [`${part}/documents`]: {
      post: post(say, 'documents', { reference }, { 'multipart/form-data': documentForm }),
    },
    [`${part}/documents/{file}`]: { get: get(say, 'document', { reference, file: z.uuid() }, bytes) },
    [`${part}/attachments/{file}`]: { get: get(say, 'attachment', { reference, file: z.uuid() }, bytes) },
    [`${home}/leads`]: { get: get(say, 'leads', {}, leads) },
    [`${home}/leads/{proposal}`]: {
      post: post(say, 'lead', { proposal: z.uuid() }, { 'application/json': leadAnswer }),
    },
  }
}

const reference = z.string().meta({ examples: ['FB-7K3M-9QX2-T'] })
const day = z.iso.date()
const documentForm = documentFields
  .partial({ id: true })
  .extend({ file: z.string().meta({ format: 'binary' }) })
const next = z.object({ after: z.string().optional() })
const json = (schema: z.ZodType) => ({ 'application/json': { schema } })
const bytes = { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } }
const list = json(
  z.object({
    parts: z.array(z.looseObject({ reference, state: z.string(), dueOn: day.nullable() })),
    next: z.string().nullable(),
  }),
)
const leads = json(
  z.object({
    leads: z.array(z.object({ id: z.uuid(), reference, answerBy: day, receivedByName: z.string() })),
    led: z.array(z.object({ id: z.uuid(), reference })),
  }),
)

const byKey = [{ bearer: [] }, { header: [] }]
const again = z.string().max(200).optional()

function get(
  say: Say,
  name: string,
  path: Readonly<Record<string, z.ZodType>>,
  content: NonNullable<ReturnType<typeof json>> | typeof bytes,
): ZodOpenApiOperationObject {
  return {
    operationId: `partner-${name}`,
    summary: say(`does.${name}`),
    security: byKey,
    requestParams: { path: z.object(path) },
    responses: { '200': { description: say('found'), content }, ...refusals(say, [401, 403, 404]) },
  }
}

function post(
  say: Say,
  name: string,
  path: Readonly<Record<string, z.ZodType>>,
  bodies: Readonly<Record<string, z.ZodType>> | null,
): ZodOpenApiOperationObject {
  const header = z.object({ 'Idempotency-Key': again.meta({ description: say('again') }) })
  const described = Object.entries(bodies ?? {}).map(([type, schema]) => [type, { schema }] as const)
  return {
    operationId: `partner-${name}`,
    summary: say(`does.${name}`),
    security: byKey,
    requestParams: { path: z.object(path), header },
    ...(bodies === null ? {} : { requestBody: { required: true, content: Object.fromEntries(described) } }),
    responses: {
      '204': { description: say('done'), content: {} },
      ...refusals(say, [401, 403, 404, 409, 422]),
    },
  }
}

function refusals(say: Say, statuses: readonly (401 | 403 | 404 | 409 | 422)[]) {
  const content = { 'application/problem+json': { schema: problemSchema } }
  return Object.fromEntries(
    statuses.map((status) => [`${status}` as const, { description: say(`status.${status}`), content }]),
  )
}
