/** What Outlook wraps in winmail.dat comes out as the words and files it holds; a broken one stays as it came. */
import { describe, expect, test } from 'vitest'
import { readTnef } from '../../../channels/email/tnef.ts'
import { mail, multipart, submissionOf } from './mails.ts'

const u16 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255])
const u32 = (value: number) => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)])
const padded = (data: Buffer) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])

function attribute(level: number, id: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([level]), u16(id), u16(0), u32(data.length), data, u16(0)])
}

/** A MAPI property list: [type, id, bytes] each with one value. */
function properties(...list: readonly (readonly [number, number, Buffer])[]): Buffer {
  const each = list.map(([type, id, data]) =>
    Buffer.concat([u16(type), u16(id), ...(type === 3 ? [data] : [u32(1), u32(data.length), padded(data)])]),
  )
  return Buffer.concat([u32(list.length), ...each])
}

const wide = (text: string) => Buffer.from(`${text}\0`, 'utf16le')
const tnef = (...attributes: readonly Buffer[]) => Buffer.concat([u32(0x223e9f78), u16(1), ...attributes])
const file = (name: string, content: string) =>
  Buffer.concat([
    attribute(2, 0x9002, Buffer.alloc(14)),
    attribute(2, 0x8010, Buffer.from('SHORT~1.TXT\0')),
    attribute(2, 0x800f, Buffer.from(content)),
    attribute(2, 0x9005, properties([0x1f, 0x3707, wide(name)], [0x1e, 0x370e, Buffer.from('text/plain\0')])),
  ])

const whole = tnef(
  attribute(1, 0x9003, properties([3, 0x0001, u32(7)], [0x1f, 0x1000, wide('The ward was cold. ŵ')])),
  file('My long name.txt', 'first'),
  file('second.txt', 'second'),
)

test('body and files are read, with the long name and the type', () => {
  expect(readTnef(whole)).toMatchObject({
    text: 'The ward was cold. ŵ',
    files: [
      { name: 'My long name.txt', contentType: 'text/plain', content: Buffer.from('first') },
      { name: 'second.txt', content: Buffer.from('second') },
    ],
  })
})

test('the body of a mail that Outlook wrapped is its words', async () => {
  const part = `Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Disposition: attachment; filename="winmail.dat"\nContent-Transfer-Encoding: base64\n\n${whole.toString('base64')}\n`
  const reading = await submissionOf(
    mail(multipart('multipart/mixed', 'Content-Type: text/plain\n\n\n', part)),
  )
  expect(reading.text).toBe('The ward was cold. ŵ')
  expect(reading.attachments.map((one) => one.name)).toEqual(['My long name.txt', 'second.txt'])
})

describe('RTF bodies', () => {
  const stored = (rtf: string) => {
    const data = Buffer.from(rtf, 'latin1')
    return Buffer.concat([u32(data.length + 12), u32(data.length), u32(0x414c454d), u32(0), data])
  }

  test('stored as it is: words, line breaks and letters survive, fonts do not', () => {
    const rtf = "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Caf\\'e9 closed.\\par Nobody \\u373?came.}"
    expect(readTnef(tnef(attribute(1, 0x9003, properties([0x102, 0x1009, stored(rtf)])))).text).toBe(
      'Café closed.\nNobody ŵcame.',
    )
  })

  test('compressed: literal bytes and a reference back', () => {
    // One run: seven literals "abcabc" and so on, then a reference to the three bytes just written.
    const start = 207
    const reference = (offset: number, length: number) =>
      Buffer.from([offset >> 4, ((offset & 15) << 4) | (length - 2)])
    const body = Buffer.concat([
      Buffer.from([0b10000000]),
      Buffer.from('{\\rtf1 ', 'latin1'),
      reference(start + 5, 2),
    ])
    const head = Buffer.concat([u32(body.length + 12), u32(9), u32(0x75465a4c), u32(0)])
    expect(
      readTnef(tnef(attribute(1, 0x9003, properties([0x102, 0x1009, Buffer.concat([head, body])])))).text,
    ).toBe('1')
  })
})

test('cut anywhere, it gives what came before the cut and never throws', () => {
  for (let length = 0; length <= whole.length; length++) {
    const cut = readTnef(whole.subarray(0, length))
    expect(cut.files.length).toBeLessThanOrEqual(2)
  }
})
