/** What a civic app posts becomes a submission: the words, the person, the service and the place. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createOpen311 } from '../../../channels/open311/open311.ts'
import type { Delivery } from '../../../channels/channel.ts'

const channel = createOpen311()
type Fields = Readonly<Record<string, string>>

function deliveryOf(fields: Fields, envelope: Fields = {}): Delivery {
  return {
    channel: 'open311',
    door: 'open311-json',
    key: '',
    reference: '',
    raw: Buffer.from(new URLSearchParams(fields).toString()),
    contentType: 'application/x-www-form-urlencoded',
    envelope,
    peer: null,
    receivedAt: '2026-11-16T09:30:00.000Z',
  }
}

const fields: Fields = {
  service_code: 'example-trust--example-ward',
  description: 'Roedd hi’n oer 🥶 & nobody came.\r\nTwice.',
}

describe('a request', () => {
  test('carries over what the app asked', async () => {
    const given = {
      ...{ first_name: 'Ann', last_name: 'Example', email: 'ann@people.example', phone: '01632 960001' },
      ...{ lat: '51.48', long: '-3.18', media_url: 'https://pictures.example/1.jpg' },
      ...{ 'attribute[kind]': 'complaint', 'attribute[happened_on]': '2026-07-01T23:30:00Z' },
      ...{
        'attribute[contact_by]': 'email',
        'attribute[wanted_outcome]': 'Heating',
        'attribute[needs]': 'Large print',
      },
    }
    expect(await channel.read(deliveryOf({ ...fields, ...given }), new Map())).toMatchObject({
      outcome: 'submission',
      submission: {
        channel: 'open311',
        text: 'Roedd hi’n oer 🥶 & nobody came.\nTwice.',
        kindChosen: 'complaint',
        wantedOutcome: 'Heating',
        person: { name: 'Ann Example', email: 'ann@people.example', phone: '01632 960001' },
        about: {
          organisation: 'example-trust',
          careService: 'example-ward',
          place: '51.48, -3.18',
          happenedOn: '2026-07-02',
        },
        preferences: { contactBy: 'email', needs: 'Large print' },
        remarks: [{ key: 'open311:remark.media', params: { url: 'https://pictures.example/1.jpg' } }],
      },
    })
    expect(channel.wants(deliveryOf({ ...fields, ...given }))).toEqual([])
  })

  test.each([
    ['an organisation', 'example-trust', { organisation: 'example-trust', careService: null }],
    ['nobody in particular', 'not-sure', { organisation: null, careService: null }],
  ])('may be about %s', async (_, service_code, about) => {
    const reading = await channel.read(deliveryOf({ ...fields, service_code }), new Map())
    expect(reading).toMatchObject({ submission: { about } })
  })

  test('with an address says the address, not the point', async () => {
    const place = { lat: '51.48', long: '-3.18', address_string: 'Example Street' }
    const reading = await channel.read(deliveryOf({ ...fields, ...place }), new Map())
    expect(reading).toMatchObject({ submission: { about: { place: 'Example Street' } } })
  })

  test('is the same with the same Idempotency-Key of the same sender only', () => {
    const keyOf = (envelope: Fields) => channel.keyOf(deliveryOf(fields, envelope))
    const first = keyOf({ 'idempotency-key': 'a', 'api-key-id': '1', 'arrival-id': 'x' })
    expect(keyOf({ 'idempotency-key': 'a', 'api-key-id': '1', 'arrival-id': 'y' })).toBe(first)
    expect(keyOf({ 'idempotency-key': 'a', 'api-key-id': '2', 'arrival-id': 'x' })).not.toBe(first)
    expect(keyOf({ 'arrival-id': 'x' })).not.toBe(keyOf({ 'arrival-id': 'y' }))
  })

  test('of any bytes is read or is not, and never crashes', async () => {
    const name = fc.constantFrom(
      'service_code',
      'description',
      'lat',
      'long',
      'attribute[happened_on]',
      'email',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, fc.string({ unit: 'binary' })),
        fc.uint8Array(),
        async (form, raw) => {
          for (const delivery of [deliveryOf(form), { ...deliveryOf({}), raw }]) {
            expect(['submission', 'unreadable']).toContain((await channel.read(delivery, new Map())).outcome)
          }
        },
      ),
    )
  })
})
