/** What the web form reads out of what its doors took. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWebForm } from '../../../channels/web-form/web-form.ts'

const channel = createWebForm()

function read(raw: Uint8Array | string | object) {
  const bytes =
    raw instanceof Uint8Array ? raw : Buffer.from(typeof raw === 'string' ? raw : JSON.stringify(raw))
  const delivery = {
    door: 'api',
    raw: bytes,
    contentType: 'application/json',
    envelope: {},
    peer: null,
    receivedAt: '2026-11-20T10:00:00Z',
    channel: channel.name,
    key: 'api:1',
    reference: 'FB-0000-0000-0',
  }
  return channel.read(delivery, new Map())
}

async function submissionOf(raw: object) {
  const reading = await read(raw)
  if (reading.outcome !== 'submission') throw new Error(`Read as ${reading.outcome}`)
  return reading.submission
}

describe('reading feedback', () => {
  test('words alone are enough', async () => {
    const submission = await submissionOf({ text: 'The soup was cold.' })
    expect(submission).toMatchObject({
      channel: 'web-form',
      text: 'The soup was cold.',
      originalText: 'The soup was cold.',
      kindChosen: null,
      language: null,
      affected: { who: 'unstated' },
      preferences: { contactBy: null, answerphone: null, needs: null },
      autoReply: 'allowed',
    })
  })

  test.each(['yes', 'no'] as const)('a %s to sharing arrives as said on the form', async (sharing) => {
    const submission = await submissionOf({ text: 'The soup was cold.', sharing })
    expect(submission.consentTold).toEqual({ said: sharing, how: 'web-form' })
  })

  test.each([null, undefined])('no answer to sharing is neither a yes nor a no: %s', async (sharing) => {
    expect(await submissionOf({ text: 'The soup was cold.', sharing })).not.toHaveProperty('consentTold')
  })

  test('a file arrives byte for byte, under the name it was given', async () => {
    const content = Buffer.from(Array.from({ length: 256 }, (_, at) => at))
    const sha256 = createHash('sha256').update(content).digest('hex')
    const file = { name: 'ffôn.jpg', contentType: 'image/jpeg', content: content.toString('base64') }
    const reading = await read({ text: 'See the photo.', attachments: [file] })
    expect(reading).toMatchObject({
      submission: { attachments: [{ name: 'ffôn.jpg', contentType: 'image/jpeg', size: 256, sha256 }] },
      files: [{ sha256, content }],
    })
  })

  test('everything a person can say arrives in its place', async () => {
    const submission = await submissionOf({
      text: 'Mum fell.',
      subject: 'A fall',
      kind: 'complaint',
      language: 'cy',
      wantedOutcome: 'An apology',
      person: { name: 'Ines Example', email: 'ines@example.com', phone: null },
      affected: { who: 'other', name: 'Ena Example', relationship: 'daughter', authority: 'asked' },
      about: {
        organisation: 'marsh-trust',
        careService: 'marsh-ward-4',
        place: 'Oak Ward',
        happenedOn: '2026-11-01',
      },
      preferences: { contactBy: 'email', answerphone: false, needs: 'Large print' },
    })
    expect(submission).toMatchObject({
      subject: 'A fall',
      kindChosen: 'complaint',
      language: 'cy',
      wantedOutcome: 'An apology',
      person: { name: 'Ines Example', email: 'ines@example.com', phone: null, address: null },
      affected: { who: 'other', name: 'Ena Example', relationship: 'daughter', authority: 'asked' },
      about: {
        organisation: 'marsh-trust',
        careService: 'marsh-ward-4',
        place: 'Oak Ward',
        happenedOn: '2026-11-01',
        knownSince: null,
      },
      preferences: { contactBy: 'email', answerphone: false, needs: 'Large print' },
    })
  })

  test('what no database can keep is taken out, and nothing else', async () => {
    const { text } = await submissionOf({ text: 'A\0B \ud800 Ŵyr 🙂 نعم\r\nC' })
    expect(text).toBe('AB \ufffd Ŵyr 🙂 نعم\nC')
  })

  test('someone who speaks for another without saying why has an unstated authority', async () => {
    const { affected } = await submissionOf({ text: 'He waited.', affected: { who: 'other' } })
    expect(affected).toEqual({ who: 'other', name: null, relationship: null, authority: 'unstated' })
  })

  test('a field of nothing but blanks counts as left out', async () => {
    const { person } = await submissionOf({ text: 'Thank you', person: { name: '  ' } })
    expect(person.name).toBeNull()
  })

  test('text that is empty once NUL bytes are gone is nothing to route', async () => {
    expect(await read({ text: '\0\0' })).toEqual({ outcome: 'nothing-to-route', why: 'empty', about: null })
  })

  test('bytes that are no feedback are unreadable and say which field is wrong', async () => {
    expect(await read('{"text":')).toEqual({
      outcome: 'unreadable',
      problem: { key: 'form:unreadable.json' },
    })
    expect(await read({ text: 'x', person: { age: 7 } })).toEqual({
      outcome: 'unreadable',
      problem: { key: 'form:unreadable.field', params: { field: 'person' } },
    })
  })

  test('no bytes whatever make it throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((json) => Buffer.from(json)),
        ),
        async (raw) => {
          expect(['submission', 'nothing-to-route', 'unreadable']).toContain((await read(raw)).outcome)
        },
      ),
    )
  })
})
