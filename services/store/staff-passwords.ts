/** Passwords as argon2id hashes in the PHC string format; the parameters are OWASP's (19 MiB, two passes, one lane). */
import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const deriveKey = promisify(argon2)

const memory = 19_456
const passes = 2
const parallelism = 1
const saltLength = 16
const hashLength = 32
const settings = `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`

const ourHash = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/

/** NIST SP 800-63B asks for at least eight; staff accounts guard health matters, so twelve. */
export const shortestPassword = 12
/** Longer than any phrase a person types; hashing cost must not grow with what a stranger sends. */
export const longestPassword = 200

/**
 * Made from a random password that was thrown away: an account that does not exist is checked against it,
 * so that the answer takes as long as for one that does.
 */
const nobodysHash = `${settings}LdUpLlIO2pVkbiG3nFEzsQ$qHa7gVm2ZcDRW+m7rAFJ7DvY3uWZvzBHmTqLhJsjYkE`

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltLength)
  return `${settings}${unpadded(salt)}$${unpadded(await derive(password, salt))}`
}

/**
 * Does the password fit the stored hash? Null stands for an account that does not exist, and so does what is no such
 * hash: never, in the same time.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const known = stored !== null && ourHash.test(stored)
  const [salt = '', expected = ''] = (known ? stored : nobodysHash).slice(settings.length).split('$')
  const derived = await derive(password.slice(0, longestPassword), Buffer.from(salt, 'base64'))
  return timingSafeEqual(Buffer.from(expected, 'base64'), derived) && known
}

/** Four groups of five letters and figures that are not easily mistaken for one another: 99 bits. */
export function generatePassword(): string {
  const symbols = 'abcdefghjkmnpqrstuvwxyz23456789'
  const symbol = (): string => symbols[randomInt(symbols.length)] ?? ''
  return Array.from({ length: 4 }, () => Array.from({ length: 5 }, symbol).join('')).join('-')
}

/** The same letter may be typed as one character or as two (é); both must be the same password. */
function derive(password: string, salt: Buffer): Promise<Buffer> {
  const message = password.normalize('NFKC')
  return deriveKey('argon2id', { message, nonce: salt, parallelism, tagLength: hashLength, memory, passes })
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/(?<!=)=+$/, '')
}
