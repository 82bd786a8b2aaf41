/** From Twilio's posts to one case: a message left at night, its sound fetched, its words joined to it. */
import { afterAll, expect, test, vi } from 'vitest'
import { openLine, patience } from '../support/line.ts'

const line = await openLine()
const { hub, post, callOf, recordingOf, transcriptionOf, submissionsOf } = line
afterAll(line.close)

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
  expect(new Set(line.askedWith)).toEqual(new Set([line.basic]))
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
