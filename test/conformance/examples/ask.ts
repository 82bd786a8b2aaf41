/** Posts to a door as a program or a provider would, and says how it was answered. */
import { signatureOf, type Fields } from '../../channels/sms/texts.ts'
import type { Answered } from '../example.ts'
import type { Site } from '../site.ts'

export async function post(
  site: Site,
  path: string,
  contentType: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const response = await fetch(site.address + path, {
    method: 'POST',
    headers: { 'content-type': contentType, ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  return {
    isTaken: response.ok,
    isFault: response.status >= 500,
    said: `${response.status} ${await response.text()}`,
  }
}

export const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

const formType = 'application/x-www-form-urlencoded'

/** Signed by Twilio, unless it is told to sign another address than the one that is called. */
export function postTwilio(site: Site, path: string, fields: Fields, signedPath = path): Promise<Answered> {
  const headers = { 'x-twilio-signature': signatureOf(fields, signedPath) }
  return post(site, path, formType, new URLSearchParams(fields).toString(), headers)
}

/** Bytes that are no text in any encoding, and no file of any kind. */
export const noise = Buffer.from([
  0x00, 0xff, 0xfe, 0x00, 0x80, 0x1b, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0x00, 0xf5,
])

export const noiseOf = (id: string) => Buffer.concat([noise, Buffer.from(id)])
