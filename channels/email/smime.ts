/**
 * Opens what a mail program signed in one piece (S/MIME: RFC 8551, RFC 5652): the message is whole inside. Who signed is
 * not judged here. What is encrypted stays shut, and is known to be so.
 */
import { Constructed, fromBER, ObjectIdentifier, OctetString, Sequence, type BaseBlock } from 'asn1js'
import type { MailFile } from './mail.ts'

export type Wrapped = { readonly is: 'signed'; readonly message: Uint8Array } | { readonly is: 'encrypted' }

const signedData = '1.2.840.113549.1.7.2'
/** Enveloped, and enveloped with a check of its own (RFC 5083). */
const encryptedData: ReadonlySet<string> = new Set(['1.2.840.113549.1.7.3', '1.2.840.113549.1.9.16.1.23'])

/** Null where it is no such file, or a broken one: it then stays as it came. Never throws. */
export function openWrapped({ name, contentType, content }: MailFile): Wrapped | null {
  const isOne = /^application\/(?:x-)?pkcs7-mime$/.test(contentType) || /\.p7m$/i.test(name)
  if (!isOne) return null
  try {
    const [type, held] = partsOf(fromBER(Buffer.from(content)).result)
    if (!(type instanceof ObjectIdentifier)) return null
    const kind = type.valueBlock.toString()
    if (encryptedData.has(kind)) return { is: 'encrypted' }
    const message = kind === signedData ? signedMessage(held) : null
    return message === null || message.length === 0 ? null : { is: 'signed', message }
  } catch {
    return null
  }
}

/** SignedData: version, digestAlgorithms, encapContentInfo. One that only carries certificates has no message. */
function signedMessage(tagged: BaseBlock | undefined): Uint8Array | null {
  const encapsulated = partsOf(partsOf(tagged)[0])[2]
  const message = partsOf(partsOf(encapsulated)[1])[0]
  return message instanceof OctetString ? Buffer.from(message.getValue()) : null
}

function partsOf(block: BaseBlock | undefined): readonly BaseBlock[] {
  return block instanceof Sequence || block instanceof Constructed ? block.valueBlock.value : []
}
