/** Where files lie: the same promises for the database and for S3-compatible storage. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBucket } from '../../../services/files/bucket.ts'
import { createFileStore, type FileStore } from '../../../services/files/file-store.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { findFile } from '../../../services/store/files.ts'
import type { FileId } from '../../../shared/ids.ts'
import { dale, layCounty, marsh } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { startFakeBucket, type FakeBucket } from '../../support/fake-bucket.ts'

const { connectionString } = await testDatabase()
const connection = connect(connectionString, { connections: 4 })
const { db } = connection
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
let bucket: FakeBucket
beforeAll(async () => {
  await layCounty(db, now)
  bucket = await startFakeBucket()
})
afterAll(async () => {
  await bucket.close()
  await connection.close()
})

const elsewhere = (url: string, complaints: unknown[] = []) => ({
  bucket: createBucket(url),
  complain: (error: unknown) => void complaints.push(error),
})
const stores: Readonly<Record<string, () => FileStore>> = {
  database: () => createFileStore(db, envelope, null),
  bucket: () => createFileStore(db, envelope, elsewhere(bucket.url)),
}

function fileOf(words: string) {
  const content = Buffer.from(words)
  return { content, sha256: createHash('sha256').update(content).digest('hex') }
}

async function rowOf(id: FileId) {
  const row = await findFile(db, id)
  if (row === null) throw new Error('The file has no row')
  return row
}

describe.each(Object.keys(stores))('files in the %s', (place) => {
  const store = () => stores[place]?.() ?? createFileStore(db, envelope, null)

  test('come back byte for byte, and lie there sealed', async () => {
    const file = fileOf(`a letter in the ${place}`)
    const row = await rowOf(await store().keep(marsh, file, now))
    expect(row.storedIn).toBe(place)
    expect(await store().open(row, 'original')).toEqual(file.content)
    const rows = await db.selectFrom('file_bytes').select('sealed').where('file', '=', row.id).execute()
    const lying = [...rows.map(({ sealed }) => sealed), ...bucket.objects.values()]
    expect(lying.length).toBeGreaterThan(0)
    expect(lying.filter((bytes) => bytes.includes(file.content))).toEqual([])
  })

  test('are kept once for an organisation, and apart for another, also when they come at once', async () => {
    const file = fileOf(`the same in the ${place}`)
    const ids = await Promise.all([1, 2, 3].map(() => store().keep(marsh, file, now)))
    expect(new Set(ids).size).toBe(1)
    expect(await store().keep(dale, file, now)).not.toBe(ids[0])
  })

  test('have what was made of them beside them', async () => {
    const row = await rowOf(await store().keep(marsh, fileOf(`a picture in the ${place}`), now))
    await store().keepRendition(row, 'thumbnail', Buffer.from('small'))
    await store().keepRendition(row, 'thumbnail', Buffer.from('smaller'))
    expect((await store().open(row, 'thumbnail')).toString()).toBe('smaller')
    expect((await store().open(row, 'original')).toString()).toContain('a picture')
  })
})

test('a file is found where it was put before the storage was set', async () => {
  const file = fileOf('an old letter')
  const id = await createFileStore(db, envelope, null).keep(marsh, file, now)
  const row = await rowOf(id)
  const store = createFileStore(db, envelope, elsewhere(bucket.url))
  expect(await store.keep(marsh, file, now)).toBe(id)
  expect(await store.open(row, 'original')).toEqual(file.content)
})

test('what the storage does not take is kept in the database, and the storage is left alone for a while', async () => {
  const wrong = bucket.url.replace('example%2Bsecret', 'other')
  expect(wrong).not.toBe(bucket.url)
  const complaints: unknown[] = []
  const store = createFileStore(db, envelope, elsewhere(wrong, complaints))
  const kept = ['refused', 'not even asked'].map(fileOf)
  for (const file of kept) {
    const row = await rowOf(await store.keep(marsh, file, now))
    expect(row.storedIn).toBe('database')
    expect(await store.open(row, 'original')).toEqual(file.content)
  }
  expect(complaints.map(String)).toEqual([expect.stringContaining('403')])
})

test('a file whose storage does not answer is said to be away for now, not to be a fault of ours', async () => {
  const row = await rowOf(
    await createFileStore(db, envelope, elsewhere(bucket.url)).keep(marsh, fileOf('away'), now),
  )
  const away = createFileStore(db, envelope, elsewhere(bucket.url.replace('example%2Bsecret', 'other')))
  await expect(away.open(row, 'original')).rejects.toMatchObject({ name: 'StorageAway', status: 503 })
})
