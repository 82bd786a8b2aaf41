/**
 * Opens what a mail program signed or compressed in one piece (S/MIME: RFC 8551, RFC 5652, RFC 3274): the message is
 * whole inside. Who signed is not judged here. What is encrypted stays shut, and is known to be so.
 */
import { inflateSync } from 'node:zlib'
import { Constructed, fromBER, ObjectIdentifier, OctetString, Sequence, type BaseBlock } from 'asn1js'
import type { MailFile } from './mail.ts'

export type Wrapped =
  | { readonly is: 'signed' | 'compressed'; readonly message: Uint8Array }
  | { readonly is: 'encrypted' }
  /** Broken, or of a kind that is not known here: what is in it, nobody has seen. */
  | { readonly is: 'shut' }

const signedData = '1.2.840.113549.1.7.2'
const compressedData = '1.2.840.113549.1.9.16.1.9'
/** Enveloped, and enveloped with a check of its own (RFC 5083). */
const encryptedData: ReadonlySet<string> = new Set(['1.2.840.113549.1.7.3', '1.2.840.113549.1.9.16.1.23'])

/** The only way of compressing that RFC 3274 knows. */
const zlib = '1.2.840.113549.1.9.16.3.8'
/** Some bytes can stand for a thousand times as many: what grows larger than any mail stays shut. */
const largestInflated = 64 * 1024 * 1024

/** Null where it is no such file, or one that holds only certificates: it then stays as it came. Never throws. */
export function openWrapped({ name, contentType, content }: MailFile): Wrapped | null {
  const isOne = /^application\/(?:x-)?pkcs7-mime$/.test(contentType) || /\.p7m$/i.test(name)
  if (!isOne) return null
  try {
    const [type, held] = partsOf(fromBER(Buffer.from(content)).result)
    const kind = type instanceof ObjectIdentifier ? type.valueBlock.toString() : ''
    if (encryptedData.has(kind)) return { is: 'encrypted' }
    if (kind === compressedData) return opened('compressed', inflated(held))
    if (kind !== signedData) return { is: 'shut' }
    return partsOf(encapsulatedIn(held)).length === 1 ? null : opened('signed', messageIn(held))
  } catch {
    return { is: 'shut' }
  }
}

/** What does not begin with a header is no mail: a contract, for example, that was signed and saved. */
function opened(is: 'signed' | 'compressed', message: Uint8Array | null): Wrapped {
  const start = Buffer.from(message?.subarray(0, 200) ?? []).toString('latin1')
  return message !== null && /^\s*[!-9;-~]+[ \t]*:/.test(start) ? { is, message } : { is: 'shut' }
}

/** CompressedData: version, compressionAlgorithm, encapContentInfo. */
function inflated(tagged: BaseBlock | undefined): Uint8Array | null {
  const [algorithm] = partsOf(partsOf(partsOf(tagged)[0])[1])
  const isZlib = algorithm instanceof ObjectIdentifier && algorithm.valueBlock.toString() === zlib
  const packed = isZlib ? messageIn(tagged) : null
  return packed === null ? null : inflateSync(packed, { maxOutputLength: largestInflated })
}

/** Third in both: SignedData is version, digestAlgorithms, encapContentInfo. */
function encapsulatedIn(tagged: BaseBlock | undefined): BaseBlock | undefined {
  return partsOf(partsOf(tagged)[0])[2]
}

function messageIn(tagged: BaseBlock | undefined): Uint8Array | null {
  const message = partsOf(partsOf(encapsulatedIn(tagged))[1])[0]
  return message instanceof OctetString ? Buffer.from(message.getValue()) : null
}

function partsOf(block: BaseBlock | undefined): readonly BaseBlock[] {
  return block instanceof Sequence || block instanceof Constructed ? block.valueBlock.value : []
}
