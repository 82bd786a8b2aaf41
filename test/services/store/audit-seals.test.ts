/** The sealed audit is whole however the acts that wrote it overlapped, and says so only as long as it is. */
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import fc from 'fast-check'
import { sql, type ControlledTransaction } from 'kysely'
import { record, theHub } from '../../../services/store/audit.ts'
import { sealAudit, verifyAudit } from '../../../services/store/audit-seals.ts'
import { connect, type Queries } from '../../../services/store/database.ts'
import type { DB } from '../../../services/store/tables.ts'
import { testDatabase } from '../../support/database.ts'

const connection = connect((await testDatabase()).connectionString, { connections: 8 })
const { db } = connection
const noon = new Date('2026-11-22T12:00:00Z')
const secondsLater = (seconds: number): Date => new Date(noon.getTime() + seconds * 1_000)

afterAll(() => connection.close())
beforeEach(async () => {
  await withoutGuard(sql`truncate audit_entries, audit_seals`)
})

/** What only somebody with the owner's rights over the database can do. */
async function withoutGuard(statement: ReturnType<typeof sql>): Promise<void> {
  await db.transaction().execute(async (queries) => {
    for (const table of ['audit_entries', 'audit_seals']) {
      await sql`alter table ${sql.table(table)} disable trigger only_added_to`.execute(queries)
    }
    await statement.execute(queries)
    for (const table of ['audit_entries', 'audit_seals']) {
      await sql`alter table ${sql.table(table)} enable trigger only_added_to`.execute(queries)
    }
  })
}

const write = (queries: Queries, act: string, at = noon): Promise<void> =>
  record(queries, { at, actor: theHub, act, about: { kind: 'case', id: act }, organisation: null })

const sealed = async (): Promise<number> => {
  const check = await verifyAudit(db)
  if (!check.whole) throw new Error(`It does not match: ${JSON.stringify(check)}`)
  return check.entries
}

/** Seals until so many are. A transaction that is open anywhere on the server, as in another test, holds sealing up. */
async function sealedInTheEnd(count: number): Promise<void> {
  await vi.waitFor(
    async () => {
      await sealAudit(db, secondsLater(120))
      expect(await sealed()).toBe(count)
    },
    { timeout: 10_000, interval: 20 },
  )
}

/** An act that is under way and has written its entry. */
async function underWay(act: string): Promise<ControlledTransaction<DB>> {
  const open = await db.startTransaction().execute()
  await write(open, act)
  return open
}

test('an act still under way while its neighbours are sealed is sealed when it is done', async () => {
  const slow = await underWay('slow')
  await write(db, 'quick')
  await sealAudit(db, secondsLater(60))
  await slow.commit().execute()
  await write(db, 'later')
  await sealedInTheEnd(3)
})

test('an act that began first and wrote last is sealed once the one between them is done', async () => {
  const first = await db.startTransaction().execute()
  await sql`select pg_current_xact_id()`.execute(first)
  const slow = await underWay('slow')
  await write(first, 'wrote last')
  await first.commit().execute()
  await sealAudit(db, secondsLater(60))
  await slow.commit().execute()
  await sealedInTheEnd(2)
})

test('entries whose times are not in the order of their ids are all sealed', async () => {
  await write(db, 'of now', secondsLater(59))
  await write(db, 'of before', secondsLater(1))
  await sealAudit(db, secondsLater(60))
  await write(db, 'of long before', secondsLater(-3_600))
  await sealedInTheEnd(3)
})

test('an act that was undone leaves a gap that nobody takes for a missing entry', async () => {
  await write(db, 'before')
  const undone = await underWay('undone')
  await write(db, 'after')
  await undone.rollback().execute()
  await sealedInTheEnd(2)
})

test('however acts overlap, every entry is sealed once and the whole matches', async () => {
  const step = fc.record({ does: fc.constantFrom('write', 'commit', 'rollback', 'seal'), which: fc.nat(2) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
      await withoutGuard(sql`truncate audit_entries, audit_seals`)
      const open = await Promise.all([0, 1, 2].map(() => db.startTransaction().execute()))
      for (const { does, which } of steps) {
        const one = open[which]
        if (does === 'seal') await sealAudit(db, noon)
        if (does === 'write' && one !== undefined) await write(one, 'some act')
        if ((does === 'commit' || does === 'rollback') && one !== undefined) {
          await one[does]().execute()
          open[which] = await db.startTransaction().execute()
        }
      }
      for (const one of open) await one.commit().execute()
      const { count } = await db
        .selectFrom('audit_entries')
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      await sealedInTheEnd(count)
    }),
    { numRuns: 40 },
  )
})

test.each([
  ['changed', sql`update audit_entries set act = 'something else' where act = 'second'`],
  ['taken out', sql`delete from audit_entries where act = 'second'`],
  [
    'slipped in',
    sql`insert into audit_entries (at, actor_kind, actor, act, about_kind, about, written_in)
      select at, actor_kind, actor, 'never happened', about_kind, about, written_in
        from audit_entries where act = 'first'`,
  ],
])('an entry that was %s after sealing is found', async (_, tampering) => {
  for (const [at, act] of ['first', 'second', 'third'].entries()) {
    await write(db, act)
    await sealedInTheEnd(at + 1)
  }
  await withoutGuard(tampering)
  expect(await verifyAudit(db)).toMatchObject({ whole: false })
})

test('restored into a server that counts its transactions lower, sealing says what to do', async () => {
  await write(db, 'of the old server')
  await withoutGuard(sql`update audit_entries set written_in = '9000000000'`)
  await withoutGuard(sql`
    insert into audit_seals (first_entry, last_entry, last_written_in, entries, previous_hash, hash, sealed_at)
      select id, id, written_in, 1, '', '', at from audit_entries`)
  await expect(sealAudit(db, noon)).rejects.toThrow(/pg_resetwal/)
})

test('an end that was cut off with its seals is found by a hash that was kept elsewhere', async () => {
  await write(db, 'first')
  await sealedInTheEnd(1)
  await write(db, 'second')
  await sealedInTheEnd(2)
  const kept = await verifyAudit(db)
  const lastHash = kept.whole ? (kept.lastHash ?? '') : ''
  expect(await verifyAudit(db, lastHash)).toEqual(kept)
  await withoutGuard(sql`with gone as (delete from audit_entries where act = 'second' returning id)
    delete from audit_seals where last_entry in (select id from gone)`)
  expect(await verifyAudit(db)).toMatchObject({ whole: true, entries: 1 })
  expect(await verifyAudit(db, lastHash)).toEqual({ whole: false, missing: lastHash })
})
