/** Sealing what people sent: a data key for each item, itself sealed with the hub's key, so that one item can be erased by its key. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  randomFillSync,
  type KeyObject,
} from 'node:crypto'
import type { NonEmpty } from '../../shared/words.ts'

export interface Envelope {
  /** The public name of the key that seals. */
  readonly sealsWith: string
  seal(plain: Uint8Array): Buffer
  /** Throws if the bytes were changed or sealed with another key. */
  open(sealed: Uint8Array): Buffer
}

const version = 1
const versionByte = Buffer.from([version])
const algorithm = 'aes-256-gcm'
const keyLength = 32
const ivLength = 12
const tagLength = 16
const keyNameLength = 4
const wrappedLength = ivLength + keyLength + tagLength

/** `keys`: base64 of 32 bytes each. The first seals; all open, so that a key can be replaced without a stop. */
export function createEnvelope(keys: NonEmpty<string>): Envelope {
  const masters = keys.map(masterOf)
  const byName = new Map(masters.map((master) => [master.name.toString('hex'), master]))
  const sealing = masterOf(keys[0])
  return {
    sealsWith: sealing.name.toString('hex'),
    seal(plain) {
      const dataKey = random(keyLength)
      return Buffer.concat([
        versionByte,
        sealing.name,
        ...encrypt(sealing.key, dataKey),
        ...encrypt(createSecretKey(dataKey), plain),
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
      const dataKey = decrypt(master.key, wrapped)
      return decrypt(dataKey, bytes.subarray(1 + keyNameLength + wrappedLength))
    },
  }
}

interface Master {
  readonly key: KeyObject
  /** Public: the start of the key's hash. */
  readonly name: Buffer
}

function masterOf(base64: string): Master {
  const key = Buffer.from(base64, 'base64')
  if (key.length !== keyLength) throw new RangeError('An encryption key is 32 bytes in base64')
  const name = createHash('sha256')
    .update('envelope key name')
    .update(key)
    .digest()
    .subarray(0, keyNameLength)
  return { key: createSecretKey(key), name }
}

/** Asking the system for a few bytes costs as much as for many: they are taken in store and each is handed out once. */
const store = Buffer.alloc(4_096)
let taken = store.length

function random(length: number): Buffer {
  if (taken + length > store.length) {
    randomFillSync(store)
    taken = 0
  }
  const bytes = Buffer.from(store.subarray(taken, taken + length))
  store.fill(0, taken, taken + length)
  taken += length
  return bytes
}

function encrypt(key: KeyObject | Buffer, plain: Uint8Array): readonly Buffer[] {
  const iv = random(ivLength)
  const cipher = createCipheriv(algorithm, key, iv)
  return [iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]
}

function decrypt(key: KeyObject | Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivLength), {
    authTagLength: tagLength,
  })
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength))
  return Buffer.concat([
    decipher.update(sealed.subarray(ivLength, sealed.length - tagLength)),
    decipher.final(),
  ])
}
