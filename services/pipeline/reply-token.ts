/** The token in our reply address: it names the case and is signed, so that nobody can write themselves into another. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { readReference, type Reference } from '../../shared/reference.ts'

export interface ReplyTokens {
  sign(reference: Reference): string
  /** Null when the token is not one of ours. */
  verify(token: string): Reference | null
}

/** Hex digits of the signature: 64 bits, and an address must stay short (RFC 5321: 64 octets before the @). */
const signatureLength = 16

export function createReplyTokens(secret: string): ReplyTokens {
  const signatureOf = (reference: Reference) =>
    createHmac('sha256', secret).update(`reply ${reference}`).digest('hex').slice(0, signatureLength)
  return {
    sign: (reference) => `${reference.replaceAll('-', '').toLowerCase()}.${signatureOf(reference)}`,
    verify(token) {
      const [body = '', signature = ''] = token.toLowerCase().split('.')
      const reference = readReference(body)
      if (reference === null || signature.length !== signatureLength) return null
      return timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(reference))) ? reference : null
    },
  }
}
