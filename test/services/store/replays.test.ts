/** Routing again adds to what was found and undoes nothing that a person decided. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepReplay } from '../../../services/store/keep-replay.ts'
import { testDatabase } from '../../support/database.ts'
import { startTestHub, type TestHub } from '../../support/hub.ts'
import { routedCase, routedAgain } from '../../support/routed-case.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub((await testDatabase()).connectionString)
})
afterAll(() => hub.close())

test('routing again adds findings, raises a level that was too low, and leaves the receipt date alone', async () => {
  const { db } = hub.base.connection
  const standing = await routedCase(hub, 'A nurse hit my mother on the ward and she has bruises on her arms.')
  const before = await db
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', standing.case)
    .executeTakeFirstOrThrow()
  await db.updateTable('cases').set({ level: 'Low' }).where('id', '=', standing.case).execute()
  const [routing, knowledge] = await routedAgain(hub, standing)
  await keepReplay(db, standing, routing, knowledge, new Date())
  const after = await db
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', standing.case)
    .executeTakeFirstOrThrow()
  expect(after.level).toBe(routing.risk.level.value)
  expect(after.received_on).toBe(before.received_on)
  const gradings = await db.selectFrom('gradings').select('level').where('case', '=', standing.case).execute()
  expect(gradings).toHaveLength(2)
})

test('routing again never lowers a level and never undoes what a person corrected', async () => {
  const { db } = hub.base.connection
  const standing = await routedCase(hub, 'There was no soap in the ward toilet.')
  const staff = await db.selectFrom('staff').select('id').executeTakeFirstOrThrow()
  await db
    .insertInto('findings')
    .values({
      case: standing.case,
      about: 'kind',
      value: JSON.stringify('comment'),
      because: JSON.stringify([{ key: 'desk:corrected' }]),
      confidence: 1,
      found_at: new Date(),
      corrected_by: staff.id,
      correction: 'They rang and said it was only an idea.',
    })
    .execute()
  await db
    .updateTable('cases')
    .set({ kind: 'comment', level: 'Extreme' })
    .where('id', '=', standing.case)
    .execute()
  await keepReplay(db, standing, ...(await routedAgain(hub, standing)), new Date())
  const after = await db
    .selectFrom('cases')
    .select(['kind', 'level'])
    .where('id', '=', standing.case)
    .executeTakeFirstOrThrow()
  expect(after).toEqual({ kind: 'comment', level: 'Extreme' })
})

test('routing the first words again does not undo what the person wrote since', async () => {
  const { db } = hub.base.connection
  const standing = await routedCase(hub, 'The ward was rather noisy at night.')
  const later = await routedCase(hub, 'This is my formal complaint about the night staff.')
  const values = { kind: 'complaint' } as const
  const [routing, knowledge] = await routedAgain(hub, standing)
  await db.updateTable('cases').set(values).where('id', '=', standing.case).execute()
  await db
    .insertInto('findings')
    .values({
      case: standing.case,
      submission: later.submission,
      about: 'kind',
      value: JSON.stringify('complaint'),
      because: JSON.stringify([{ key: 'router:kind.said' }]),
      confidence: 1,
      found_at: new Date(),
      knowledge_version: routing.knowledgeVersion,
    })
    .execute()
  const kind = { ...routing.classification.kind, value: 'comment' as const }
  const asComment = { ...routing, classification: { ...routing.classification, kind } }
  await keepReplay(db, standing, asComment, knowledge, new Date())
  const after = await db.selectFrom('cases').select('kind').where('id', '=', standing.case).execute()
  expect(after).toEqual([values])
})
