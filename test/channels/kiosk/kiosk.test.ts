/** What a kiosk sends becomes a submission: the words, the voice, the place, and how to reach the person. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Arrival, HttpDoor } from '../../../channels/channel.ts'
import { createKiosk } from '../../../channels/kiosk/kiosk.ts'

const channel = createKiosk()
const json = 'application/json'
const form = 'application/x-www-form-urlencoded'
const id = '7d9f3c1e-3b1a-4c55-9d1e-2f6a1b8c9d0e'
const given = { id, language: 'cy', text: 'Roedd y te’n oer ☕ eto.' } as const

const envelope = {
  'kiosk-id': 'kiosk-1',
  'kiosk-name': 'Lobby',
  'kiosk-place': 'Main entrance',
  'kiosk-organisation': 'example-trust',
  'kiosk-care-service': 'example-ward',
}

function arrivalOf(document: object | string, contentType = json, more: Partial<Arrival> = {}): Arrival {
  return {
    door: 'kiosk',
    raw: Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)),
    contentType,
    envelope,
    peer: null,
    receivedAt: '2026-11-16T09:30:00.000Z',
    ...more,
  }
}

const read = (arrival: Arrival) =>
  channel.read({ ...arrival, channel: 'kiosk', key: channel.keyOf(arrival), reference: '' }, new Map())

async function submissionIn(arrival: Arrival) {
  const reading = await read(arrival)
  if (reading.outcome !== 'submission') throw new Error(`It was read as ${JSON.stringify(reading)}`)
  return { ...reading.submission, files: reading.files }
}

function door(): HttpDoor {
  const [only] = channel.doors
  if (only?.opens !== 'http') throw new Error('The kiosk has one http door')
  return only
}

const statusOf = async (document: object | string, contentType = json) =>
  (await door().refuse(arrivalOf(document, contentType)))?.status ?? null

const recording = (content: Buffer) => ({
  contentType: 'audio/webm;codecs=opus',
  content: content.toString('base64'),
})

describe('what was told at a kiosk', () => {
  test('says in whose words, from which place and about what', async () => {
    const submission = await submissionIn(
      arrivalOf({
        ...given,
        kind: 'complaint',
        here: 'yes',
        contactBy: 'email',
        email: ' a@people.example ',
      }),
    )
    expect(submission).toMatchObject({
      channel: 'kiosk',
      text: given.text,
      language: 'cy',
      kindChosen: 'complaint',
      about: { organisation: 'example-trust', careService: 'example-ward', place: 'Main entrance' },
      person: { email: 'a@people.example', phone: null },
      preferences: { contactBy: 'email' },
      remarks: [{ key: 'kiosk:remark.from', params: { name: 'Lobby', place: 'Main entrance' } }],
    })
  })

  test.each([
    ['yes', 'example-trust', 'Main entrance'],
    ['unsure', null, 'Main entrance'],
    ['no', null, null],
    [null, null, 'Main entrance'],
  ])('about this place: %s', async (here, organisation, place) => {
    expect((await submissionIn(arrivalOf({ ...given, here }))).about).toMatchObject({ organisation, place })
  })

  test.each([
    [{ contactBy: 'none', email: 'a@people.example' }, 'none', null, null],
    [
      { contactBy: 'email', email: 'a@people.example', phone: '01632 960001' },
      'email',
      'a@people.example',
      null,
    ],
    [{ contactBy: 'phone', email: 'a@people.example', phone: '01632 960001' }, 'phone', null, '01632 960001'],
    [{ contactBy: 'email', email: ' ' }, 'none', null, null],
    [{ email: 'a@people.example' }, 'email', 'a@people.example', null],
    [{ phone: '01632 960001' }, 'phone', null, '01632 960001'],
    [{}, 'none', null, null],
  ])('%j is answered by %s', async (answers, contactBy, email, phone) => {
    const submission = await submissionIn(arrivalOf({ ...given, ...answers }))
    expect(submission.preferences.contactBy).toBe(contactBy)
    expect(submission.person).toMatchObject({ email, phone })
  })

  test('says so when it had to wait for the network', async () => {
    const keysAt = async (writtenAt: string) =>
      (await submissionIn(arrivalOf({ ...given, writtenAt }))).remarks.map(({ key }) => key)
    expect(await keysAt('2026-11-16T09:26:00.000Z')).toEqual(['kiosk:remark.from'])
    expect(await keysAt('2026-11-15T20:00:00.000Z')).toEqual(['kiosk:remark.from', 'kiosk:remark.keptBack'])
    // A clock that runs ahead says nothing.
    expect(await keysAt('2027-01-01T00:00:00.000Z')).toEqual(['kiosk:remark.from'])
  })

  test('keeps any recording byte for byte, and asks staff to listen where there are no words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const recordings = [recording(Buffer.from(bytes))]
        const submission = await submissionIn(
          arrivalOf({ ...given, text: '', agreedToRecording: true, recordings }),
        )
        expect(submission.files.map(({ content }) => [...content])).toEqual([[...bytes]])
        expect(submission.spoken).toBe(true)
        expect(submission.attachments).toMatchObject([
          { name: 'audio-message-1.webm', size: bytes.length, sha256: submission.files[0]?.sha256 },
        ])
        expect(submission.remarks.map(({ key }) => key)).toContain('kiosk:remark.listen')
      }),
    )
  })

  test('is written, not said, where words were typed beside the recording', async () => {
    const recordings = [recording(Buffer.from('a'))]
    const submission = await submissionIn(arrivalOf({ ...given, agreedToRecording: true, recordings }))
    expect(submission.spoken).toBeUndefined()
  })

  test('is the same from a plain form as from a script', async () => {
    const answers = { ...given, kind: 'compliment', here: 'yes', contactBy: 'phone', phone: '01632 960001' }
    const fields = new URLSearchParams({ ...answers, email: '', name: '' }).toString()
    expect(await submissionIn(arrivalOf(fields, form))).toEqual(await submissionIn(arrivalOf(answers)))
  })

  test('is nothing to route when only characters were written that nobody can store', async () => {
    expect(await read(arrivalOf({ ...given, text: '\u0000' }))).toMatchObject({ why: 'empty' })
  })
})

describe('the door', () => {
  test.each([
    ['no JSON', '{"id":', 400],
    ['no words and no recording', { ...given, text: ' ' }, 422],
    ['an id that is none', { ...given, id: '1' }, 422],
    ['an answer that it does not know', { ...given, mood: 'good' }, 422],
    ['a recording to which nobody agreed', { ...given, recordings: [recording(Buffer.from('a'))] }, 422],
    [
      'a recording that is no recording',
      { ...given, agreedToRecording: true, recordings: [{ contentType: 'text/html', content: 'YQ==' }] },
      422,
    ],
    [
      'a recording that is not base64',
      { ...given, agreedToRecording: true, recordings: [{ contentType: 'audio/webm', content: 'a b' }] },
      422,
    ],
  ])('refuses %s', async (_, document, status) => {
    expect(await statusOf(document)).toBe(status)
  })

  test('takes what a kiosk sends', async () => {
    expect(await statusOf(given)).toBeNull()
    expect(await statusOf(new URLSearchParams(given).toString(), `${form}; charset=UTF-8`)).toBeNull()
  })

  test('knows the same id again, of the same kiosk only', () => {
    const key = channel.keyOf(arrivalOf(given))
    expect(channel.keyOf(arrivalOf({ ...given, text: 'Other words' }))).toBe(key)
    expect(channel.keyOf(arrivalOf({ ...given, id: '0f9f3c1e-3b1a-4c55-9d1e-2f6a1b8c9d0e' }))).not.toBe(key)
    expect(channel.keyOf(arrivalOf(given, json, { envelope: { ...envelope, 'kiosk-id': '2' } }))).not.toBe(
      key,
    )
  })

  test('shows a page to a browser without scripts, and none to a script', () => {
    const receipt = { reference: 'FB-7K3M-9QX2-T', again: false }
    expect(door().show?.({ receipt }, json)).toBeNull()
    expect(door().show?.({ receipt }, form)).toMatchObject({ template: 'kiosk/sent.njk' })
    expect([401, 422, 503].map((status) => door().show?.({ status }, form)?.context)).toEqual([
      { problem: 'off' },
      { problem: 'empty' },
      { problem: 'later' },
    ])
  })
})
