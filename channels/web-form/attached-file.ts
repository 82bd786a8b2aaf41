/** A file within the document: its name, what its sender takes it for, and its bytes in base64. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { File } from '../channel.ts'
import type { Attachment } from '../../shared/submission.ts'
import { storable } from '../../shared/text/storable.ts'
import { fileMegabytes, largestFile, longestContent, longestLine } from './limits.ts'

const unknownType = 'application/octet-stream'

export const attachedFileSchema = z
  .strictObject({
    name: z.string().min(1).max(longestLine),
    contentType: z.string().max(longestLine).nullish(),
    content: z
      .string()
      .min(1)
      .refine(isBase64, { error: 'form:api.base64', abort: true })
      .refine((content) => bytesOf(content).length <= largestFile, 'form:api.fileLarge')
      .meta({
        contentEncoding: 'base64',
        maxLength: longestContent,
        description: `The bytes of the file, at most ${fileMegabytes} MB of them`,
      }),
  })
  .meta({ id: 'AttachedFile' })

type AttachedFile = z.output<typeof attachedFileSchema>

/** Of RFC 4648, with its padding. Without groups in the pattern, so that megabytes are read in one pass. */
function isBase64(content: string): boolean {
  return content.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(content)
}

function bytesOf(content: string): Uint8Array {
  return Buffer.from(content, 'base64')
}

/** What is said about it, and the file itself. Its type is only what was claimed: the bytes are looked at later. */
export function attached({ name, contentType, content }: AttachedFile): {
  readonly attachment: Attachment
  readonly file: File
} {
  const bytes = bytesOf(content)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    attachment: {
      name: storable(name),
      contentType: storable(contentType ?? '') || unknownType,
      size: bytes.length,
      sha256,
    },
    file: { sha256, content: bytes },
  }
}
