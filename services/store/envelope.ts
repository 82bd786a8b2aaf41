/** Sealing what people sent: a data key for each item, itself sealed with the hub's key, so that one item can be erased by its key. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

export interface Envelope {
  seal(plain: Uint8Array): Buffer
  /** Throws if the bytes were changed or sealed with another key. */
  open(sealed: Uint8Array): Buffer
}

const version = 1
const algorithm = 'aes-256-gcm'
const keyLength = 32
const ivLength = 12
const tagLength = 16
const keyNameLength = 4
const wrappedLength = ivLength + keyLength + tagLength

/** `keys`: base64 of 32 bytes each. The first seals; all open, so that a key can be replaced without a stop. */
export function createEnvelope(keys: readonly [string, ...string[]]): Envelope {
  const masters = keys.map((key) => Buffer.from(key, 'base64'))
  const byName = new Map(masters.map((master) => [nameOf(master).toString('hex'), master]))
  const [sealing] = masters
  if (sealing === undefined || masters.some((master) => master.length !== keyLength)) {
    throw new RangeError('An encryption key is 32 bytes in base64')
  }
  return {
    seal(plain) {
      const dataKey = randomBytes(keyLength)
      return Buffer.concat([
        Buffer.from([version]),
        nameOf(sealing),
        encrypt(sealing, dataKey),
        encrypt(dataKey, plain),
      ])
    },
    open(sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      const name = bytes.subarray(1, 1 + keyNameLength).toString('hex')
      const master = byName.get(name)
      if (bytes[0] !== version || master === undefined) {
        throw new Error(`Sealed with key ${name}, which ENCRYPTION_KEY does not hold`)
      }
      const wrapped = bytes.subarray(1 + keyNameLength, 1 + keyNameLength + wrappedLength)
      const dataKey = decrypt(master, wrapped)
      return decrypt(dataKey, bytes.subarray(1 + keyNameLength + wrappedLength))
    },
  }
}

/** A key's public name: the start of its hash. */
function nameOf(key: Buffer): Buffer {
  return createHash('sha256').update('envelope key name').update(key).digest().subarray(0, keyNameLength)
}

function encrypt(key: Buffer, plain: Uint8Array): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv(algorithm, key, iv)
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivLength), {
    authTagLength: tagLength,
  })
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength))
  return Buffer.concat([
    decipher.update(sealed.subarray(ivLength, sealed.length - tagLength)),
    decipher.final(),
  ])
}
