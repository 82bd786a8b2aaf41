/** Whatever has content becomes a submission, however broken the mail; only what is truly empty is called empty. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mail, multipart, read, submissionOf } from './mails.ts'
import { isReadable } from '../../../shared/unread-words.ts'

const photo = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 1, 2, 255])
const photoPart = (type = 'image/png') =>
  `Content-Type: ${type}; name="ward.png"\nContent-Disposition: attachment; filename="ward.png"\nContent-Transfer-Encoding: base64\n\n${photo.toString('base64')}\n`

const keys = async (raw: Uint8Array) => (await submissionOf(raw)).remarks.map((remark) => remark.key)

test('a plain mail is read with its person, words, subject and date', async () => {
  expect(await submissionOf(mail({}))).toMatchObject({
    text: 'The nurse on ward 4 was kind.',
    subject: 'Ward 4',
    person: { name: 'Ada Example', email: 'ada@people.example' },
    sentAt: '2026-11-02T10:00:00.000Z',
    thread: { messageId: '<one@people.example>', references: [], replyToken: null },
    remarks: [],
  })
})

test('an attachment arrives byte for byte', async () => {
  const reading = await read(
    mail(multipart('multipart/mixed', 'Content-Type: text/plain\n\nSee the photo.\n', photoPart())),
  )
  const sha256 = createHash('sha256').update(photo).digest('hex')
  expect(reading).toMatchObject({
    submission: { attachments: [{ name: 'ward.png', contentType: 'image/png', size: photo.length, sha256 }] },
  })
  if (reading.outcome === 'submission')
    expect(Buffer.from(reading.files[0]?.content ?? []).equals(photo)).toBe(true)
})

describe('broken mail', () => {
  test('line ends of carriage returns only', async () => {
    const raw = Buffer.from(mail({ body: 'First line.\nSecond line.' }).toString().replaceAll('\r\n', '\r'))
    expect((await submissionOf(raw)).text).toBe('First line.\nSecond line.')
  })

  test('no headers at all: the words are the body', async () => {
    const reading = await submissionOf(Buffer.from('My mother fell in the ward.\nNobody came.\n'))
    expect(reading.text).toBe('My mother fell in the ward.\nNobody came.')
    expect(reading.remarks.map((remark) => remark.key)).toContain('email:remark.noHeaders')
  })

  test('a line of an mbox before the headers', async () => {
    const raw = Buffer.concat([Buffer.from('From ada@people.example Mon Nov  2 10:00:00 2026\r\n'), mail({})])
    expect((await submissionOf(raw)).subject).toBe('Ward 4')
  })

  test('a boundary that is not the one declared', async () => {
    const raw = mail({
      headers: { 'Content-Type': 'multipart/mixed; boundary="other"' },
      body: `--cut\nContent-Type: text/plain\n\nIt was cold.\n--cut\n${photoPart()}--cut--`,
    })
    expect(await submissionOf(raw)).toMatchObject({
      text: 'It was cold.',
      attachments: [{ name: 'ward.png' }],
    })
  })

  test('no final boundary', async () => {
    const raw = mail({
      headers: { 'Content-Type': 'multipart/mixed; boundary="cut"' },
      body: '--cut\nContent-Type: text/plain\n\nIt was cold.',
    })
    expect((await submissionOf(raw)).text).toBe('It was cold.')
  })

  test('a multipart without any part shows its source', async () => {
    const raw = mail({ headers: { 'Content-Type': 'multipart/mixed; boundary="cut"' }, body: 'It was cold.' })
    expect(await submissionOf(raw)).toMatchObject({ text: 'It was cold.' })
    expect(await keys(raw)).toContain('email:remark.rawBody')
  })

  test('a part that begins in the headers of the parts around it', async () => {
    const inner =
      'Content-Type: multipart/alternative;\n boundary="in"\nContent-Type: text/plain\n\nIt was cold.\n'
    const rest = '--in\nContent-Type: text/html\n\n<p>It was cold.</p>\n--in--\n'
    const picture = 'Content-Type: text/csv\nContent-Disposition: attachment; filename=a.csv\n\na,b'
    const submission = await submissionOf(mail(multipart('multipart/mixed', `${inner}${rest}`, picture)))
    expect(submission.text).toBe('It was cold.')
    expect(submission.attachments.map(({ name }) => name)).toEqual(['a.csv'])
  })

  test('NUL bytes do not reach the words', async () => {
    const reading = await submissionOf(mail({ headers: { Subject: 'Wa\0rd' }, body: 'It was\0 cold.' }))
    expect(`${reading.subject}|${reading.text}|${reading.originalText}`).not.toContain('\0')
    expect(reading.text).toBe('It was cold.')
  })

  test('a charset that does not exist, and letters of Windows-1252', async () => {
    const head = mail({ headers: { 'Content-Type': 'text/plain; charset=x-none' }, body: '' })
    const raw = Buffer.concat([head, Buffer.from('Caf\xe9 was closed', 'latin1')])
    expect((await submissionOf(raw)).text).toBe('Café was closed')
    expect(await keys(raw)).toContain('email:remark.charset')
  })

  test('non-Latin letters and emoji come through', async () => {
    expect((await submissionOf(mail({ body: 'Diolch yn fawr, ŵ ŷ 谢谢 شكرا 🙂' }))).text).toBe(
      'Diolch yn fawr, ŵ ŷ 谢谢 شكرا 🙂',
    )
  })

  test('nothing thrown, and nothing lost in silence, whatever the bytes', async () => {
    const piece = fc.constantFrom(
      'From: a@b.example',
      'Subject: x',
      'Content-Type: multipart/mixed; boundary=b',
      '--b',
      '--b--',
      '',
      'words',
      'Content-Type: text/html',
      '<p>hi',
      'Content-Transfer-Encoding: base64',
      '\0',
      '\r',
      '=?utf-8?B?eA==?=',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 15 }),
        fc.uint8Array({ maxLength: 60 }),
        async (lines, bytes) => {
          const raw = Buffer.concat([Buffer.from(lines.join('\n')), bytes])
          const reading = await read(raw)
          expect(reading.outcome).not.toBe('unreadable')
          if (reading.outcome !== 'submission') return
          const { text, subject, attachments } = reading.submission
          // Where no words could be made out, staff are told so.
          const isTold = !isReadable(reading.submission)
          expect(text !== '' || subject !== null || attachments.length > 0 || isTold).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('what is missing is said', () => {
  test.each([
    ['From', 'email:remark.noSender'],
    ['Date', 'email:remark.noDate'],
    ['Message-ID', 'email:remark.noMessageId'],
  ])('no %s', async (name, key) => {
    expect(await keys(mail({ without: [name] }))).toEqual([key])
  })

  test('a date in the future is not believed', async () => {
    const reading = await submissionOf(mail({ headers: { Date: 'Mon, 2 Nov 2099 10:00:00 +0000' } }))
    expect(reading).toMatchObject({ sentAt: null, remarks: [{ key: 'email:remark.futureDate' }] })
  })

  test('an address for answers that is not the sender is used, and said', async () => {
    const reading = await submissionOf(mail({ headers: { 'Reply-To': 'ada@other.example' } }))
    expect(reading.person.email).toBe('ada@other.example')
    expect(reading.remarks).toEqual([
      { key: 'email:remark.otherReplyAddress', params: { address: 'ada@people.example' } },
    ])
  })
})

describe('empty or not', () => {
  test('a subject alone is a submission', async () => {
    expect(await submissionOf(mail({ body: '' }))).toMatchObject({ subject: 'Ward 4', text: 'Ward 4' })
  })

  test('an attachment alone is a submission', async () => {
    const raw = mail({ ...multipart('multipart/mixed', photoPart()), without: ['Subject'] })
    expect((await submissionOf(raw)).attachments).toHaveLength(1)
  })

  test('neither subject, body nor attachment is empty', async () => {
    expect(await read(mail({ without: ['Subject'], body: ' \n\n' }))).toMatchObject({ why: 'empty' })
    expect(await read(Buffer.alloc(0))).toMatchObject({ why: 'empty' })
  })
})

describe('bodies', () => {
  test('HTML alone, with a text file beside it, gives the words of the HTML', async () => {
    const file =
      'Content-Type: text/plain; name="notes.txt"\nContent-Disposition: inline; filename="notes.txt"\n\nMy notes.\n'
    const raw = mail(
      multipart('multipart/mixed', 'Content-Type: text/html\n\n<p>It was <b>cold</b>.</p>\n', file),
    )
    expect(await submissionOf(raw)).toMatchObject({
      text: 'It was cold.',
      attachments: [{ name: 'notes.txt' }],
    })
  })

  test('a text alternative that says nothing gives way to the HTML', async () => {
    const long = 'It was cold all night and nobody came, although I rang three times and waited. '.repeat(4)
    const raw = mail(
      multipart(
        'multipart/alternative',
        'Content-Type: text/plain\n\nSee HTML.\n',
        `Content-Type: text/html\n\n<p>${long}</p>\n`,
      ),
    )
    expect((await submissionOf(raw)).text).toContain('It was cold all night')
  })

  test('an enclosed message is kept whole and its words are read', async () => {
    const enclosed =
      'Content-Type: message/rfc822\n\nFrom: Bob <bob@people.example>\nSubject: My fall\n\nI fell in ward 4.\n'
    const reading = await submissionOf(
      mail(multipart('multipart/mixed', 'Content-Type: text/plain\n\nPlease log this.\n', enclosed)),
    )
    expect(reading.text).toBe(
      'Please log this.\n\nFrom: Bob bob@people.example\nSubject: My fall\n\nI fell in ward 4.',
    )
    expect(reading.attachments).toMatchObject([{ contentType: 'message/rfc822' }])
  })

  test('quoted history is out of the words and in the whole', async () => {
    const raw = mail({
      headers: { 'In-Reply-To': '<x@hub.example>' },
      body: 'Yes please.\n\nOn 2 Nov 2026, at 09:15, Us <feedback@hub.example> wrote:\n> Shall we ring?',
    })
    const reading = await submissionOf(raw)
    expect(reading.text).toBe('Yes please.')
    expect(reading.originalText).toContain('Shall we ring?')
  })
})
