/** The pictures of a text: fetched as evidence, then attachments under a name that says what they are. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Attachment } from '../../shared/submission.ts'
import type { Evidence, EvidenceRequest, File } from '../channel.ts'
import type { Picture, SmsProvider } from './provider.ts'

export interface Fetched {
  readonly attachments: readonly Attachment[]
  readonly files: readonly File[]
  /** How many could not be had. */
  readonly missing: number
}

export function picturesWanted(
  pictures: readonly Picture[],
  providers: readonly SmsProvider[],
): readonly EvidenceRequest[] {
  return pictures.flatMap(({ url }, at) => {
    const headers = providers.map((provider) => provider.mayFetch(url)).find((found) => found !== null)
    if (headers === undefined) return []
    return [
      {
        key: keyAt(at),
        isContent: true,
        gather: async (tools) => {
          const { contentType, content } = await tools.download(url, headers)
          return { contentType, content: Buffer.from(content).toString('base64') }
        },
      } satisfies EvidenceRequest,
    ]
  })
}

function keyAt(at: number): string {
  return `picture-${at}`
}

const evidenceSchema = z.object({ contentType: z.string().nullable(), content: z.base64() })

export function picturesFetched(pictures: readonly Picture[], evidence: Evidence): Fetched {
  const found = pictures.flatMap((picture, at) => {
    const answer = evidenceSchema.safeParse(evidence.get(keyAt(at)))
    return answer.success ? [attached(picture, at, Buffer.from(answer.data.content, 'base64'))] : []
  })
  return {
    attachments: found.map(({ attachment }) => attachment),
    files: found.map(({ file }) => file),
    missing: pictures.length - found.length,
  }
}

function attached({ contentType }: Picture, at: number, content: Uint8Array) {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const attachment: Attachment = {
    name: `picture-${at + 1}.${endings.get(contentType) ?? 'bin'}`,
    contentType,
    size: content.length,
    sha256,
  }
  return { attachment, file: { sha256, content } satisfies File }
}

/** What telephones attach; a text brings no file names. */
const endings: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['image/jpg', 'jpg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['image/heic', 'heic'],
  ['video/mp4', 'mp4'],
  ['video/3gpp', '3gp'],
  ['audio/mpeg', 'mp3'],
  ['audio/mp4', 'm4a'],
  ['audio/amr', 'amr'],
  ['text/vcard', 'vcf'],
  ['text/x-vcard', 'vcf'],
  ['text/plain', 'txt'],
  ['application/pdf', 'pdf'],
])
