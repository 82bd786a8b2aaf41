/** Forms in parts as no browser sends them: cut off, without a boundary, of nothing but noise, with more than any form has. */
import { randomBytes } from 'node:crypto'

const boundary = 'x'
const type = `multipart/form-data; boundary=${boundary}`
const part = (head: string, content: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`

export interface BrokenForm {
  readonly what: string
  readonly type: string
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly status: 400 | 413
}

/** `field`: in which the form takes files. */
export function brokenForms(field: string): readonly BrokenForm[] {
  const many = Array.from({ length: 1_000 }, (_, at) => part(`name="f${at}"`, 'b'))
  const whole = (...parts: readonly string[]) => `${parts.join('')}--${boundary}--\r\n`
  const large = whole(part('name="a"', 'b'.repeat(2_097_152)))
  return [
    { what: 'half a field', type, body: part('name="words"', 'Nob').slice(0, -2), status: 400 },
    { what: 'half a file', type, body: part(`name="${field}"; filename="a"`, 'half'), status: 400 },
    { what: 'no boundary', type: 'multipart/form-data', body: whole(part('name="a"', 'b')), status: 400 },
    { what: 'noise', type, body: new Uint8Array(randomBytes(2_000)), status: 400 },
    { what: 'a head that is none', type, body: `--${boundary}\r\n\0\0: \r\n\r\nx`, status: 400 },
    { what: 'a field without a name', type, body: whole(part('filename="a"', 'b')), status: 400 },
    { what: 'a thousand fields', type, body: whole(...many), status: 400 },
    { what: 'a field of two megabytes', type, body: large, status: 413 },
  ]
}
