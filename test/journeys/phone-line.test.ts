/** From Twilio's posts to one case: a message left at night, its sound fetched, its words joined to it. */
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '../support/database.ts'
import { startTestHub, type TestHub } from '../support/hub.ts'

const { connectionString } = await testDatabase()
const patience = { timeout: 15_000, interval: 50 }
const authToken = 'made-up'
const sound = Buffer.from('made-up sound of a voice')
const askedWith: string[] = []
const twilio = createServer((request, response) => {
  askedWith.push(request.headers.authorization ?? '')
  response.end(request.url?.endsWith('.json') === true ? '{"from":"+447700900123"}' : sound)
})

let hub: TestHub
let api = ''
beforeAll(async () => {
  twilio.listen(0, '127.0.0.1')
  await once(twilio, 'listening')
  const at = twilio.address()
  api = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
  hub = await startTestHub(connectionString, {
    environment: {
      TWILIO_ACCOUNT_SID: 'ACexample',
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_NUMBER: '+441632960001',
      TWILIO_API_URL: api,
    },
  })
})
afterAll(async () => {
  await hub.close()
  twilio.close()
})

function post(path: string, fields: Readonly<Record<string, string>>, secret = authToken): Promise<Response> {
  const url = `${hub.web.publicUrl}/channels/phone/twilio/${path}`
  const names = Object.keys(fields).toSorted()
  const signed = url + names.map((name) => name + (fields[name] ?? '')).join('')
  return fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', secret).update(signed).digest('base64'),
    },
  })
}

const callOf = (id: string) => ({ CallSid: `CA${id}`, From: '+447700900123', To: '+441632960001' })
const recordingOf = (id: string) => ({
  CallSid: `CA${id}`,
  RecordingSid: `RE${id}`,
  RecordingUrl: `${api}/2010-04-01/Accounts/ACexample/Recordings/RE${id}`,
  RecordingStatus: 'completed',
  RecordingDuration: '42',
})
const transcriptionOf = (id: string) => ({
  ...callOf(id),
  RecordingSid: `RE${id}`,
  TranscriptionSid: `TR${id}`,
  TranscriptionStatus: 'completed',
  TranscriptionText: 'My father was left on the floor all night and nobody came. I want to complain.',
})

async function submissionsOf(call: string, count: number) {
  return vi.waitFor(async () => {
    const rows = await hub.base.connection.db
      .selectFrom('submissions')
      .select(['case', 'content', 'matched', 'state'])
      .execute()
    const found = rows.filter(({ content }) => content.thread.messageId === call)
    expect(found.filter(({ state }) => state === 'routed')).toHaveLength(count)
    return found
  }, patience)
}

async function attachmentsOf(id: string): Promise<readonly string[]> {
  const rows = await hub.base.connection.db
    .selectFrom('attachments')
    .innerJoin('deliveries', 'deliveries.id', 'attachments.delivery')
    .select('attachments.name')
    .where('deliveries.key', '=', `recording:RE${id}`)
    .execute()
  return rows.map(({ name }) => name)
}

const recorded = 'voice?step=recorded&language=en&to=%2B441632960001'
const recording = 'recording?step=recorded&language=en&to=%2B441632960001'
const transcription = 'transcription?step=recorded&language=en&to=%2B441632960001'

test('a message left at night is one case with its sound, and its words when they come', async () => {
  const heard = await post(recorded, { ...callOf('1'), ...recordingOf('1') })
  expect(await heard.text()).toContain('Your reference is F, B, ')
  expect((await post(recording, recordingOf('1'))).status).toBe(204)
  await submissionsOf('CA1', 1)
  expect((await post(transcription, transcriptionOf('1'))).status).toBe(204)
  const both = await submissionsOf('CA1', 2)
  expect(new Set(both.map((row) => row.case)).size).toBe(1)
  expect(both.map(({ matched }) => matched)).toContainEqual({ how: 'references', sameSender: true })
  expect(await attachmentsOf('1')).toEqual(['message.mp3'])
  expect(new Set(askedWith)).toEqual(
    new Set([`Basic ${Buffer.from(`ACexample:${authToken}`).toString('base64')}`]),
  )
})

test('words, wish and recording that come all at once, the words first, are one case', async () => {
  await Promise.all([
    post(transcription, transcriptionOf('2')),
    post('voice?step=choice&language=en', { ...callOf('2'), Digits: '3' }),
    post(recording, recordingOf('2')),
  ])
  const all = await submissionsOf('CA2', 3)
  expect(new Set(all.map((row) => row.case)).size).toBe(1)
  expect(all.map(({ content }) => content.person.phone)).toEqual(Array(3).fill('+447700900123'))
})

test('a recording that is never written down is still a case', async () => {
  await post(recording, recordingOf('3'))
  const [only] = await submissionsOf('CA3', 1)
  expect(only?.case).not.toBeNull()
  expect(await attachmentsOf('3')).toEqual(['message.mp3'])
})

test('a forged post leaves nothing behind', async () => {
  expect((await post(recording, recordingOf('4'), 'another secret')).status).toBe(403)
  const left = await hub.base.connection.db
    .selectFrom('deliveries')
    .select('key')
    .where('key', 'like', '%RE4')
    .execute()
  expect(left).toEqual([])
})

test('a transcript with a key becomes a case in the words of the caller, and twice is once', async () => {
  const key = await hub.key('transcripts:write')
  const send = () =>
    fetch(`${hub.web.publicUrl}/channels/phone/transcripts`, {
      method: 'POST',
      body: 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Caller>The night staff were wonderful. Diolch 🙏\n',
      headers: { 'content-type': 'text/vtt', authorization: `Bearer ${key}` },
    })
  const first = await send()
  expect(first.status).toBe(202)
  const told = await first.text()
  expect(await (await send()).text()).toBe(told)
  const [submission] = await vi.waitFor(async () => {
    const rows = await hub.base.connection.db
      .selectFrom('submissions')
      .innerJoin('deliveries', 'deliveries.id', 'submissions.delivery')
      .innerJoin('cases', 'cases.id', 'submissions.case')
      .select(['content', 'cases.channel', 'cases.reference'])
      .where('deliveries.door', '=', 'phone-transcripts')
      .execute()
    expect(rows).toHaveLength(1)
    return rows
  }, patience)
  expect(submission?.content.text).toBe('The night staff were wonderful. Diolch 🙏')
  expect(submission?.channel).toBe('phone')
  expect(told).toContain(submission?.reference)
})

test.each([
  ['no key', 'text/vtt', 'WEBVTT', null, 401],
  ['another kind of key', 'text/vtt', 'WEBVTT', 'feedback:write', 403],
  ['a film', 'video/mp4', 'x', 'transcripts:write', 415],
  ['nothing', 'text/plain', '', 'transcripts:write', 400],
  ['JSON that is no transcript', 'application/json', '{"results":[]}', 'transcripts:write', 422],
] as const)('a transcript with %s is refused', async (_, type, body, scope, status) => {
  const key = scope === null ? null : await hub.key(scope)
  const response = await fetch(`${hub.web.publicUrl}/channels/phone/transcripts`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
  })
  expect(response.status).toBe(status)
})
