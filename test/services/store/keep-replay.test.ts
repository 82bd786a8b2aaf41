/** A replay may run twice, beside another and beside staff: nothing is written double and nothing is lost. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sql } from 'kysely'
import { keepReplay } from '../../../services/store/keep-replay.ts'
import type { Standing } from '../../../services/store/replays.ts'
import { testDatabase } from '../../support/database.ts'
import { startTestHub, type TestHub } from '../../support/hub.ts'
import { routedCase, routedAgain } from '../../support/routed-case.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub((await testDatabase()).connectionString)
})
afterAll(() => hub.close())

/** As many as there are, of everything that routing again may add. */
async function rowsOf({ case: id }: Standing) {
  const { db } = hub.base.connection
  const findings = await db.selectFrom('findings').select('id').where('case', '=', id).execute()
  const gradings = await db.selectFrom('gradings').select('id').where('case', '=', id).execute()
  const audit = await db
    .selectFrom('audit_entries')
    .select('about')
    .where('about', '=', id)
    .where('act', '=', 'case.replay')
    .execute()
  const { version } = await db
    .selectFrom('cases')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { findings: findings.length, gradings: gradings.length, audit: audit.length, version }
}

async function stands({ case: id }: Standing) {
  return hub.base.connection.db
    .selectFrom('cases')
    .select(['kind', 'level', 'flags'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

async function lower({ case: id }: Standing): Promise<void> {
  await hub.base.connection.db
    .updateTable('cases')
    .set({ level: 'Low', flags: [] })
    .where('id', '=', id)
    .execute()
}

const abuse = (on: string) => `A carer hit my father on ${on} and he is afraid of her.`

test('routing again by the same rules writes nothing at all', async () => {
  const standing = await routedCase(hub, 'The letter about my appointment never came.')
  const before = await rowsOf(standing)
  expect(
    await keepReplay(hub.base.connection.db, standing, ...(await routedAgain(hub, standing)), new Date()),
  ).toEqual({ written: false, suggested: [] })
  expect(await rowsOf(standing)).toEqual(before)
})

test('what was kept once is not kept again, whether one replay follows another or two run at once', async () => {
  const { db } = hub.base.connection
  const standing = await routedCase(hub, abuse('Monday'))
  const [routing, knowledge] = await routedAgain(hub, standing)
  await lower(standing)
  const before = await rowsOf(standing)
  const both = [0, 1].map(() => keepReplay(db, standing, routing, knowledge, new Date()))
  const written = (await Promise.all(both)).map((kept) => kept.written)
  expect(written.toSorted()).toEqual([false, true])
  expect((await keepReplay(db, standing, routing, knowledge, new Date())).written).toBe(false)
  const after = await rowsOf(standing)
  expect(after.audit - before.audit).toBe(1)
  expect(after.gradings - before.gradings).toBe(1)
  expect(after.version - before.version).toBe(1)
  expect((await stands(standing)).level).toBe(routing.risk.level.value)
})

test('a flag and a grading that came while the cases were gone through are not lost', async () => {
  const { db } = hub.base.connection
  const standing = await routedCase(hub, abuse('Tuesday'))
  const [routing, knowledge] = await routedAgain(hub, standing)
  await lower(standing)
  const replays: ReturnType<typeof keepReplay>[] = []
  await db.transaction().execute(async (queries) => {
    await queries
      .updateTable('cases')
      .set({ flags: ['whistleblowing'], level: 'Extreme' })
      .where('id', '=', standing.case)
      .execute()
    replays.push(keepReplay(db, standing, routing, knowledge, new Date()))
    await vi.waitFor(
      async () => {
        const waiting = await sql`select 1 from pg_locks where not granted`.execute(db)
        if (waiting.rows.length === 0) throw new Error('Not yet waiting for the case')
      },
      { timeout: 20_000, interval: 20 },
    )
  })
  expect((await Promise.all(replays)).map(({ written }) => written)).toEqual([true])
  const { flags, level } = await stands(standing)
  expect(flags).toContain('whistleblowing')
  for (const { value } of routing.risk.flags) expect(flags).toContain(value)
  expect(level).toBe('Extreme')
})

test('the newest finding stays the one that a person made', async () => {
  const { db } = hub.base.connection
  const standing = await routedCase(hub, abuse('Wednesday'))
  const [routing, knowledge] = await routedAgain(hub, standing)
  await lower(standing)
  const staff = await db.selectFrom('staff').select('id').executeTakeFirstOrThrow()
  const corrected = ['level', 'tone', 'kind'].map((about) => ({
    case: standing.case,
    about,
    value: JSON.stringify('test'),
    because: JSON.stringify([{ key: 'desk:finding.bySomeone' }]),
    confidence: 1,
    found_at: new Date(),
    corrected_by: staff.id,
    correction: 'We rang them.',
  }))
  await db.insertInto('findings').values(corrected).execute()
  await keepReplay(db, standing, routing, knowledge, new Date())
  const newest = await db
    .selectFrom('findings')
    .select(['about', 'corrected_by'])
    .distinctOn('about')
    .where('case', '=', standing.case)
    .where('about', 'in', ['level', 'tone', 'kind'])
    .orderBy('about')
    .orderBy('id', 'desc')
    .execute()
  expect(newest.map((finding) => finding.corrected_by)).toEqual([staff.id, staff.id, staff.id])
  expect((await stands(standing)).level).toBe('Low')
})

test('a closed case stays of the kind that it was closed as', async () => {
  const { db } = hub.base.connection
  const standing = await routedCase(hub, 'The food on the ward was cold.')
  const [routing, knowledge] = await routedAgain(hub, standing)
  await db
    .updateTable('cases')
    .set({ kind: 'comment', state: 'closed' })
    .where('id', '=', standing.case)
    .execute()
  await keepReplay(db, standing, routing, knowledge, new Date())
  expect((await stands(standing)).kind).toBe('comment')
})

test('a danger that is found now is offered once to the team that has it and to whoever is on duty, and somebody is to ring', async () => {
  const { db } = hub.base.connection
  const standing = await routedCase(hub, 'I am going to kill myself tonight, nobody at the hospital listens.')
  const [routing, knowledge] = await routedAgain(hub, standing)
  await lower(standing)
  await db.updateTable('handoffs').set({ state: 'accepted' }).where('case', '=', standing.case).execute()
  const offers = async () => {
    const rows = await db
      .selectFrom('handoffs')
      .select(['team', 'accept_until'])
      .where('case', '=', standing.case)
      .where('state', '=', 'offered')
      .execute()
    return rows.filter(({ accept_until: until }) => until !== null).map(({ team }) => team)
  }
  expect(await offers()).toEqual([])
  await keepReplay(db, standing, routing, knowledge, new Date())
  const told = await offers()
  expect(told).toContain(standing.team)
  await keepReplay(db, standing, routing, knowledge, new Date())
  expect(await offers()).toEqual(told)
  const { call_back_urgent: isUrgent } = await db
    .selectFrom('submissions')
    .select('call_back_urgent')
    .where('id', '=', standing.submission)
    .executeTakeFirstOrThrow()
  expect(isUrgent).toBe(true)
})

test('a danger that is found on a closed case is on the case, and nobody is called out', async () => {
  const { db } = hub.base.connection
  const standing = await routedCase(hub, 'I am going to kill myself this week, and the clinic said wait.')
  const [routing, knowledge] = await routedAgain(hub, standing)
  await lower(standing)
  await db.updateTable('handoffs').set({ state: 'accepted' }).where('case', '=', standing.case).execute()
  await db.updateTable('cases').set({ state: 'closed' }).where('id', '=', standing.case).execute()
  await keepReplay(db, standing, routing, knowledge, new Date())
  const offers = await db
    .selectFrom('handoffs')
    .select('id')
    .where('case', '=', standing.case)
    .where('state', '=', 'offered')
    .execute()
  expect(offers).toEqual([])
  expect((await stands(standing)).flags).toContain('self-harm')
})
