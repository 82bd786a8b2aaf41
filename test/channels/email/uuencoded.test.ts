/** A file written into the text of a mail arrives as a file, byte for byte; whoever only writes "begin" keeps their words. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { withoutUuencoded } from '../../../channels/email/uuencoded.ts'
import { mail, multipart, read, submissionOf } from './mails.ts'

/** As `uuencode` of POSIX writes it, with blanks for zeros as the oldest do, or with backticks. */
function uuencode(name: string, bytes: Uint8Array, zero = '`'): string {
  const letter = (bits: number) => (bits === 0 ? zero : String.fromCharCode(bits + 32))
  const lines = [`begin 644 ${name}`]
  for (let from = 0; from < bytes.length; from += 45) {
    const part = bytes.subarray(from, from + 45)
    let line = letter(part.length)
    for (let at = 0; at < part.length; at += 3) {
      const [a = 0, b = 0, c = 0] = part.subarray(at, at + 3)
      line += [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map(letter).join('')
    }
    lines.push(line)
  }
  return [...lines, zero, 'end'].join('\n')
}

const every = Buffer.concat([Buffer.from(Array.from({ length: 256 }, (_, at) => at)), Buffer.alloc(100)])

async function filesOf(raw: Buffer) {
  const reading = await read(raw)
  if (reading.outcome !== 'submission') throw new Error('It is no submission')
  return reading.files.map(({ content }) => Buffer.from(content))
}

test.each(['`', ' '])(
  'a file in the text, zeros written as "%s", is an attachment; the words around it stay',
  async (zero) => {
    const body = `See the letter.\n\n${uuencode('letter of May.pdf', every, zero)}\n\nYours, Ada`
    const submission = await submissionOf(mail({ body }))
    expect(submission.attachments).toMatchObject([{ name: 'letter of May.pdf', size: every.length }])
    expect(submission.originalText.replace(/\s+/g, ' ')).toBe('See the letter. Yours, Ada')
    expect(submission.text).toContain('See the letter.')
    expect((await filesOf(mail({ body })))[0]?.equals(every)).toBe(true)
  },
)

test('two files, whatever their length, and one beside them that came as a part, are three', async () => {
  for (let length = 1; length <= 91; length++) {
    const [one, two] = [randomBytes(length), randomBytes(92 - length)]
    const text = `A\n${uuencode('a.bin', one)}\nB\n${uuencode('b.bin', two)}\nC`
    const { headers, body } = multipart(
      'multipart/mixed',
      `Content-Type: text/plain\n\n${text}\n`,
      'Content-Type: application/pdf; name=c.pdf\nContent-Disposition: attachment\n\nc\n',
    )
    const raw = mail({ headers: headers ?? {}, body: body ?? '' })
    const files = await filesOf(raw)
    expect(files).toHaveLength(3)
    expect(files.some((file) => file.equals(one)) && files.some((file) => file.equals(two))).toBe(true)
  }
})

test('a file without a word beside it is a submission', async () => {
  const raw = mail({ headers: { Subject: '' }, body: uuencode('scan.jpg', every) })
  expect(await submissionOf(raw)).toMatchObject({ text: '', attachments: [{ name: 'scan.jpg' }] })
})

test('a file of base64 between the same marks is one too', () => {
  const base64 = every.toString('base64').replace(/.{60}/g, '$&\n')
  const { text, files } = withoutUuencoded(`Hello\nbegin-base64 644 a.bin\n${base64}\n====\nBye`)
  expect(text).toBe('Hello\nBye')
  expect(files[0]?.content).toEqual(every)
})

test('blanks that a gateway cut off the ends of lines are zeros', () => {
  const cut = uuencode('a.bin', every, ' ').replace(/ +$/gm, '')
  expect(withoutUuencoded(cut).files[0]?.content).toEqual(every)
})

test('a file whose end is missing is what came of it, and what follows are words', () => {
  const lines = uuencode('a.bin', every).split('\n').slice(0, 6)
  const { text, files } = withoutUuencoded(`${lines.join('\n')}\nIt was cut off here.`)
  expect(files[0]?.content).toEqual(every.subarray(0, 225))
  expect(text).toBe('It was cut off here.')
})

test.each([
  'begin 644 people waited there\nand nobody came.\nend',
  'begin 100 times\nAT THE\nend',
  'begin with the end',
  '> begin 644 a.bin\n> #86)C\n> `\n> end',
  'begin 644 a.bin\nend',
])('%j stays words', (body) => {
  expect(withoutUuencoded(body)).toEqual({ text: body, files: [] })
})

test('beginnings without end take no longer than they are long', () => {
  const text = `${'begin 644 a\n'.repeat(200_000)}${'M\n'.repeat(10)}`
  expect(withoutUuencoded(text).files).toEqual([])
})
