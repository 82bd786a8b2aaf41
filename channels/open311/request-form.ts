/** The form that a civic app posts (GeoReport v2, POST Service Request), with its pictures where it sends any. */
import busboy from 'busboy'
import { storable } from '../../shared/text/storable.ts'

/** The door limits the whole; a field may be as long as the longest description in UTF-8. */
const limits = { fieldSize: 1_048_576 }

/** A picture or film sent along, in whatever field. */
export interface RequestFile {
  readonly name: string
  readonly contentType: string
  readonly content: Uint8Array
}

export interface RequestForm {
  /** Empty where it was left out. Line ends and odd characters are levelled. */
  field(name: string): string
  /** `attribute[CODE]`. */
  attribute(code: string): string
  /** Addresses of pictures and films: one, or several under the same name. */
  readonly mediaUrls: readonly string[]
  readonly files: readonly RequestFile[]
}

/** GeoReport's own is a plain form; apps that send pictures themselves use one in parts. Bytes that are neither are empty. */
export async function requestFormIn(raw: Uint8Array, contentType: string | null): Promise<RequestForm> {
  const { texts, files } = isInParts(contentType) ? await partsIn(raw, contentType) : plainForm(raw)
  const field = (name: string) => texts.find((each) => each.name === name)?.text ?? ''
  return {
    field,
    attribute: (code) => field(`attribute[${code}]`),
    mediaUrls: texts
      .filter(({ name, text }) => /^media_url(?:\[\])?$/.test(name) && text !== '')
      .map(({ text }) => text),
    files,
  }
}

interface Entries {
  readonly texts: readonly { readonly name: string; readonly text: string }[]
  readonly files: readonly RequestFile[]
}

function plainForm(raw: Uint8Array): Entries {
  const entries = [...new URLSearchParams(Buffer.from(raw).toString('utf8'))]
  return { texts: entries.map(([name, value]) => textOf(name, value)), files: [] }
}

function textOf(name: string, value: string) {
  return { name, text: storable(value).trim() }
}

function isInParts(contentType: string | null): contentType is string {
  return contentType !== null && /^multipart\/form-data\b/i.test(contentType.trim())
}

/** What was read before the bytes break off, if they do, is not half a form: it is none. */
async function partsIn(raw: Uint8Array, contentType: string): Promise<Entries> {
  const texts: Entries['texts'][number][] = []
  const files: RequestFile[] = []
  return new Promise((resolve) => {
    const fail = () => resolve({ texts: [], files: [] })
    try {
      const reader = busboy({ headers: { 'content-type': contentType }, limits, defParamCharset: 'utf8' })
      reader.on('field', (name, value) => void texts.push(textOf(name, value)))
      reader.on('file', (_, stream, { filename, mimeType }) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => void parts.push(part))
        stream.on('error', fail)
        stream.on('end', () => {
          if (parts.length > 0) {
            files.push({ name: filename || 'file', contentType: mimeType, content: Buffer.concat(parts) })
          }
        })
      })
      reader.on('error', fail)
      reader.on('close', () => resolve({ texts, files }))
      reader.end(raw)
    } catch {
      fail()
    }
  })
}
