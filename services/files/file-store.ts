/** Where the bytes of files lie, sealed: in the database or in S3-compatible storage; who asks need not know. */
import type { FileId, OrganisationId } from '../../shared/ids.ts'
import type { Queries } from '../store/database.ts'
import type { Envelope } from '../store/envelope.ts'
import {
  allotFile,
  getBytes,
  markStored,
  putBytes,
  type FileRow,
  type Rendition,
  type StoredIn,
} from '../store/files.ts'
import type { Bucket } from './bucket.ts'

export interface FileStore {
  /** Resolves when the bytes are durable, or will be with the transaction of `within`; kept once for an organisation. */
  keep(
    organisation: OrganisationId,
    file: { readonly sha256: string; readonly content: Uint8Array },
    now: Date,
    within?: Queries,
  ): Promise<FileId>
  /** Throws StorageAway while the storage it lies in does not answer. */
  open(file: FileRow, rendition: Rendition): Promise<Buffer>
  /** Something made from the original, kept beside it; made again, it takes the place of what was there. */
  keepRendition(file: FileRow, rendition: Rendition, content: Uint8Array): Promise<void>
}

/** Storage elsewhere. */
export interface Elsewhere {
  readonly bucket: Bucket
  /** Told whenever it did not take a file. */
  readonly complain: (error: unknown) => void
}

/** Whoever asked for the file may ask again later: pages answer it as 503. */
export class StorageAway extends Error {
  override readonly name = 'StorageAway'
  readonly status = 503
}

/** After a failure the storage is left alone so long: where it hangs, each file of a mail would wait for it anew. */
const restMs = 30_000

/**
 * `elsewhere`: null keeps them in the database. What was kept elsewhere before is found where it was put. While the
 * storage does not take a file it is kept in the database, and stays there: nobody's words wait for a picture.
 */
export function createFileStore(db: Queries, envelope: Envelope, elsewhere: Elsewhere | null): FileStore {
  let restsUntil = 0
  const put = async (
    place: StoredIn,
    id: FileId,
    rendition: Rendition,
    content: Uint8Array,
    queries: Queries = db,
  ) => {
    const sealed = envelope.seal(content)
    if (place === 'database') await putBytes(queries, id, rendition, sealed)
    else await bucketOf(elsewhere).put(objectName(id, rendition), sealed)
  }
  const putOriginal = async (id: FileId, content: Uint8Array, queries: Queries): Promise<StoredIn> => {
    if (elsewhere !== null && performance.now() >= restsUntil) {
      try {
        await put('bucket', id, 'original', content)
        return 'bucket'
      } catch (error) {
        restsUntil = performance.now() + restMs
        elsewhere.complain(error)
      }
    }
    await put('database', id, 'original', content, queries)
    return 'database'
  }
  return {
    async keep(organisation, { sha256, content }, now, within = db) {
      const { id, storedIn } = await allotFile(within, { organisation, sha256, size: content.length }, now)
      if (storedIn !== null) return id
      await markStored(within, id, await putOriginal(id, content, within))
      return id
    },
    async open({ id, storedIn }, rendition) {
      const sealed =
        storedIn === 'bucket'
          ? await getElsewhere(bucketOf(elsewhere), id, rendition)
          : await getBytes(db, id, rendition)
      if (sealed === null) throw new Error(`The file ${id} is not where it was put`)
      return envelope.open(sealed)
    },
    async keepRendition({ id, storedIn }, rendition, content) {
      await put(storedIn ?? 'database', id, rendition, content)
    },
  }
}

async function getElsewhere(bucket: Bucket, id: FileId, rendition: Rendition): Promise<Buffer | null> {
  try {
    return await bucket.get(objectName(id, rendition))
  } catch (cause) {
    throw new StorageAway(`The storage did not hand out the file ${id}`, { cause })
  }
}

/** By the row's own id: a hash would tell whoever lists the bucket who has the same file. */
function objectName(id: FileId, rendition: Rendition): string {
  return `files/${id}/${rendition}`
}

function bucketOf(elsewhere: Elsewhere | null): Bucket {
  if (elsewhere === null)
    throw new Error('A file is in the storage that STORAGE_URL named, which is not set any more')
  return elsewhere.bucket
}
