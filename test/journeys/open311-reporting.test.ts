/** What GeoReport v2 promises of POST Service Request, and pictures in a form in parts, held against a running hub. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCivicApp, idOf, rowsOf } from '../support/civic-app.ts'
import { testDatabase } from '../support/database.ts'
import { startTestHub, type TestHub } from '../support/hub.ts'

const { connectionString } = await testDatabase()
let hub: TestHub
let key: string
beforeAll(async () => {
  hub = await startTestHub(connectionString)
  key = await hub.key('feedback:write')
})
afterAll(() => hub.close())

const { at, post, report, routed } = createCivicApp(() => hub)

describe('POST Service Request', () => {
  test('answers with the request’s id, never with a token, and an account_id that is empty', async () => {
    const body = new URLSearchParams({ service_code: 'not-sure', description: 'x', account_id: '123456' })
    const xml = await (await post(body, 'xml')).text()
    expect(xml).toMatch(
      /<service_requests><request><service_request_id>FB-[^<]+<\/service_request_id><service_notice>[^<]+<\/service_notice><account_id\/><\/request><\/service_requests>/,
    )
    expect(xml).not.toContain('token')
  })

  test('takes every field that the standard names, and passes over what it does not use', async () => {
    const id = await report({
      ...{ jurisdiction_id: 'city.example', lat: '51.48', long: '-3.18', address_id: '545483' },
      ...{ address_string: 'Oak Ward', email: 'ann@people.example', device_id: 'tt222111', account_id: '1' },
      ...{ first_name: 'Ann', last_name: 'Example', phone: '01632 960001', media_url: '' },
    })
    const { content } = await routed(id)
    expect(content).toMatchObject({
      person: { name: 'Ann Example', email: 'ann@people.example', phone: '01632 960001' },
      about: { place: 'Oak Ward' },
      remarks: [],
    })
  })

  test('keeps an argument that is empty for one that was left out', async () => {
    const id = await report({ email: '', phone: '', 'attribute[kind]': '', 'attribute[happened_on]': '' })
    expect((await routed(id)).content).toMatchObject({
      person: { email: null, phone: null },
      kindChosen: null,
    })
  })

  test('keeps each media_url as a text for staff', async () => {
    const body = new URLSearchParams({ service_code: 'not-sure', description: 'x' })
    body.append('media_url', 'https://pictures.example/1.jpg')
    body.append('media_url', 'https://pictures.example/2.jpg')
    const answer = await post(body)
    const id = await idOf(answer)
    const { content } = await routed(id)
    expect(content.remarks.map(({ params }) => params?.['url'])).toEqual([
      'https://pictures.example/1.jpg',
      'https://pictures.example/2.jpg',
    ])
  })

  test('takes pictures in a form in parts, byte for byte, and its key is not stored', async () => {
    const picture = Buffer.from(Array.from({ length: 3_000 }, (_, at) => (at * 7) % 256))
    const form = new FormData()
    form.append('api_key', key)
    form.append('service_code', 'not-sure')
    form.append('description', 'Nobody came 🥶')
    form.append('media', new File([picture], 'Oak Ward.bin', { type: 'image/jpeg' }))
    form.append('media', new File([], 'empty.jpg'))
    const answer = await post(form)
    expect(answer.status).toBe(200)
    const id = await idOf(answer)
    const { content, sealed } = await routed(id)
    expect(content).toMatchObject({
      text: 'Nobody came 🥶',
      attachments: [{ name: 'Oak Ward.bin', contentType: 'image/jpeg', size: 3_000 }],
    })
    const stored = hub.base.envelope.open(sealed)
    expect(stored.includes('api-key-id')).toBe(true)
    expect(stored.includes(key)).toBe(false)
    expect(stored.includes(Buffer.from(key).toString('base64').slice(0, 20))).toBe(false)
  })

  test.each(['application/json', 'text/plain'])('refuses %s with 400', async (type) => {
    const answer = await fetch(at('v2/requests.json'), {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': type },
    })
    expect(answer.status).toBe(400)
    expect(await rowsOf(answer)).toMatchObject([{ code: 400 }])
  })

  test.each([
    ['a wrong key', { api_key: 'wrong', service_code: 'not-sure', description: 'x' }, 403],
    ['no such service', { service_code: '???', description: 'x' }, 404],
    ['no service', { description: 'x' }, 400],
    ['two things wrong', { service_code: '', description: '' }, 400],
  ])('refuses %s in parts as in a plain form', async (_, fields, status) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const answer = await post(form)
    expect(answer.status).toBe(status)
    const plain = await post(new URLSearchParams(fields))
    expect(await rowsOf(answer)).toEqual(await rowsOf(plain))
  })

  test('refuses more pictures than it takes, and says how many', async () => {
    const form = new FormData()
    form.append('service_code', 'not-sure')
    form.append('description', 'x')
    for (let at = 0; at < 6; at++) form.append('media', new File(['x'], `${at}.jpg`))
    const answer = await post(form)
    expect(answer.status).toBe(400)
    expect(JSON.stringify(await answer.json())).toContain('5 pictures')
  })
})
