/** The line over real HTTP: what callers hear, what is kept of a call, and that nobody else can ring in. */
import { once } from 'node:events'
import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPhone } from '../../../channels/phone/phone.ts'
import { mountHttpDoors } from '../../../services/intake/http-doors.ts'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { mintReference } from '../../../shared/reference.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import {
  callFields,
  phone,
  publicUrl,
  recordedPath,
  recordingFields,
  recordingPath,
  signatureOf,
  transcriptionFields,
  transcriptionPath,
  voicePath,
  type Fields,
} from './calls.ts'

const stored = new Map<string, string>()
/** Of each delivery its own, as at the real door. */
const references = [3, 9].map((byte) => mintReference(new Uint8Array([byte, 6, 5, 4, 3])))
const spelt = Array.from((references[0] ?? '').replaceAll('-', '')).join(', ')
const app = express().use(
  mountHttpDoors([phone], {
    accept: (channel, arrival) => {
      const key = channel.keyOf(arrival)
      const again = stored.has(key)
      stored.set(key, arrival.door)
      const place = [...stored.keys()].indexOf(key)
      return Promise.resolve({ reference: references[place] ?? mintReference(new Uint8Array(5)), again })
    },
    words: loadWords(),
    directory: { current: () => exampleDirectory },
    now: () => new Date('2026-11-16T02:30:00Z'),
    visitors: { exceededBy: () => Promise.resolve(null) },
    findCaller: () => Promise.resolve(null),
    publicUrl: 'https://hub.example',
    findKiosk: () => Promise.resolve(null),
    show: () => undefined,
    complain: () => undefined,
  }),
)
const server = app.listen(0, '127.0.0.1')
let address = ''
beforeAll(async () => {
  if (!server.listening) await once(server, 'listening')
  const at = server.address()
  address = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
})
beforeEach(() => stored.clear())
afterAll(() => server.close())

function post(fields: Fields, path: string, signature = signatureOf(fields, path)): Promise<Response> {
  return fetch(address + path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
  })
}

async function heard(fields: Fields, path: string): Promise<string> {
  const response = await post(fields, path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^text\/xml/)
  return response.text()
}

/** Where the answer sends Twilio, as a path on this server. */
function addressIn(twiml: string, attribute: string): string {
  const [, found = ''] = new RegExp(`${attribute}="([^"]+)"`).exec(twiml) ?? []
  const url = found.replaceAll('&amp;', '&')
  expect(url).toMatch(new RegExp(`^${publicUrl}/channels/phone/twilio/`))
  return url.slice(publicUrl.length)
}

describe('a caller', () => {
  test('is offered both languages, each in its own voice, and nothing is stored yet', async () => {
    const twiml = await heard(callFields, voicePath)
    expect(twiml).toMatch(/voice="Polly\.Amy" language="en-GB">[^<]*For English, press 1/)
    expect(twiml).toMatch(/voice="Polly\.Gwyneth" language="cy-GB">[^<]*I siarad Cymraeg, pwyswch 2/)
    expect(stored.size).toBe(0)
  })

  test.each([
    ['2', 'Mae’r alwad hon yn cael ei recordio', 'cy'],
    ['1', 'This call is recorded, so that', 'en'],
    ['', 'This call is recorded, so that', 'en'],
  ])(
    'who presses %j hears that it is recorded, and for what, and leaves a message',
    async (Digits, words, language) => {
      const menu = addressIn(await heard(callFields, voicePath), 'action')
      const twiml = await heard({ ...callFields, Digits }, menu)
      expect(twiml).toContain(words)
      expect(twiml).toContain('<Record ')
      expect(twiml).toContain('999')
      expect(
        new URL(addressIn(twiml, 'recordingStatusCallback'), publicUrl).searchParams.get('language'),
      ).toBe(language)
      expect(stored.size).toBe(0)
    },
  )

  test('who speaks Welsh is not written down by a machine that knows only English', async () => {
    const path = `${voicePath}?step=message&language=`
    expect(await heard(callFields, `${path}cy`)).not.toContain('transcribe')
    expect(await heard(callFields, `${path}en`)).toContain('transcribe="true"')
  })

  test('who left a message hears the reference, and the recording told again is the same', async () => {
    const twiml = await heard({ ...callFields, ...recordingFields }, recordedPath)
    expect(twiml).toContain(spelt)
    expect((await post(recordingFields, recordingPath)).status).toBe(204)
    expect([...stored]).toEqual([['recording:RE0001', 'phone-recording']])
  })

  test('who wants to be rung back is noted at once, and may still leave a message', async () => {
    const choice = `${voicePath}?step=choice&language=en&to=%2B441632960001`
    const twiml = await heard({ ...callFields, Digits: '3' }, choice)
    expect(twiml).toContain('Someone will call you back')
    expect(addressIn(twiml, 'action')).toContain('callback=yes')
    await heard({ ...callFields, Digits: '3' }, choice)
    expect([...stored.keys()]).toEqual(['call-back:CA0123456789abcdef'])
  })

  test('whose number is hidden is asked to say it', async () => {
    const hidden = { ...callFields, From: '+266696687', Digits: '3' }
    expect(await heard(hidden, `${voicePath}?step=choice&language=en`)).toContain('We cannot see your number')
  })

  test('who was promised a call and then says nothing is told that the promise stands, or that no number is known', async () => {
    const promised = recordedPath.replace('to=', 'callback=yes&to=')
    expect(await heard(callFields, promised)).toMatch(/Someone will call you back.*<Hangup/)
    const hidden = { ...callFields, From: '+266696687' }
    expect(await heard(hidden, promised)).toContain('We did not hear a number')
    const choice = `${voicePath}?step=choice&language=en`
    expect(await heard({ ...callFields, Digits: '3' }, choice)).toMatch(/<Record.*Someone will call you back/)
    expect(await heard({ ...hidden, Digits: '3' }, choice)).toMatch(/<Record.*We did not hear a number/)
  })

  test.each([
    ['en', 'press 3 now', 'Someone will call you back', 'We cannot see your number', 'Goodbye'],
    ['cy', 'pwyswch 3 nawr', 'Bydd rhywun yn eich ffonio’n ôl', 'Ni allwn weld eich rhif', 'Hwyl fawr'],
  ])(
    'who decides only after the message (%s) may still ask to be rung back',
    async (language, key, promise, hidden, goodbye) => {
      const recorded = recordedPath.replace('language=en', `language=${language}`)
      const twiml = await heard({ ...callFields, ...recordingFields }, recorded)
      expect(twiml).toContain(key)
      const after = addressIn(twiml, 'action')
      const other = await heard({ ...callFields, Digits: '9' }, after)
      expect([other.includes(goodbye), other.includes(promise)]).toEqual([true, false])
      expect([...stored.keys()]).toEqual(['recording:RE0001'])
      const stands = await heard({ ...callFields, Digits: '3' }, after)
      expect([stands.includes(promise), stands.includes('<Record ')]).toEqual([true, false])
      expect(await heard({ ...callFields, Digits: '3' }, after)).toBe(stands)
      const unseen = await heard({ ...callFields, From: '+266696687', Digits: '3' }, after)
      expect([unseen.includes(hidden), unseen.includes('<Record ')]).toEqual([true, true])
      expect([...stored.keys()]).toEqual(['recording:RE0001', 'call-back:CA0123456789abcdef'])
    },
  )

  test('who hides their number and asks only after the message hears the same reference again', async () => {
    const hidden = { ...callFields, From: '+266696687' }
    const thanks = await heard({ ...hidden, ...recordingFields }, recordedPath)
    const told = /Your reference is ([A-Z0-9, ]+)\./.exec(thanks)?.[1] ?? 'none'
    const asked = await heard({ ...hidden, Digits: '3' }, addressIn(thanks, 'action'))
    expect(asked).toContain(`Your reference is ${told}.`)
  })

  test('who was told a reference with the promise hears no second one, and is not asked again', async () => {
    const choice = `${voicePath}?step=choice&language=en&to=%2B441632960001`
    const promise = await heard({ ...callFields, Digits: '3' }, choice)
    expect(promise).toContain(spelt)
    const thanks = await heard({ ...callFields, ...recordingFields }, addressIn(promise, 'action'))
    expect(thanks).toContain('We have your message')
    expect(thanks).not.toMatch(/F, B|press 3/)
  })

  test('who presses another key goes on to the tone', async () => {
    expect(await heard({ ...callFields, Digits: '9' }, `${voicePath}?step=choice&language=en`)).toContain(
      '<Record ',
    )
    expect(stored.size).toBe(0)
  })

  test('who says nothing is told so, and nothing is stored', async () => {
    expect(await heard(callFields, recordedPath)).toContain('We did not hear anything')
    const ofNoLength = { ...callFields, ...recordingFields, RecordingDuration: '0' }
    expect(await heard(ofNoLength, recordedPath)).toContain('We did not hear anything')
    expect((await post({ ...recordingFields, RecordingStatus: 'absent' }, recordingPath)).status).toBe(204)
    expect(stored.size).toBe(0)
  })
})

describe('whoever is not Twilio', () => {
  test.each([
    ['the call', callFields, recordedPath],
    ['the recording', recordingFields, recordingPath],
    ['the transcription', transcriptionFields, transcriptionPath],
  ])('cannot forge %s', async (_, fields, path) => {
    const ofOtherPath = signatureOf(fields, voicePath)
    const ofOtherHost = signatureOf(fields, path, 'https://elsewhere.example')
    for (const signature of ['', 'forged', ofOtherPath, ofOtherHost]) {
      expect((await post(fields, path, signature)).status).toBe(403)
    }
    expect((await post({ ...fields, From: '+447700900999' }, path, signatureOf(fields, path))).status).toBe(
      403,
    )
    expect(stored.size).toBe(0)
    expect((await post(fields, path)).status).toBeLessThan(300)
  })

  test('finds no line where no account is set', () => {
    const doors = createPhone({ publicUrl, twilio: null }).doors.map((door) => door.name)
    expect(doors).toEqual(['phone-transcripts'])
  })
})
