/** A document that the malware scanner held: whoever works on its part has it checked again, and nobody else. */
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { createFileStore } from '../../../services/files/file-store.ts'
import { supplyDocument } from '../../../services/store/joint/exchange-acts.ts'
import { asId, type FileId } from '../../../shared/ids.ts'
import { randomUUID } from 'node:crypto'
import { addStaff, dale, daleTriage } from '../../support/county.ts'
import type { Visitor } from '../desk/open-desk.ts'
import { openPortal } from './open-portal.ts'

const portal = await openPortal()
const { db, clock } = portal
const files = createFileStore(db, createEnvelope([Buffer.alloc(32, 7).toString('base64')]), null)

let dan: Visitor
let ann: Visitor
let base: string
let again: string
let file: FileId

beforeAll(async () => {
  await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  await addStaff(db, { email: 'ann@marsh.example' }, clock.now)
  dan = await portal.signedIn('dan@dale.example')
  ann = await portal.signedIn('ann@marsh.example')
})

beforeEach(async () => {
  const part = await portal.addPart()
  base = `/partner/cases/${part.reference}`
  const id = asId<'staff'>(
    (
      await db
        .selectFrom('staff')
        .select('id')
        .where('email', '=', 'dan@dale.example')
        .executeTakeFirstOrThrow()
    ).id,
  )
  const by = { kind: 'staff', id, organisation: dale } as const
  const given = { name: 'plan.txt', contentType: 'text/plain', content: Buffer.from(randomUUID()) }
  const supplied = await supplyDocument(
    db,
    files,
    { by, reference: part.reference, version: null, now: clock.now },
    { id: asId<'exchange'>(randomUUID()), body: '', answers: null, ...given },
  )
  expect(supplied.outcome).toBe('done')
  const row = await db
    .selectFrom('documents')
    .innerJoin('exchanges', 'exchanges.id', 'documents.exchange')
    .select(['documents.id', 'documents.file'])
    .where('exchanges.case', '=', part.id)
    .executeTakeFirstOrThrow()
  file = row.file
  again = `${base}/documents/${row.id}/scan-again`
})

const fileIs = (held: {
  readonly state: 'failed' | 'infected' | 'waiting' | 'clean'
  readonly problem?: string
}) =>
  db
    .updateTable('files')
    .set({ state: held.state, problem: held.problem ?? null, attempts: held.problem === undefined ? 0 : 1 })
    .where('id', '=', file)
    .execute()
const scannerAway = JSON.stringify({ key: 'pipeline:no-scanner' })

it.each([
  ['that could not be checked', { state: 'failed' }, 'for a long time'],
  [
    'while the scanner is away',
    { state: 'waiting', problem: scannerAway },
    'the malware scanner does not answer',
  ],
  ['in which malware was found', { state: 'infected' }, 'malware was found in it'],
] as const)('a document %s is checked again by those who supplied it', async (_, held, words) => {
  await fileIs(held)
  const page = (await dan.get(base)).text
  expect(page).toContain(words)
  expect(page).toContain(`action="${again}"`)
  expect((await dan.post(again, {}, base)).location).toBe(`${base}?done=scan-again`)
  expect(portal.rung.at(-1)).toEqual({ queue: 'examine', ids: [file] })
  expect(
    await db
      .selectFrom('files')
      .select(['state', 'problem'])
      .where('id', '=', file)
      .executeTakeFirstOrThrow(),
  ).toEqual({ state: 'waiting', problem: null })
  const acts = await db.selectFrom('audit_entries').select('act').where('about', '=', file).execute()
  expect(acts).toEqual([{ act: 'file.try-again' }])
})

it('one that is well, or is being checked already, is left alone', async () => {
  const rung = portal.rung.length
  for (const state of ['clean', 'waiting'] as const) {
    await fileIs({ state })
    expect((await dan.get(base)).text).not.toContain(again)
    expect((await dan.post(again, {}, base)).status).toBe(404)
  }
  expect(portal.rung).toHaveLength(rung)
})

it('nobody else has it checked, and none of another part', async () => {
  await fileIs({ state: 'failed' })
  const other = `/partner/cases/${(await portal.addPart()).reference}`
  expect((await ann.post(again, {}, '/partner')).status).toBe(404)
  expect((await dan.post(again.replace(base, other), {}, other)).status).toBe(404)
  expect((await dan.post(again, {}, base)).status).toBe(303)
})
