/** A civic app against a running hub: it lists, asks, posts and looks, in both formats, and learns nothing of others. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { exampleDirectory } from '../../rules/example-directory.ts'
import { readReference, type Reference } from '../../shared/reference.ts'
import { testDatabase } from '../support/database.ts'
import { startTestHub, type TestHub } from '../support/hub.ts'

const { connectionString } = await testDatabase()
const careService = exampleDirectory.careServices.find(
  ({ organisation }) => organisation === exampleDirectory.host,
)
if (careService === undefined) throw new Error('The example directory has a care service of its host')
const code = `${careService.organisation}--${careService.id}`

let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub(connectionString)
})
afterAll(() => hub.close())

const get = (path: string) => fetch(`${hub.web.publicUrl}/open311/v2/${path}`)

function post(
  fields: Readonly<Record<string, string>>,
  format = 'json',
  headers: Readonly<Record<string, string>> = {},
) {
  return fetch(`${hub.web.publicUrl}/open311/v2/requests.${format}`, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
}

const rowsSchema = z.array(z.record(z.string(), z.unknown()))
const rowsIn = async (response: Response) => rowsSchema.parse(await response.json())
const createdSchema = z.tuple([z.object({ service_request_id: z.string(), service_notice: z.string() })])
async function idIn(response: Response): Promise<Reference> {
  const [{ service_request_id: id }] = createdSchema.parse(await response.json())
  const reference = readReference(id)
  if (reference === null) throw new Error(`${id} is no reference`)
  return reference
}
const definitionSchema = z.object({
  service_code: z.string(),
  attributes: z.array(z.object({ code: z.string(), values: z.array(z.record(z.string(), z.string())) })),
})
const words = 'The heating broke 🥶 and my secret words are here.'

describe('the services', () => {
  test('are the directory’s, in JSON and in XML', async () => {
    const services = await rowsIn(await get('services.json'))
    expect(services).toHaveLength(
      exampleDirectory.organisations.length + exampleDirectory.careServices.length + 1,
    )
    expect(services.find((each) => each['service_code'] === code)).toMatchObject({
      metadata: true,
      type: 'realtime',
    })
    const xml = await get('services.xml')
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(await xml.text()).toContain(`<service><service_code>${code}</service_code>`)
  })

  test('have a few questions each, in the language asked for', async () => {
    const definition = definitionSchema.parse(await (await get(`services/${code}.json?lang=cy`)).json())
    expect(definition.service_code).toBe(code)
    expect(definition.attributes.map((each) => each.code)).toEqual([
      ...['kind', 'happened_on', 'wanted_outcome', 'contact_by', 'needs'],
    ])
    expect(definition.attributes[0]?.values).toContainEqual({ key: 'complaint', name: 'Cwyn' })
    expect(await (await get(`services/${code}.xml`)).text()).toContain('<value><key>complaint</key>')
  })

  test('that do not exist are not found', async () => {
    for (const unknown of ['potholes', `${code}x`, 'example--', '%3Cb%3E']) {
      const response = await get(`services/${unknown}.xml`)
      expect(response.status).toBe(404)
      expect(await response.text()).toMatch(/<errors><error><code>404<\/code><description>/)
    }
  })
})

describe('a request', () => {
  test('becomes a case about that service, and its way can be followed without a word of it', async () => {
    const response = await post({ service_code: code, description: words, 'attribute[kind]': 'complaint' })
    expect(response.status).toBe(200)
    const id = await idIn(response)
    await vi.waitFor(
      async () => {
        const [row] = await rowsIn(await get(`requests/${id}.json`))
        expect(row).toMatchObject({
          service_request_id: id,
          status: 'open',
          status_notes: 'A team is working on it.',
        })
      },
      { timeout: 15_000, interval: 500 },
    )
    const [found] = await hub.base.connection.db
      .selectFrom('cases')
      .innerJoin('submissions', 'submissions.case', 'cases.id')
      .select(['cases.kind', 'submissions.content'])
      .where('cases.channel', '=', 'open311')
      .execute()
    expect(found).toMatchObject({
      kind: 'complaint',
      content: { text: words, about: { careService: careService.id } },
    })
    const followed = await (await get(`requests/${id}.xml`)).text()
    expect(followed).toContain(`<service_requests><request><service_request_id>${id}</service_request_id>`)
    expect(followed).not.toMatch(/secret words/)
    expect(followed).toContain('<service_name/>')
  })

  test('about a service that the directory does not know any more is answered 404, and nothing is kept', async () => {
    const count = async () =>
      (await hub.base.connection.db.selectFrom('deliveries').select('id').execute()).length
    const before = await count()
    const host = careService.organisation
    for (const gone of [`${host}--closed-ward`, 'closed-trust', `closed-trust--${careService.id}`]) {
      const json = await post({ service_code: gone, description: words })
      expect(json.status).toBe(404)
      expect(await json.json()).toEqual([
        {
          code: 404,
          description: 'There is no such service. Choose a service_code from the list of services.',
        },
      ])
      const xml = await post({ service_code: gone, description: words }, 'xml')
      expect([xml.status, await xml.text()]).toEqual([
        404,
        expect.stringContaining('<errors><error><code>404<'),
      ])
    }
    expect(await count()).toBe(before)
  })

  test('without a key or with a foreign one is in no list; with our own, it is, still without words', async () => {
    const id = await idIn(await post({ service_code: code, description: words }))
    expect(await rowsIn(await get('requests.json'))).toEqual([])
    expect((await get('requests.json?api_key=wrong')).status).toBe(403)
    const key = await hub.key('cases:read')
    const listed = await (await get(`requests.json?api_key=${key}`)).text()
    expect(listed).toContain(id)
    expect(listed).not.toMatch(/secret words/)
    expect(await rowsIn(await get(`requests.json?api_key=${key}&status=closed`))).toEqual([])
    expect((await get(`requests.xml?api_key=${key}&start_date=soon`)).status).toBe(400)
  })

  test('that came another way is not found here', async () => {
    const response = await fetch(`${hub.web.publicUrl}/api/v1/feedback`, {
      method: 'POST',
      body: JSON.stringify({ text: words }),
      headers: { 'content-type': 'application/json' },
    })
    const { reference } = z.object({ reference: z.string() }).parse(await response.json())
    for (const id of [reference, 'FB-0000-0000-0', 'nothing']) {
      const answer = await get(`requests/${id}.json`)
      expect(answer.status).toBe(404)
      expect(await rowsIn(answer)).toMatchObject([{ code: 404 }])
    }
  })

  test('sent twice with the same key of its own is one', async () => {
    const send = async () =>
      idIn(await post({ service_code: 'not-sure', description: words }, 'json', { 'idempotency-key': 'one' }))
    expect(await send()).toBe(await send())
  })

  test('may bring its API key in the form, which is never stored', async () => {
    const key = await hub.key('feedback:write')
    const id = await idIn(await post({ api_key: key, service_code: code, description: words }))
    const { envelope, connection } = hub.base
    const row = await connection.db
      .selectFrom('deliveries')
      .select('sealed')
      .where('reference', '=', id)
      .executeTakeFirstOrThrow()
    const stored = envelope.open(row.sealed).toString('utf8')
    expect(stored).toContain('service_code')
    expect(stored).toContain('api-key-id')
    expect(stored).not.toContain(key)
  })

  test.each([
    ['a wrong key', { api_key: 'wrong', service_code: 'not-sure', description: 'x' }, 403],
    ['no words', { service_code: 'not-sure', description: ' ' }, 400],
    ['no service', { description: 'x' }, 400],
    ['a service with markup', { service_code: '<b>', description: 'x' }, 404],
    [
      'a date that is none',
      { service_code: 'not-sure', description: 'x', 'attribute[happened_on]': 'last week' },
      400,
    ],
  ])('with %s is refused in GeoReport’s own words, and nothing is stored', async (_, fields, status) => {
    const before = await countDeliveries()
    const xml = await post(fields, 'xml')
    expect(xml.status).toBe(status)
    expect(await xml.text()).toContain(`<errors><error><code>${status}</code><description>`)
    const json = await post(fields)
    expect(await rowsIn(json)).toMatchObject([{ code: status }])
    expect(await countDeliveries()).toBe(before)
  })
})

async function countDeliveries(): Promise<number> {
  const rows = await hub.base.connection.db.selectFrom('deliveries').select('id').execute()
  return rows.length
}
