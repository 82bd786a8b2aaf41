/** How the values of settings are written; each message finishes the sentence "NAME …". */
import { z } from 'zod'
import { notifyKeyIn } from '../channels/sms/notify/api-key.ts'
import { e164 } from '../channels/sms/phone-number.ts'

export const portSchema = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .pipe(z.number().max(65_535, 'must be a port number, 65535 at most'))
export const portOrOffSchema = z.union(
  [z.literal('off').transform(() => null), portSchema],
  'must be a port number, or off',
)
export const textSchema = z.string()
export const httpUrlSchema = urlSchema(/^https?:\/\//, 'http:// or https://').transform((url) =>
  url.replace(/(?<!\/)\/+$/, ''),
)
export const emailSchema = z.email('must be an email address such as name@example.org')
const keySchema = z
  .string()
  .trim()
  .refine(
    (text) => Buffer.from(text, 'base64').length === 32,
    'must be 32 random bytes in base64, as `openssl rand -base64 32` prints them',
  )
/** Base64 of 32 bytes each; the first is the one that is in use. */
export const keysSchema = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.tuple([keySchema], keySchema))
export const senderSchema = z
  .string()
  .regex(
    /^([^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
    'must be an address such as Feedback <feedback@example.org>',
  )
export const domainSchema = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i, 'must be a domain such as feedback.example.org')

/** Such as "must begin with smtp:// or smtps://". */
export function urlSchema(begins: RegExp, named: string) {
  return z
    .string()
    .regex(begins, `must begin with ${named}`)
    .refine((text) => URL.canParse(text), 'must be a whole URL with a host')
}

export const notifyKeySchema = textSchema
  .transform(notifyKeyIn)
  .refine((key) => key !== null, 'must be a whole key, as Notify showed it when it was made')
export const numberSchema = textSchema
  .transform(e164)
  .refine((number) => number !== null, 'must be a number such as +447700900123')
