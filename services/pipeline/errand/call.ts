/** The call that an errand is: what is asked of the hub that leads, or what of ours is brought there. */
import { mayBeOpened } from '../../../shared/attached.ts'
import { reason } from '../../../shared/finding.ts'
import { isLooking } from '../../../shared/joint/errand.ts'
import { largestDocument } from '../../../shared/joint/exchange.ts'
import type { FileStore } from '../../files/file-store.ts'
import type { OutwardCall } from '../../outward/call.ts'
import type { Database } from '../../store/database.ts'
import type { Envelope } from '../../store/envelope.ts'
import { loadBrought, type Brought } from '../../store/joint/brought.ts'
import type { Errand } from '../../store/joint/errands.ts'
import { placeOfFile } from '../../store/joint/peer-files.ts'
import { NeedsAPerson, TryLater } from '../step.ts'

export interface CallParts {
  readonly db: Database
  readonly envelope: Envelope
  readonly files: Pick<FileStore, 'open'>
}

/** A part with all that was said about it; a hub that answers with more is not answering us. */
const answerLimit = 4 * 1024 * 1024

/** Null: it is not wanted any more. Throws NeedsAPerson, or TryLater for a file that nobody has looked at yet. */
export async function callFor(parts: CallParts, errand: Errand): Promise<OutwardCall | null> {
  const home = `${errand.url}/api/v1/partner`
  const authorization = `Bearer ${Buffer.from(parts.envelope.open(errand.sealedKey)).toString()}`
  if (isLooking(errand.act)) {
    const path = await placeOf(parts, errand)
    if (path === null) return null
    const limit = errand.act === 'fetch' ? largestDocument : answerLimit
    return { method: 'GET', url: `${home}/${path}`, headers: { authorization }, answerLimit: limit }
  }
  const brought = await loadBrought(parts.db, errand, errand.act)
  if (brought === null) throw new NeedsAPerson(reason('pipeline:errand.gone'))
  const { type, body } = await bodyOf(parts, brought)
  const headers = { authorization, 'content-type': type }
  return { method: 'POST', url: `${home}/${brought.path}`, headers, body, answerLimit }
}

async function placeOf({ db }: CallParts, errand: Errand): Promise<string | null> {
  if (errand.act === 'leads') return 'leads'
  const part = `parts/${errand.reference}`
  if (errand.act === 'look') return part
  const file = await placeOfFile(db, errand)
  return file === null ? null : `${part}/${file}`
}

async function bodyOf({ files }: CallParts, { body, document }: Brought) {
  if (document === undefined) return { type: 'application/json', body: JSON.stringify(body) }
  if (document.state === 'waiting' || document.state === 'coming') {
    throw new TryLater(reason('pipeline:errand.not-looked-at'))
  }
  if (!mayBeOpened(document.state)) throw new NeedsAPerson(reason('pipeline:errand.harmful'))
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') form.set(name, value)
  }
  const content = await files.open(document.file, 'original')
  form.set('file', new Blob([new Uint8Array(content)], { type: document.contentType }), document.name)
  const encoded = new Response(form)
  const type = encoded.headers.get('content-type') ?? 'multipart/form-data'
  return { type, body: new Uint8Array(await encoded.arrayBuffer()) }
}
