/** The token of a link: 256 random bits, signed, so that a guess is refused before anything is looked up. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const tokenBytes = 32
const signatureLength = 22

export function makeLinkToken(secret: string): string {
  const random = randomBytes(tokenBytes).toString('base64url')
  return `${random}.${signatureOf(random, secret)}`
}

export function isLinkToken(token: string, secret: string): boolean {
  const [random = '', signature = ''] = token.split('.')
  const right = Buffer.from(signatureOf(random, secret))
  const given = Buffer.from(signature)
  return given.length === right.length && timingSafeEqual(given, right)
}

function signatureOf(random: string, secret: string): string {
  return createHmac('sha256', secret).update(`link ${random}`).digest('base64url').slice(0, signatureLength)
}
