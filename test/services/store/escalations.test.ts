/** What nobody accepts in time goes on by itself, and never over the head of somebody who acts on the case. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { seedRules } from '../../../rules/seed-rules.ts'
import { acceptHandoff } from '../../../services/store/case-acts-handoffs.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { escalateCase, listOverdue } from '../../../services/store/escalations.ts'
import { saveKnowledge } from '../../../services/store/knowledge.ts'
import { stillHolds } from '../../../services/store/work.ts'
import { addCase, type CaseGiven, type CaseMade } from '../../support/cases.ts'
import {
  addStaff,
  county,
  layCounty,
  marsh,
  marshEmergency,
  marshTriage,
  marshWards,
} from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'

// A Friday: the next working day is a Monday.
const now = new Date('2026-11-27T12:00:00Z')
const connection = connect((await testDatabase()).connectionString, { connections: 12 })
const { db } = connection
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const knowledge = await layCounty(db, now)
const warder = {
  id: await addStaff(db, { email: 'wim@marsh.example', teams: [marshWards] }, now),
  email: 'wim@marsh.example',
  name: 'Wim',
  organisation: marsh,
  organisationName: 'Marsh Hospitals (example)',
  role: 'staff',
  triageTeam: marshTriage,
  teams: [marshWards],
  seesAll: false,
} as const

afterAll(() => connection.close())

let made: CaseMade
beforeEach(async () => {
  made = await addCase(db, envelope, knowledge)
})

const handoffsOf = ({ id }: CaseMade) =>
  db.selectFrom('handoffs').selectAll().where('case', '=', id).orderBy('id').execute()
const states = async (of = made) => (await handoffsOf(of)).map(({ team, state }) => [team, state])
const headOf = ({ id }: CaseMade) =>
  db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const escalate = (of = made) => escalateCase(db, of.id, seedRules, now)
const given = async (wish: CaseGiven): Promise<CaseMade> =>
  (made = await addCase(db, envelope, knowledge, wish))

async function accept({ id }: CaseMade) {
  const [handoff] = await handoffsOf({ ...made, id })
  if (handoff === undefined) throw new Error('The case has a handoff')
  return acceptHandoff(db, { who: warder, case: id, version: 1, now }, handoff.id)
}

test('an offer that ran out goes to whoever is told then, with the working days of a new offer', async () => {
  expect(await listOverdue(db, now)).toContain(made.id)
  const offered = await escalate()
  const [, next] = await handoffsOf(made)
  expect(offered).toEqual([next?.id])
  expect(await states()).toEqual([
    [marshWards, 'escalated'],
    [marshTriage, 'offered'],
  ])
  // Moderate: two working days, over the weekend.
  expect(next).toMatchObject({ accept_by: '2026-12-01', accept_until: null, told: 'waiting' })
  expect(await listOverdue(db, now)).not.toContain(made.id)
  expect(await escalate()).toEqual([])
})

test('a red flag leaves the next team the hours of a red flag', async () => {
  await given({ flags: ['self-harm'] })
  await escalate()
  const [, next] = await handoffsOf(made)
  const hours = seedRules.redFlags.find(({ flag }) => flag === 'self-harm')?.hours ?? 0
  expect(next?.accept_until).toEqual(new Date(now.getTime() + hours * 3_600_000))
})

test('an extreme case that goes on in the evening is not overdue by midnight, before anybody is at work', async () => {
  const evening = new Date('2026-11-27T18:30:00Z')
  await given({ level: 'Extreme' })
  expect(await escalateCase(db, made.id, seedRules, evening)).toHaveLength(1)
  const [, next] = await handoffsOf(made)
  expect(next).toMatchObject({ accept_by: '2026-11-30', accept_until: null, told: 'waiting' })
  expect(await listOverdue(db, new Date('2026-11-28T00:30:00Z'))).not.toContain(made.id)
  expect(await listOverdue(db, new Date('2026-12-01T00:30:00Z'))).toContain(made.id)
})

test('the case goes with its owner’s offer, and whoever looks at it looks at an older version', async () => {
  await escalate()
  expect(await headOf(made)).toMatchObject({ owner_team: marshTriage, version: 2 })
  expect(await accept(made)).toEqual({ outcome: 'changed-meanwhile' })
})

test('two that ran out at once are offered once to the team that both go to, for the issues of both', async () => {
  await db
    .insertInto('handoffs')
    .values({
      case: made.id,
      organisation: marsh,
      team: marshEmergency,
      issues: [1],
      state: 'offered',
      accept_by: '2026-11-20',
      if_nobody: marshTriage,
      because: JSON.stringify([]),
      offered_at: now,
      due_at: now,
    })
    .execute()
  const because = JSON.stringify([{ key: 'router:owner.place.named', params: { organisation: 'Marsh' } }])
  await db
    .updateTable('handoffs')
    .set({ because })
    .where('case', '=', made.id)
    .where('team', '=', marshWards)
    .execute()
  const rung = await escalate()
  expect(await states()).toEqual([
    [marshWards, 'escalated'],
    [marshEmergency, 'escalated'],
    [marshTriage, 'offered'],
  ])
  const next = (await handoffsOf(made)).at(-1)
  expect(next?.because.map(({ key }) => key)).toContain('router:owner.place.named')
  expect(rung).toEqual([next?.id])
  expect(next?.issues).toEqual([0, 1])
})

test('an offer to a team that was asked besides leaves the case with its owner', async () => {
  await given({ handoffTo: { organisation: marsh, team: marshEmergency } })
  await escalate()
  expect(await states()).toEqual([
    [marshEmergency, 'escalated'],
    [marshTriage, 'offered'],
  ])
  expect(await headOf(made)).toMatchObject({ owner_team: marshWards, version: 2 })
})

test('a manager who is told of praise has nothing to accept, so nothing runs out', async () => {
  await given({ kind: 'compliment', handoffTo: { organisation: marsh, team: marshEmergency } })
  const because = [{ key: 'router:owner.manager', params: { team: 'Ward matrons', manager: 'Emergency' } }]
  await db
    .updateTable('handoffs')
    .set({ issues: [], because: JSON.stringify(because) })
    .where('case', '=', made.id)
    .execute()
  expect(await listOverdue(db, now)).not.toContain(made.id)
  expect(await escalate()).toEqual([])
  expect(await states()).toEqual([[marshEmergency, 'offered']])
})

test('a closed case is left alone', async () => {
  await db.updateTable('cases').set({ state: 'closed' }).where('id', '=', made.id).execute()
  expect(await listOverdue(db, now)).not.toContain(made.id)
  expect(await escalate()).toEqual([])
  expect(await states()).toEqual([[marshWards, 'offered']])
})

test('a case that somebody is acting on is left to the next time, without waiting', async () => {
  const acting = await db.startTransaction().execute()
  await acting.selectFrom('cases').select('id').where('id', '=', made.id).forNoKeyUpdate().execute()
  expect(await escalate()).toEqual([])
  await acting.rollback().execute()
  expect(await escalate()).toHaveLength(1)
})

test('accepting and running out at the same moment: one of the two holds, and neither fails', async () => {
  const cases = await Promise.all(Array.from({ length: 30 }, () => addCase(db, envelope, knowledge)))
  const ends = await Promise.all(
    cases.map(async (one, at) => {
      const [first, second] = at % 2 === 0 ? [accept, escalate] : [escalate, accept]
      await Promise.all([first(one), second(one)])
      return JSON.stringify(await states(one))
    }),
  )
  const accepted = JSON.stringify([[marshWards, 'accepted']])
  const escalated = JSON.stringify([
    [marshWards, 'escalated'],
    [marshTriage, 'offered'],
  ])
  expect(ends.filter((end) => end !== accepted && end !== escalated)).toEqual([])
})

test('a worker that tells the team holds up no member of staff who acts on the same case', async () => {
  const [handoff] = await handoffsOf(made)
  if (handoff === undefined) throw new Error('The case has a handoff')
  await db
    .updateTable('handoffs')
    .set({ told: 'waiting', attempts: 1 })
    .where('id', '=', handoff.id)
    .execute()
  const telling = await db.startTransaction().execute()
  await stillHolds(telling, { step: 'hand-over', id: handoff.id, attempt: 1, isAbandoned: false })
  // Has the case, and waits for the handoff that the worker has.
  const accepting = accept(made)
  await expect.poll(() => waitingForLocks()).toBe(1)
  await telling
    .insertInto('messages')
    .values({
      case: made.id,
      direction: 'out',
      purpose: 'handoff-notice',
      channel: 'email',
      handoff: handoff.id,
      body: 'Please look.',
      language: 'en',
      state: 'waiting',
      created_at: now,
      due_at: now,
    })
    .execute()
  await telling.commit().execute()
  expect(await accepting).toMatchObject({ outcome: 'done' })
})

async function waitingForLocks(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows[0]?.count ?? 0
}

test('a team that is away is passed over for whoever stands in for it, and the offer says why', async () => {
  const away = { from: '2026-11-20', until: '2026-12-04' }
  const teams = county.teams.map((team) =>
    team.id === marshEmergency ? { ...team, away, fallback: marshTriage } : team,
  )
  await saveKnowledge(db, { directory: { ...county, teams }, rules: seedRules }, 'test', now)
  await db.updateTable('handoffs').set({ if_nobody: marshEmergency }).where('case', '=', made.id).execute()
  await escalate()
  await layCounty(db, now)
  expect(await states()).toEqual([
    [marshWards, 'escalated'],
    [marshTriage, 'offered'],
  ])
  const [, next] = await handoffsOf(made)
  const keys = next?.because.map(({ key }) => key).slice(0, 2)
  expect(keys).toEqual(['router:handover.not-accepted', 'router:owner.away'])
})
