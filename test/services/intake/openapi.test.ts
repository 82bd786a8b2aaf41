/** The description of the API says what the doors really do: what it allows passes, what it does not name is refused. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { problemSchema } from '../../../services/pages/problem.ts'
import { testDatabase } from '../../support/database.ts'
import { startTestHub, type TestHub } from '../../support/hub.ts'

const { connectionString } = await testDatabase()
let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub(connectionString, { working: false })
})
afterAll(() => hub.close())

const propertySchema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  anyOf: z
    .array(z.looseObject({ type: z.string().optional(), enum: z.array(z.string()).optional() }))
    .optional(),
})
const documentSchema = z.object({
  openapi: z.string(),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        security: z.array(z.record(z.string(), z.array(z.string()))),
        responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()) })),
      }),
    ),
  ),
  components: z.looseObject({
    schemas: z.looseObject({
      Feedback: z.object({
        type: z.literal('object'),
        properties: z.record(z.string(), propertySchema),
        required: z.array(z.string()),
        additionalProperties: z.literal(false),
      }),
    }),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })),
  }),
})

async function description() {
  const response = await fetch(`${hub.web.publicUrl}/api/v1/openapi.json`)
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/json; charset=utf-8',
  ])
  return documentSchema.parse(await response.json())
}

function send(body: object): Promise<Response> {
  return fetch(`${hub.web.publicUrl}/api/v1/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

test('it is OpenAPI 3.1, names the paths of programs, and where they are', async () => {
  const { openapi, servers, paths } = await description()
  expect(openapi).toBe('3.1.0')
  expect(servers).toEqual([{ url: hub.web.publicUrl }])
  const ours = Object.entries(paths).filter(([path]) => !path.startsWith('/api/v1/partner'))
  expect(ours.map(([path, acts]) => [path, ...Object.keys(acts)])).toEqual([
    ['/api/v1/feedback', 'post'],
    ['/channels/email/raw', 'post'],
    ['/api/v1/cases/{reference}', 'get'],
  ])
})

test('it says where a key is needed, and the doors ask for one there and only there', async () => {
  const { paths } = await description()
  for (const [path, acts] of Object.entries(paths)) {
    for (const [method, { security }] of Object.entries(acts)) {
      const mayComeWithout = security.some((way) => Object.keys(way).length === 0)
      const response = await fetch(hub.web.publicUrl + path.replace('{reference}', 'FB-0000-0000-0'), {
        method: method.toUpperCase(),
        ...(method === 'post' ? { headers: { 'content-type': 'application/json' }, body: '{}' } : {}),
      })
      expect([path, response.status === 401]).toEqual([path, !mayComeWithout])
    }
  }
})

test('either way of sending a key that it names is taken, for a case too', async () => {
  const { components } = await description()
  expect(Object.keys(components.securitySchemes)).toEqual(['bearer', 'header'])
  const key = await hub.key('cases:read')
  for (const headers of [{ authorization: `Bearer ${key}` }, { 'x-api-key': key }]) {
    const response = await fetch(`${hub.web.publicUrl}/api/v1/cases/FB-0000-0000-0`, { headers })
    expect(response.status).toBe(404)
  }
})

test('a key that is not known is told apart from none', async () => {
  const ask = async (headers: Readonly<Record<string, string>>) => {
    const response = await fetch(`${hub.web.publicUrl}/api/v1/cases/FB-0000-0000-0`, { headers })
    return [response.status, await response.text()]
  }
  expect(await ask({})).toEqual([401, expect.stringContaining('Send an API key')])
  expect(await ask({ 'x-api-key': 'hub_nobody' })).toEqual([401, expect.stringContaining('is not known')])
})

test('a request with every field that it names passes', async () => {
  const { components } = await description()
  const { properties, required } = components.schemas.Feedback
  expect(required).toEqual(['text'])
  const whole = {
    text: 'The reception of the example clinic was kind, but nobody could find my appointment.',
    subject: 'An appointment',
    kind: 'concern',
    language: 'en',
    question: 'What could be better?',
    rating: 3,
    wantedOutcome: 'A list that is up to date.',
    person: { name: 'Ida Example', email: 'ida@people.example', phone: null, address: null },
    affected: { who: 'other', name: 'Joe Example', relationship: 'father', authority: 'asked' },
    about: { organisation: null, careService: null, place: 'Reception', happenedOn: '2026-11-02' },
    preferences: { contactBy: 'email', answerphone: false, needs: null },
    sharing: 'yes',
    attachments: [{ name: 'letter.txt', contentType: 'text/plain', content: btoa('An example letter.') }],
  }
  expect(
    Object.keys(whole)
      .filter((path) => !path.startsWith('/api/v1/partner'))
      .toSorted(),
  ).toEqual(Object.keys(properties).toSorted())
  const response = await send(whole)
  expect(response.status).toBe(202)
  expect(z.object({ reference: z.string() }).parse(await response.json()).reference).toMatch(/^FB-/)
})

test('a field that it does not name is refused in the shape that it promises', async () => {
  const { paths } = await description()
  const response = await send({ text: 'The ward was cold.', colour: 'blue' })
  const promised = paths['/api/v1/feedback']?.['post']?.responses[String(response.status)]
  expect(response.status).toBe(422)
  expect(Object.keys(promised?.content ?? {})).toEqual([response.headers.get('content-type')?.split(';')[0]])
  const { status, code, problems = [] } = problemSchema.parse(await response.json())
  expect([status, code, problems.length]).toEqual([422, 'refused', 1])
  expect(problems[0]?.problem).toContain('colour')
})

test('every value that it allows for a choice passes, and another does not', async () => {
  const { components } = await description()
  for (const field of ['kind', 'language']) {
    const { anyOf = [] } = components.schemas.Feedback.properties[field] ?? {}
    const values = anyOf.flatMap((each) => each.enum ?? [])
    expect(values.length).toBeGreaterThan(1)
    for (const value of values) expect((await send({ text: 'As it was.', [field]: value })).status).toBe(202)
    expect((await send({ text: 'As it was.', [field]: 'grudge' })).status).toBe(422)
  }
})

test('names every address of the partner API, as it is opened', async () => {
  const { paths } = await description()
  const described = Object.entries(paths).filter(([path]) => path.startsWith('/api/v1/partner'))
  expect(described.map(([path]) => path).toSorted()).toEqual(
    [
      '/api/v1/partner/leads',
      '/api/v1/partner/leads/{proposal}',
      '/api/v1/partner/parts',
      '/api/v1/partner/parts/{reference}',
      ...['accept', 'approval', 'attachments/{file}', 'contributions', 'documents', 'documents/{file}'].map(
        (act) => `/api/v1/partner/parts/{reference}/${act}`,
      ),
      '/api/v1/partner/parts/{reference}/exchanges',
      '/api/v1/partner/parts/{reference}/lessons',
      '/api/v1/partner/parts/{reference}/meetings/{meeting}',
      '/api/v1/partner/parts/{reference}/more-time',
    ].toSorted(),
  )
  for (const [path, methods] of described) {
    for (const method of Object.keys(methods)) {
      const address = path.replaceAll(/\{\w+\}/g, 'x')
      const answer = await fetch(`${hub.web.publicUrl}${address}`, { method: method.toUpperCase() })
      expect([method, path, answer.status]).toEqual([method, path, 401])
    }
  }
})

test('an address that is there is told apart from none, whichever way it is asked', async () => {
  const ask = async (method: string, path: string) => {
    const response = await fetch(`${hub.web.publicUrl}${path}`, { method })
    return [response.status, response.headers.get('allow'), response.headers.get('content-type')]
  }
  const problem = 'application/problem+json; charset=utf-8'
  const { paths } = await description()
  for (const [path, ways] of Object.entries(paths)) {
    // Partners show their key before anything else is said.
    if (path.startsWith('/api/v1/partner/')) continue
    const [status, allowed] = await ask('PROPFIND', path.replaceAll(/\{\w+\}/g, 'FB-7K3M-9QX2-T'))
    expect([path, status]).toEqual([path, 405])
    for (const way of Object.keys(ways)) expect(allowed).toContain(way.toUpperCase())
  }
  expect(await ask('GET', '/api/v1/feedback')).toEqual([405, 'POST', problem])
  expect(await ask('DELETE', '/open311/v2/requests.xml')).toEqual([405, 'POST, GET, HEAD', problem])
  expect(await ask('PUT', '/open311/v2/services/x.json')).toEqual([405, 'GET, HEAD', problem])
  expect((await ask('OPTIONS', '/channels/email/raw'))[1]).toBe('POST')
  expect(await ask('POST', '/api/v1/nothing')).toEqual([404, null, problem])
})
