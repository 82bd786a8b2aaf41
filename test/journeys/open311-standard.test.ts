/** What GeoReport v2 promises of each method that asks, held against a running hub, in JSON and in XML. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCivicApp, rowsOf } from '../support/civic-app.ts'
import { testDatabase } from '../support/database.ts'
import { startTestHub, type TestHub } from '../support/hub.ts'

const { connectionString } = await testDatabase()
let hub: TestHub
let key: string
beforeAll(async () => {
  hub = await startTestHub(connectionString)
  key = await hub.key('cases:read', 'feedback:write')
})
afterAll(() => hub.close())

const { at, report, rowsAt, routed } = createCivicApp(() => hub)

describe('encoding', () => {
  test.each(['services', 'requests'])(
    'of %s is UTF-8, said in the header and in the declaration',
    async (path) => {
      const json = await fetch(at(`v2/${path}.json`))
      expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
      const xml = await fetch(at(`v2/${path}.xml`))
      expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
      expect(await xml.text()).toMatch(
        /^<\?xml version="1\.0" encoding="utf-8"\?>\n<(?:services|service_requests)/,
      )
    },
  )
})

test('discovery names this endpoint, its specification and its formats', async () => {
  const json: unknown = await (await fetch(at('discovery.json'))).json()
  expect(json).toMatchObject({
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: at('v2'),
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  })
  expect(await (await fetch(at('discovery.xml'))).text()).toContain(
    '<formats><format>text/xml</format><format>application/json</format></formats></endpoint></endpoints>',
  )
})

describe('GET Service Requests', () => {
  const w3 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/
  const fieldNames = [
    ...['service_request_id', 'status', 'status_notes', 'service_name', 'service_code', 'description'],
    ...['agency_responsible', 'service_notice', 'requested_datetime', 'updated_datetime'],
    ...['expected_datetime', 'address', 'address_id', 'zipcode', 'lat', 'long', 'media_url'],
  ]

  test('show every field by its name, in both formats, with its times to the second', async () => {
    const id = await report()
    const [row] = await rowsAt(`v2/requests/${id}.json`)
    expect(Object.keys(row ?? {}).toSorted()).toEqual(fieldNames.toSorted())
    expect(row?.['requested_datetime']).toMatch(w3)
    expect(row?.['updated_datetime']).toMatch(w3)
    const xml = await (await fetch(at(`v2/requests/${id}.xml`))).text()
    const elements = [...xml.matchAll(/<(\w+)(?:\/>|>[^<])/g)].map(([, name]) => name)
    expect(elements.toSorted()).toEqual(fieldNames.toSorted())
  })

  test('say when something was last done about it, and not when somebody looked', async () => {
    const id = await report()
    const { id: about } = await routed(id)
    const { db } = hub.base.connection
    const entry = { actor_kind: 'staff' as const, actor: 'x', about_kind: 'case', about }
    await db
      .insertInto('audit_entries')
      .values({ ...entry, act: 'handoff.accept', at: new Date('2031-01-02T03:04:05Z') })
      .execute()
    await db
      .insertInto('audit_entries')
      .values({ ...entry, act: 'record.view', at: new Date('2032-01-01T00:00:00Z') })
      .execute()
    const [row] = await rowsAt(`v2/requests/${id}.json`)
    expect(row?.['updated_datetime']).toBe('2031-01-02T03:04:05Z')
  })

  test('named by their ids, several with commas, override every other argument', async () => {
    const ids = [await report(), await report()]
    const rows = await rowsAt(
      `v2/requests.json?service_request_id=${ids.join(',%20')}&status=closed&service_code=nothing&start_date=2001-01-01&end_date=2001-01-02`,
    )
    expect(rows.map((row) => row['service_request_id']).toSorted()).toEqual(ids.toSorted())
  })

  test('are narrowed down by status and service_code, several with commas', async () => {
    const id = await report()
    const { id: about } = await routed(id)
    await hub.base.connection.db
      .updateTable('cases')
      .set({ state: 'closed' })
      .where('id', '=', about)
      .execute()
    const listed = async (wishes: string) =>
      (await rowsAt(`v2/requests.json?api_key=${key}${wishes}`)).map((row) => row['service_request_id'])
    expect(await listed('&status=closed')).toContain(id)
    expect(await listed('&status=open')).not.toContain(id)
    expect(await listed('&status=open,closed')).toContain(id)
    expect(await listed('&status=lost')).toEqual([])
    expect(await listed('&service_code=potholes')).toEqual([])
  })

  test.each([
    ['start_date=2026-01-01T00:00:00Z&end_date=2026-05-01T00:00:00Z', 'more than 90 days'],
    ['start_date=01/05/2026', 'a date of another kind'],
    ['start_date=2026-05-01T00:00', 'a time of no zone'],
    ['end_date=soon', 'no date at all'],
  ])('asked for %s are refused: %s', async (wishes) => {
    const answer = await fetch(at(`v2/requests.json?api_key=${key}&${wishes}`))
    expect(answer.status).toBe(400)
    expect(await rowsOf(answer)).toMatchObject([{ code: 400 }])
  })

  test('understand a zone whose plus came as a blank, and either end alone', async () => {
    const id = await report()
    const listed = async (wishes: string) =>
      (await rowsAt(`v2/requests.json?api_key=${key}&${wishes}`)).map((row) => row['service_request_id'])
    const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19)
    expect(await listed(`start_date=${hour(0)}+01:00`)).toContain(id)
    expect(await listed(`end_date=${hour(1)}Z`)).toContain(id)
    expect(await listed(`start_date=${hour(1)}Z`)).not.toContain(id)
    expect(await listed('end_date=2020-01-01T00:00:00Z')).toEqual([])
  })

  test('that are not there are 404 in the shape of an error', async () => {
    const xml = await fetch(at('v2/requests/FB-0000-0000-0.xml'))
    expect(xml.status).toBe(404)
    expect(await xml.text()).toMatch(
      /<errors><error><code>404<\/code><description>[^<]+<\/description><\/error><\/errors>/,
    )
  })
})
