/** A hub with a telephone line: Twilio's posts signed as Twilio signs them, and a Twilio that hands out recordings. */
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, vi } from 'vitest'
import { testDatabase } from './database.ts'
import { startTestHub } from './hub.ts'

const authToken = 'made-up'
const sound = Buffer.from('made-up sound of a voice')
export const patience = { timeout: 40_000, interval: 50 }
export const caller = '+447700900123'

type Fields = Readonly<Record<string, string>>

export async function openLine() {
  const askedWith: string[] = []
  const twilio = createServer((request, response) => {
    askedWith.push(request.headers.authorization ?? '')
    const isHidden = request.url?.includes('CAhidden') === true
    const told = JSON.stringify({ from: isHidden ? '+266696687' : caller })
    response.end(request.url?.endsWith('.json') === true ? told : sound)
  })
  twilio.listen(0, '127.0.0.1')
  await once(twilio, 'listening')
  const at = twilio.address()
  const api = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
  const { connectionString } = await testDatabase()
  const hub = await startTestHub(connectionString, {
    environment: {
      TWILIO_ACCOUNT_SID: 'ACexample',
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_NUMBER: '+441632960001',
      TWILIO_API_URL: api,
    },
  })
  const { db } = hub.base.connection

  /** `path` is one of the line's own, or the whole address that an answer of ours named. */
  const post = (path: string, fields: Fields, secret = authToken): Promise<Response> => {
    const url = path.startsWith('http') ? path : `${hub.web.publicUrl}/channels/phone/twilio/${path}`
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

  const callOf = (id: string) => ({
    CallSid: `CA${id}`,
    From: id.startsWith('hidden') ? '+266696687' : caller,
    To: '+441632960001',
  })
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

  /** All that belongs to one call, once so many of it are routed. */
  const submissionsOf = (call: string, count: number) =>
    vi.waitFor(async () => {
      const rows = await db
        .selectFrom('submissions')
        .select(['case', 'content', 'matched', 'state'])
        .execute()
      const found = rows.filter(({ content }) => content.thread.messageId === call)
      expect(found.filter(({ state }) => state === 'routed')).toHaveLength(count)
      return found
    }, patience)

  return {
    hub,
    db,
    askedWith,
    basic: `Basic ${Buffer.from(`ACexample:${authToken}`).toString('base64')}`,
    post,
    callOf,
    recordingOf,
    transcriptionOf,
    submissionsOf,
    close: async (): Promise<void> => {
      await hub.close()
      twilio.close()
    },
  }
}
