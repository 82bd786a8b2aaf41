/** What was signed or compressed in one piece shows the words inside; what is encrypted says that nobody here can read it, and what to do. */
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { mail, submissionOf } from './mails.ts'

/** One element of BER: the tag, the length, what it holds. */
function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const held = Buffer.concat(parts)
  const long = Buffer.from([0x82, held.length >> 8, held.length & 255])
  return Buffer.concat([Buffer.from([tag]), held.length < 128 ? Buffer.from([held.length]) : long, held])
}

/** As programs write it that do not know yet how long it gets. */
function endless(tag: number, ...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), ...parts, Buffer.from([0, 0])])
}

/** 1.2.840.113549.1.7.N */
const oid = (last: number) => element(6, Buffer.from('2a864886f70d0107', 'hex'), Buffer.from([last]))
const version = element(2, Buffer.from([1]))
const none = element(0x31)

const signed = (inside: string) => {
  const content = element(0xa0, element(4, Buffer.from(inside)))
  return element(
    0x30,
    oid(2),
    element(0xa0, element(0x30, version, none, element(0x30, oid(1), content), none)),
  )
}
const signedInPieces = (inside: string) => {
  const bytes = Buffer.from(inside)
  const pieces = [bytes.subarray(0, 20), bytes.subarray(20)].map((piece) => element(4, piece))
  const content = endless(0xa0, endless(0x24, ...pieces))
  return endless(
    0x30,
    oid(2),
    endless(0xa0, endless(0x30, version, none, endless(0x30, oid(1), content), none)),
  )
}
const certificatesOnly = element(
  0x30,
  oid(2),
  element(0xa0, element(0x30, version, none, element(0x30, oid(1)), none)),
)
const encrypted = element(0x30, oid(3), element(0xa0, element(0x30, version, none)))

/** 1.2.840.113549.1.9.16.N, RFC 3274 */
const smimeOid = (...last: readonly number[]) =>
  element(6, Buffer.from('2a864886f70d010910', 'hex'), Buffer.from(last))
const compressedAs = (algorithm: Buffer, packed: Buffer) =>
  element(
    0x30,
    smimeOid(1, 9),
    element(
      0xa0,
      element(
        0x30,
        element(2, Buffer.from([0])),
        element(0x30, algorithm),
        element(0x30, oid(1), element(0xa0, element(4, packed))),
      ),
    ),
  )
const zlib = smimeOid(3, 8)
const compressed = (inside: string | Buffer) => compressedAs(zlib, deflateSync(inside))

const sent = (content: Buffer, type = 'application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"') =>
  submissionOf(
    mail({
      headers: { 'MIME-Version': '1.0', 'Content-Type': type, 'Content-Transfer-Encoding': 'base64' },
      body: content.toString('base64'),
    }),
  )
const keysOf = ({ remarks }: { readonly remarks: readonly { readonly key: string }[] }) =>
  remarks.map(({ key }) => key)

const letter = 'Content-Type: text/plain; charset=utf-8\r\n\r\nRoedd y ward yn oer ŵ 🥶\r\n'
const withFile = [
  'Content-Type: multipart/mixed; boundary=in',
  '',
  '--in',
  'Content-Type: text/plain',
  '',
  'See the note.',
  '--in',
  'Content-Type: text/csv; name=note.csv',
  'Content-Disposition: attachment; filename=note.csv',
  '',
  'a,b',
  '--in--',
  '',
].join('\r\n')

describe('signed in one piece', () => {
  test.each([
    ['whole', signed],
    ['in pieces of unknown length', signedInPieces],
  ])('%s, the words inside are shown, and that nobody checked the signature', async (_, wrap) => {
    const submission = await sent(wrap(letter))
    expect(submission.text).toBe('Roedd y ward yn oer ŵ 🥶')
    expect(submission.attachments).toEqual([])
    expect(keysOf(submission)).toContain('email:remark.signed')
  })

  test('under another type of the same, or by its name alone', async () => {
    for (const type of ['application/x-pkcs7-mime', 'application/octet-stream; name="smime.p7m"']) {
      expect((await sent(signed(letter), type)).text).toContain('Roedd y ward')
    }
  })

  test('the files inside come along, and what was signed twice is opened twice', async () => {
    const header = 'Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    for (const once of [withFile, `${header}${signed(withFile).toString('base64')}`]) {
      const submission = await sent(signed(once))
      expect(submission.text).toBe('See the note.')
      expect(submission.attachments.map(({ name }) => name)).toEqual(['note.csv'])
    }
  })

  test('a message enclosed inside is shown once', async () => {
    const enclosed = `Content-Type: message/rfc822\r\n\r\nFrom: Bo <bo@people.example>\r\nSubject: Cold\r\n\r\nIt was cold.\r\n`
    const submission = await sent(signed(enclosed))
    expect(submission.originalText.match(/It was cold\./g)).toHaveLength(1)
    expect(submission.attachments).toHaveLength(1)
  })
})

test('what is encrypted is a case that says so, with the file kept', async () => {
  const submission = await sent(
    encrypted,
    'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"',
  )
  expect(keysOf(submission)).toContain('email:remark.encrypted')
  expect(submission.attachments.map(({ name }) => name)).toEqual(['smime.p7m'])
})

const armour = '-----BEGIN PGP MESSAGE-----\n\nhQEMA0\n-----END PGP MESSAGE-----\n'

test('what OpenPGP encrypted says so as well, and no line of it passes for words', async () => {
  const submission = await submissionOf(mail({ body: armour }))
  expect(keysOf(submission)).toContain('email:remark.encrypted')
  expect(submission).toMatchObject({ text: '', originalText: armour.trim() })
})

test('words beside what OpenPGP encrypted stay', async () => {
  const submission = await submissionOf(mail({ body: `The ward was cold.\n\n${armour}\nAda\n${armour}` }))
  expect(submission.text).toMatch(/^The ward was cold\.\s+Ada$/)
})

test('what OpenPGP encrypted in HTML says so', async () => {
  const html = { 'Content-Type': 'text/html; charset=utf-8' }
  const submission = await submissionOf(
    mail({ headers: html, body: `<pre>${armour.replaceAll('\n', '<br>\n')}</pre>` }),
  )
  expect(keysOf(submission)).toContain('email:remark.encrypted')
})

describe('compressed', () => {
  test('the words and files inside are shown', async () => {
    const submission = await sent(compressed(withFile))
    expect(submission.text).toBe('See the note.')
    expect(submission.attachments.map(({ name }) => name)).toEqual(['note.csv'])
  })

  test('and signed, either within the other, it is opened', async () => {
    const header = 'Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    const signedInside = compressed(`${header}${signed(letter).toString('base64')}`)
    const compressedInside = signed(`${header}${compressed(letter).toString('base64')}`)
    for (const wrapped of [signedInside, compressedInside])
      expect((await sent(wrapped)).text).toBe('Roedd y ward yn oer ŵ 🥶')
  })

  test.each([
    ['in a way that nobody knows', compressedAs(smimeOid(3, 9), deflateSync(letter))],
    ['and broken', compressedAs(zlib, deflateSync(letter).subarray(0, 20))],
    ['and larger than any mail once it is opened', compressed(Buffer.alloc(65 * 1024 * 1024, 'A: b\r\n'))],
  ])('%s, it stays a file and says that it could not be opened', async (_, content) => {
    const submission = await sent(content)
    expect(submission.attachments.map(({ size }) => size)).toEqual([content.length])
    expect(keysOf(submission)).toContain('email:remark.shut')
  })
})

test('certificates alone are a file, and nothing in them is shut', async () => {
  const submission = await sent(certificatesOnly)
  expect(submission.attachments).toMatchObject([{ name: 'smime.p7m', size: certificatesOnly.length }])
  expect(keysOf(submission)).not.toContain('email:remark.shut')
})

test.each([
  ['a contract that was signed', signed('%PDF-1.7 and so on')],
  ['bytes that are none of it', Buffer.from('nothing of the kind')],
  ['half of it', signed(letter).subarray(0, 40)],
])('a file with %s stays a file, and says that it could not be opened', async (_, content) => {
  const submission = await sent(content)
  expect(submission.attachments).toMatchObject([{ name: 'smime.p7m', size: content.length }])
  expect(keysOf(submission)).not.toContain('email:remark.signed')
  expect(keysOf(submission)).toContain('email:remark.shut')
})
