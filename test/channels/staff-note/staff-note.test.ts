/** What staff take down: who said what to whom, how and when, with the scanned letter byte for byte. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemsOf } from '../../../channels/staff-note/note.ts'
import type { NoteDocument } from '../../../channels/staff-note/note-document.ts'
import { arrivalOfNote, createStaffNote } from '../../../channels/staff-note/staff-note.ts'
import { wasSaid } from '../../../router/set-clocks/set-clocks.ts'
import type { Answers } from '../../../shared/form.ts'

const channel = createStaffNote()
const now = new Date('2026-07-20T10:00:00Z')
const answers: Answers = {
  words: 'Mae’r bwyd yn oer bob nos 🍲 and nobody listens.',
  how: 'ward',
  saidOn: '2026-07-17',
  saidAt: '16:20',
}
const noteOf = (given: Answers, scans: NoteDocument['scans'] = []): NoteDocument => ({
  answers: given,
  takenBy: { id: 'staff-1', name: 'Example Nurse' },
  scans,
})

async function read(note: NoteDocument) {
  const arrival = arrivalOfNote(note, 'draft-1', now)
  return channel.read(
    { ...arrival, channel: 'staff-note', key: channel.keyOf(arrival), reference: '' },
    new Map(),
  )
}

async function submissionIn(note: NoteDocument) {
  const reading = await read(note)
  if (reading.outcome !== 'submission') throw new Error(`It was read as ${JSON.stringify(reading)}`)
  return { ...reading.submission, files: reading.files }
}

describe('a staff note', () => {
  test('says what was said, to whom, how and when', async () => {
    const submission = await submissionIn(noteOf({ ...answers, verbatim: 'yes', copy: 'post' }))
    expect(submission).toMatchObject({
      channel: 'staff-note',
      text: answers['words'],
      sentAt: '2026-07-17T15:20:00.000Z',
      remarks: [
        { key: 'staff-note:taken.ward', params: { by: 'Example Nurse', on: '2026-07-17' } },
        { key: 'staff-note:remark.verbatim' },
        { key: 'staff-note:copy.post' },
      ],
    })
  })

  test.each([
    ['post', true],
    ['desk', undefined],
    ['ward', undefined],
    ['phone', undefined],
    ['visit', undefined],
  ])('that came by %s is in writing: %s', async (how, inWriting) => {
    const submission = await submissionIn(noteOf({ ...answers, how }))
    expect(submission.inWriting).toBe(inWriting)
    expect(wasSaid(submission)).toBe(inWriting !== true)
  })

  test.each([
    ['yes', 'ward', { said: 'yes', how: 'in-person', by: 'staff-1' }],
    ['no', 'phone', { said: 'no', how: 'recorded-call', by: 'staff-1' }],
    ['yes', 'post', { said: 'yes', how: 'signed-letter', by: 'staff-1' }],
    ['not-asked', 'desk', undefined],
    ['', 'desk', undefined],
  ])(
    'with “%s” to sharing, told by %s, keeps it for when it is known with whom',
    async (consent, how, told) => {
      expect((await submissionIn(noteOf({ ...answers, how, consent }))).consentTold).toEqual(told)
    },
  )

  test('carries over whom it is about and how the person wants to be answered', async () => {
    const given = {
      ...{
        name: 'Ann Example',
        phone: '01632 960001',
        contactBy: 'phone',
        needs: 'Large print',
        kind: 'complaint',
      },
      ...{
        who: 'other',
        otherName: 'Joe Example',
        relationship: 'my father',
        authority: 'asked',
        language: 'cy',
      },
      ...{
        organisation: 'org',
        careService: 'care',
        place: 'Bay 3',
        happenedOn: '2024-07-16',
        knownSince: '2026-07-01',
        wantedOutcome: 'Hot food',
      },
    }
    expect(await submissionIn(noteOf({ ...answers, ...given }))).toMatchObject({
      kindChosen: 'complaint',
      language: 'cy',
      wantedOutcome: 'Hot food',
      person: { name: 'Ann Example', phone: '01632 960001' },
      affected: { who: 'other', name: 'Joe Example', relationship: 'my father', authority: 'asked' },
      about: {
        organisation: 'org',
        careService: 'care',
        place: 'Bay 3',
        happenedOn: '2024-07-16',
        knownSince: '2026-07-01',
      },
      preferences: { contactBy: 'phone', needs: 'Large print' },
    })
  })

  test('of a letter needs no typing: the scan is kept byte for byte and somebody reads it', async () => {
    const content = Buffer.from([0, 255, 37, 80, 68, 70])
    const scans = [{ name: 'letter.pdf', contentType: 'application/pdf', content }]
    const submission = await submissionIn(noteOf({ how: 'post', saidOn: '2026-07-17' }, scans))
    const sha256 = createHash('sha256').update(content).digest('hex')
    expect(submission.attachments).toEqual([
      { name: 'letter.pdf', contentType: 'application/pdf', size: 6, sha256 },
    ])
    expect(Buffer.from(submission.files[0]?.content ?? []).equals(content)).toBe(true)
    expect(submission.remarks.map(({ key }) => key)).toContain('staff-note:remark.readScan')
  })

  test('counts as received when it was said, and never in the future', () => {
    expect(arrivalOfNote(noteOf(answers), 'd', now).receivedAt).toBe('2026-07-17T15:20:00.000Z')
    const today = { ...answers, saidOn: '2026-07-20', saidAt: '' }
    expect(arrivalOfNote(noteOf(today), 'd', now).receivedAt).toBe('2026-07-20T10:00:00.000Z')
  })

  test('saved twice is one, and another note is another', () => {
    const keyOf = (draft: string) => channel.keyOf(arrivalOfNote(noteOf(answers), draft, now))
    expect(keyOf('draft-1')).toBe(keyOf('draft-1'))
    expect(keyOf('draft-2')).not.toBe(keyOf('draft-1'))
  })

  test.each([
    ['words', { words: '  ' }],
    ['words', { words: 'a'.repeat(100_001) }],
    ['how', { how: '' }],
    ['how', { how: 'pigeon' }],
    ['kind', { kind: 'grumble' }],
    ['saidOn', { saidOn: '2026-07-21' }],
    ['saidOn', { saidOn: '17/07/2026' }],
    ['saidAt', { saidAt: '25:00' }],
    ['happenedOn', { happenedOn: '2026-02-30' }],
    ['happenedOn', { happenedOn: '2026-07-18' }],
    ['email', { contactBy: 'email', email: '' }],
    ['phone', { contactBy: 'sms' }],
    ['address', { contactBy: 'post' }],
  ])('with a wrong %s says so (%o)', async (field, given: Answers) => {
    expect(Object.keys(problemsOf({ ...answers, ...given }, false, '2026-07-20'))).toEqual([field])
    expect((await read(noteOf({ ...answers, ...given }))).outcome).toBe('unreadable')
  })

  test('of any bytes is unreadable and never crashes', async () => {
    const pieces = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.constant('{"answers":{},"takenBy":{},"scans":[7]}'),
    )
    await fc.assert(
      fc.asyncProperty(pieces, async (text) => {
        const arrival = arrivalOfNote(noteOf(answers), 'd', now)
        const delivery = {
          ...arrival,
          raw: Buffer.from(text),
          channel: 'staff-note' as const,
          key: '',
          reference: '',
        }
        expect((await channel.read(delivery, new Map())).outcome).toBe('unreadable')
      }),
    )
  })
})
