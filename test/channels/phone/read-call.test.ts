/** What becomes of a call: a case with the recording, its words when they come, and a person who listens where none do. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../../channels/channel.ts'
import type { EvidenceTools } from '../../../channels/evidence-tools.ts'
import {
  account,
  arrivalOf,
  callFields,
  callId,
  deliveryOf,
  evidenceOf,
  phone,
  recordedPath,
  recordingFields,
  recordingPath,
  transcriptionFields,
  transcriptionPath,
  voicePath,
  type Fields,
} from './calls.ts'

async function submissionIn(fields: Fields, path: string, evidence: Evidence = new Map()) {
  const reading = await phone.read(deliveryOf(fields, path), evidence)
  if (reading.outcome !== 'submission') throw new Error(`It was read as ${JSON.stringify(reading)}`)
  return {
    ...reading.submission,
    files: reading.files,
    keys: reading.submission.remarks.map(({ key }) => key),
  }
}

const audio = Buffer.from('made-up sound')
const recorded = { ...callFields, ...recordingFields }

describe('a recording', () => {
  test('is a case with the sound, byte for byte, and somebody listens', async () => {
    const submission = await submissionIn(recorded, recordedPath, evidenceOf({ recording: audio }))
    const sha256 = createHash('sha256').update(audio).digest('hex')
    expect(submission).toMatchObject({
      text: '',
      language: 'en',
      person: { phone: '+447700900123' },
      attachments: [{ name: 'message.mp3', contentType: 'audio/mpeg', size: audio.length, sha256 }],
      keys: ['phone:remark.listen'],
    })
    expect(Buffer.from(submission.files[0]?.content ?? []).equals(audio)).toBe(true)
  })

  test('in Welsh goes to someone who speaks it', async () => {
    const path = recordedPath.replace('language=en', 'language=cy')
    const submission = await submissionIn(recorded, path, evidenceOf({ recording: audio }))
    expect(submission).toMatchObject({ language: 'cy', keys: ['phone:remark.listenWelsh'] })
  })

  test('that cannot be fetched, or was lost, is still a case', async () => {
    expect((await submissionIn(recorded, recordedPath)).keys).toEqual(['phone:remark.audioMissing'])
    const lost = { ...recordingFields, RecordingStatus: 'failed' }
    expect((await submissionIn(lost, recordingPath)).keys).toContain('phone:remark.recordingLost')
    expect(phone.wants(deliveryOf(lost, recordingPath))).toEqual([])
  })

  test('without sound is nothing to route', async () => {
    const silent = deliveryOf({ ...recorded, RecordingDuration: '0' }, recordedPath)
    expect(await phone.read(silent, new Map())).toMatchObject({ outcome: 'nothing-to-route', why: 'empty' })
  })

  test('told without the numbers asks Twilio who rang, at Twilio only and with our secret', async () => {
    const asked: [string, unknown][] = []
    const tools: EvidenceTools = {
      resolve: () => Promise.reject(new Error('Nobody asks for names here')),
      download: (url, headers) => {
        asked.push([url, headers])
        return Promise.resolve({ contentType: null, content: Buffer.from('{"from":"+447700900123"}') })
      },
    }
    const wanted = phone.wants(deliveryOf(recordingFields, recordingPath))
    const evidence = new Map<string, unknown>()
    for (const request of wanted) evidence.set(request.key, await request.gather(tools))
    const basic = Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')
    const api = 'https://api.twilio.com/2010-04-01/Accounts/ACexample'
    expect(asked).toEqual([
      [`${api}/Recordings/RE0001.mp3`, { authorization: `Basic ${basic}` }],
      [`${api}/Calls/${callId}.json`, { authorization: `Basic ${basic}` }],
    ])
    expect((await submissionIn(recordingFields, recordingPath, evidence)).person.phone).toBe('+447700900123')
  })

  test('is fetched from nowhere else', () => {
    for (const RecordingUrl of [
      'https://evil.example/RE',
      'http://api.twilio.com/RE',
      'file:///etc/passwd',
      '',
    ]) {
      expect(phone.wants(deliveryOf({ ...recorded, RecordingUrl }, recordedPath))).toEqual([])
    }
  })
})

describe('what belongs to one call', () => {
  test('is one matter, whatever comes first', async () => {
    const threads = await Promise.all([
      submissionIn(recorded, recordedPath),
      submissionIn(recordingFields, recordingPath),
      submissionIn(transcriptionFields, transcriptionPath),
      submissionIn({ ...callFields, Digits: '3' }, `${voicePath}?step=choice&language=en`),
    ])
    for (const { thread } of threads) {
      expect(thread).toEqual({
        messageId: callId,
        references: [callId],
        replyToken: null,
        conversation: { theirs: callId, ours: account.number },
      })
    }
  })

  test('belongs to whoever has the number that was rung', () => {
    expect(phone.sentTo?.(arrivalOf(recorded, recordedPath))).toEqual([account.number])
    expect(phone.sentTo?.(arrivalOf(recordingFields, recordingPath))).toEqual([account.number])
  })

  test('is known again: the recording by its own id, the words by theirs', () => {
    const keys = [
      phone.keyOf(arrivalOf(recorded, recordedPath)),
      phone.keyOf(arrivalOf(recordingFields, recordingPath)),
      phone.keyOf(arrivalOf(transcriptionFields, transcriptionPath)),
    ]
    expect(keys).toEqual(['recording:RE0001', 'recording:RE0001', 'transcription:TR0001'])
  })
})

describe('what a machine wrote down', () => {
  test('is the caller’s words, marked as a machine’s, card numbers hidden', async () => {
    const TranscriptionText = 'The café was shut 🙏. My card is 4111 1111 1111 1111.'
    const submission = await submissionIn({ ...transcriptionFields, TranscriptionText }, transcriptionPath)
    expect(submission).toMatchObject({
      text: 'The café was shut 🙏. My card is •••• •••• •••• 1111.',
      originalText: 'The café was shut 🙏. My card is •••• •••• •••• 1111.',
      keys: ['phone:remark.machineWrote', 'phone:remark.cardMasked'],
    })
  })

  test.each(['failed', 'completed'])(
    'and is nothing (%s) opens no case of its own',
    async (TranscriptionStatus) => {
      const fields = { ...transcriptionFields, TranscriptionStatus, TranscriptionText: '' }
      const reading = await phone.read(deliveryOf(fields, transcriptionPath), new Map())
      expect(reading).toMatchObject({ outcome: 'nothing-to-route', why: 'empty' })
    },
  )
})

describe('the wish to be rung back', () => {
  test('is a case without words, to be answered by telephone', async () => {
    const submission = await submissionIn(
      { ...callFields, Digits: '3' },
      `${voicePath}?step=choice&language=cy`,
    )
    expect(submission).toMatchObject({
      text: '',
      language: 'cy',
      person: { phone: '+447700900123' },
      preferences: { contactBy: 'phone' },
      keys: ['phone:remark.callBack'],
    })
  })

  test('is one task: what else belongs to the call is answered by telephone and asks for none', async () => {
    const promised = recordedPath.replace('to=', 'callback=yes&to=')
    const submission = await submissionIn(recorded, promised, evidenceOf({ recording: audio }))
    expect(submission).toMatchObject({ preferences: { contactBy: 'phone' }, keys: ['phone:remark.listen'] })
  })

  test('is the same after the message as before it', async () => {
    const after = `${voicePath}?step=afterwards&language=en`
    expect((await submissionIn({ ...callFields, Digits: '3' }, after)).keys).toEqual([
      'phone:remark.callBack',
    ])
  })

  test('from a hidden number says so', async () => {
    const hidden = { ...callFields, From: 'anonymous', Digits: '3' }
    const submission = await submissionIn(hidden, `${voicePath}?step=choice&language=en`)
    expect(submission.person.phone).toBeNull()
    expect(submission.keys).toEqual(['phone:remark.callBack', 'phone:remark.numberWithheld'])
  })
})

test('whatever stands at the line’s doors is read or is not, and never crashes', async () => {
  const field = fc.constantFrom(
    'CallSid',
    'RecordingSid',
    'RecordingUrl',
    'From',
    'TranscriptionSid',
    'TranscriptionText',
    'Digits',
  )
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('CA1', 'RE1', 'TR1', 'https://', '3'))
  await fc.assert(
    fc.asyncProperty(fc.dictionary(field, value), fc.string(), async (fields, path) => {
      const delivery = deliveryOf(fields, voicePath)
      const other = { ...delivery, envelope: { 'request-target': path }, raw: Buffer.from(path) }
      for (const each of [delivery, other]) {
        const reading = await phone.read(each, new Map([['recording', path]]))
        expect(['submission', 'nothing-to-route', 'unreadable']).toContain(reading.outcome)
        expect(phone.wants(each).length).toBeLessThanOrEqual(2)
      }
    }),
  )
})
