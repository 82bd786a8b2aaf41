/** What a kiosk delivers: the answers of one person as JSON, or as the plain form of a browser without scripts. */
import { z } from 'zod'
import { kinds, languages } from '../../shared/words.ts'

/** Characters: an hour of typing with one finger. */
const longestText = 20_000
const longestLine = 500
/** A message by voice or by video; a person who records both has them together. */
const mostRecordings = 2

/** With the codec that browsers name, such as "audio/webm;codecs=opus". */
const mediaType = /^(?:audio|video)\/[\w.+-]{1,50}(?:;[\w.,+= "-]{0,100})?$/

const line = z.string().max(longestLine)

const recordingSchema = z.strictObject({
  contentType: z.string().regex(mediaType),
  /** Base64 (RFC 4648 section 4). */
  content: z.string().min(1).refine(isBase64),
})

const kioskSchema = z
  .strictObject({
    /** Made by the kiosk for each person: the same id again is the same delivery. */
    id: z.uuid(),
    language: z.enum(languages),
    kind: z.enum(kinds).nullish(),
    text: z.string().max(longestText).default(''),
    /** Is it about the place where the kiosk stands? */
    here: z.enum(['yes', 'no', 'unsure']).nullish(),
    name: line.nullish(),
    contactBy: z.enum(['email', 'phone', 'none']).nullish(),
    email: line.nullish(),
    phone: line.nullish(),
    /** They were told who listens to it, and agreed, before anything was recorded. */
    agreedToRecording: z.boolean().default(false),
    recordings: z.array(recordingSchema).max(mostRecordings).default([]),
    /** When the person pressed Send, by the kiosk's own clock. */
    writtenAt: z.iso.datetime().nullish(),
  })
  .refine(({ text, recordings }) => text.trim() !== '' || recordings.length > 0, { path: ['text'] })
  .refine(({ recordings, agreedToRecording }) => recordings.length === 0 || agreedToRecording, {
    path: ['agreedToRecording'],
  })

export type KioskDocument = z.output<typeof kioskSchema>

export type ParsedDocument =
  | { readonly document: KioskDocument }
  /** The field that is wrong; null where the bytes are no document at all. */
  | { readonly wrong: string | null }

export const plainForm = 'application/x-www-form-urlencoded'

export function isPlainForm(contentType: string | null): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === plainForm
}

/** Never throws. */
export function parseDocument(raw: Uint8Array, contentType: string | null): ParsedDocument {
  const given = isPlainForm(contentType) ? fieldsIn(raw) : jsonIn(raw)
  if (given === undefined) return { wrong: null }
  const parsed = kioskSchema.safeParse(given)
  return parsed.success ? { document: parsed.data } : { wrong: fieldOf(parsed.error) }
}

function fieldOf({ issues: [issue] }: z.ZodError): string | null {
  const names = issue?.code === 'unrecognized_keys' ? issue.keys : issue?.path
  return names?.join('.') || null
}

function jsonIn(raw: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw))
  } catch {
    return undefined
  }
}

/** A browser sends every box, the empty ones too: those were not answered. */
function fieldsIn(raw: Uint8Array): Readonly<Record<string, string>> {
  const fields = new URLSearchParams(Buffer.from(raw).toString('utf8'))
  return Object.fromEntries([...fields].filter(([, value]) => value.trim() !== ''))
}

/** Node skips what is not base64; only what comes out the same again is. */
function isBase64(text: string): boolean {
  return Buffer.from(text, 'base64').toString('base64') === text
}
