/** Files and lessons, between two hubs over real HTTP: each crosses once, and goes when consent goes. */
import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createFileStore } from '../../../services/files/file-store.ts'
import { writeLesson } from '../../../services/store/joint/learning-acts.ts'
import { supplyDocument } from '../../../services/store/joint/exchange-acts.ts'
import { usualCovers } from '../../../shared/joint/consent.ts'
import { asId, type FileId } from '../../../shared/ids.ts'
import { dale, marsh } from '../../support/county.ts'
import { openTwoHubs } from './two-hubs.ts'

const hubs = await openTwoHubs()
const { theirs, here, told, work, opened, made, dan, acting, owed, files, consent } = hubs
const theirFiles = createFileStore(theirs.db, theirs.envelope, null)

/** Kept by their hub, and looked at. */
async function kept(content: string): Promise<FileId> {
  const bytes = Buffer.from(content)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = await theirFiles.keep(marsh, { sha256, content: bytes }, theirs.clock.now)
  await theirs.db.updateTable('files').set({ state: 'clean' }).where('id', '=', file).execute()
  return file
}

async function attach(content: string): Promise<void> {
  const covers = JSON.stringify({ ...usualCovers([0]), attachments: true })
  await theirs.db.updateTable('consents').set({ covers }).where('case', '=', made().id).execute()
  const named = { name: 'bruise.txt', content_type: 'text/plain', size: content.length, position: 0 }
  await theirs.db
    .insertInto('attachments')
    .values({ ...named, delivery: made().delivery, file: await kept(content) })
    .execute()
}

/** By whoever leads, on the part. */
async function supplied(content: string): Promise<void> {
  const { id } = await theirs.db
    .insertInto('exchanges')
    .values({
      ...{ case: made().id, part: made().part, kind: 'document' as const, from_organisation: marsh },
      ...{ body: 'The ward log', written_at: theirs.clock.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const named = { name: 'log.txt', content_type: 'text/plain', size: content.length }
  await theirs.db
    .insertInto('documents')
    .values({ ...named, exchange: id, file: await kept(content) })
    .execute()
}

async function storedHere(table: 'attachments' | 'documents') {
  const rows = await here.db
    .selectFrom(table)
    .innerJoin('files', 'files.id', `${table}.file`)
    .select([`${table}.id`, `${table}.name`, 'files.id as file', 'files.stored_in as storedIn'])
    .execute()
  return Promise.all(
    rows.map(async ({ id, name, ...file }) => ({
      id,
      name,
      content: (await files.open({ id: file.file, storedIn: file.storedIn }, 'original')).toString(),
    })),
  )
}

const bytesKept = async () => (await here.db.selectFrom('file_bytes').select('file').execute()).length

describe('files', () => {
  it('of the person and of the lead come here once, and are gone when consent is', async () => {
    await attach('what the bruise looked like')
    await supplied('the log of that night')
    const { reference } = await opened()
    expect(await owed()).toEqual([])
    const there = await theirs.db.selectFrom('attachments').select('id').execute()
    expect(await storedHere('attachments')).toEqual([
      { id: there[0]?.id, name: 'bruise.txt', content: 'what the bruise looked like' },
    ])
    expect(await storedHere('documents')).toMatchObject([
      { name: 'log.txt', content: 'the log of that night' },
    ])
    await told()
    await work()
    expect([(await storedHere('attachments')).length, (await storedHere('documents')).length]).toEqual([1, 1])
    const page = await dan().get(`/desk/cases/${reference}`)
    expect(page.text).toContain('bruise.txt')
    const before = await bytesKept()
    await consent('withdrawn')
    await told()
    await work()
    expect([await storedHere('attachments'), await storedHere('documents')]).toEqual([[], []])
    expect(await bytesKept()).toBe(before - 2)
  })

  it('that consent does not cover any more are not kept, and those not looked at yet are not asked for', async () => {
    await attach('a second bruise')
    await theirs.db.updateTable('files').set({ state: 'waiting' }).execute()
    await opened()
    expect(await storedHere('attachments')).toEqual([])
    await theirs.db.updateTable('files').set({ state: 'clean' }).execute()
    await told()
    await work()
    expect(await storedHere('attachments')).toMatchObject([{ content: 'a second bruise' }])
    const covers = JSON.stringify(usualCovers([0]))
    await theirs.db.updateTable('consents').set({ covers }).where('case', '=', made().id).execute()
    await told()
    await work()
    expect(await storedHere('attachments')).toEqual([])
  })

  it('that our staff supply are brought there once, when they have been looked at', async () => {
    const { reference } = await opened()
    const given = {
      ...{ id: asId<'exchange'>(randomUUID()), body: 'Our rota', answers: null },
      ...{ name: 'rota “night”.txt', contentType: 'text/plain', content: Buffer.from('who was on duty') },
    }
    expect((await supplyDocument(here.db, files, acting(reference), given)).outcome).toBe('done')
    await work()
    expect(await owed()).toMatchObject([{ act: 'document', state: 'waiting' }])
    await here.db.updateTable('files').set({ state: 'clean' }).execute()
    await here.db.updateTable('peer_errands').set({ due_at: here.clock.now }).execute()
    await work()
    await supplyDocument(here.db, files, acting(reference), given)
    await work()
    expect(await owed()).toEqual([])
    const there = await theirs.db
      .selectFrom('documents')
      .innerJoin('exchanges', 'exchanges.id', 'documents.exchange')
      .innerJoin('files', 'files.id', 'documents.file')
      .select(['documents.name', 'exchanges.body', 'files.id', 'files.stored_in as storedIn'])
      .where('exchanges.case', '=', made().id)
      .execute()
    expect(there).toMatchObject([{ name: 'rota “night”.txt', body: 'Our rota' }])
    const [file] = there
    const content = file && (await theirFiles.open({ id: file.id, storedIn: file.storedIn }, 'original'))
    expect(content?.toString()).toBe('who was on duty')
  })

  it('in which harm was found are not sent, and a person is told', async () => {
    const { reference } = await opened()
    const id = asId<'exchange'>(randomUUID())
    const file = { name: 'rota.txt', contentType: 'text/plain', content: Buffer.from('something harmful') }
    await supplyDocument(here.db, files, acting(reference), { id, body: '', answers: null, ...file })
    await here.db.updateTable('files').set({ state: 'infected' }).execute()
    await work()
    expect(await owed()).toMatchObject([{ state: 'failed', problem: { key: 'pipeline:errand.harmful' } }])
  })
})

it('a lesson that our staff write is seen by the lead, once', async () => {
  const { reference } = await opened()
  const lesson = {
    ...{ id: randomUUID(), issue: 0, learned: 'Orders get lost.', action: 'Read them twice.' },
    actionBy: '2027-01-15',
  }
  await writeLesson(here.db, acting(reference), lesson)
  await writeLesson(here.db, acting(reference), lesson)
  await work()
  expect(await owed()).toEqual([])
  const there = await theirs.db.selectFrom('lessons').selectAll().where('case', '=', made().id).execute()
  expect(there).toMatchObject([
    { id: lesson.id, organisation: dale, learned: 'Orders get lost.', action_by: '2027-01-15' },
  ])
})
