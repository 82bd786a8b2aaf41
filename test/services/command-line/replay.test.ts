/** `hub replay --since DAY`: the days are London’s, in summer time and on the nights when the clocks change. */
import { beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { seedRules } from '../../../rules/seed-rules.ts'
import { createReplayVerb } from '../../../services/command-line/replay.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { saveKnowledge } from '../../../services/store/knowledge.ts'
import { addCase } from '../../support/cases.ts'
import { county, layCounty, marshTriage, marshWards } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'

const { db } = connect((await testDatabase()).connectionString, { connections: 2 })
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
let now = new Date('2026-11-22T12:00:00Z')
let knowledge: string

const verb = createReplayVerb(
  (work) => work(db),
  () => now,
)
const printed = z.looseObject({
  reference: z.string().optional(),
  routed: z.number().optional(),
  suggested: z.unknown().optional(),
})

async function hub(...args: readonly string[]) {
  const lines: string[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const status = await verb.run(args).finally(() => {
    out.mockRestore()
    err.mockRestore()
  })
  return { status, lines: lines.map((line) => printed.parse(JSON.parse(line))) }
}

async function receivedAt(instant: string) {
  const made = await addCase(db, envelope, knowledge, { ownerTeam: marshTriage })
  await db
    .updateTable('cases')
    .set({ received_at: new Date(instant) })
    .where('id', '=', made.id)
    .execute()
  return made
}

beforeAll(async () => {
  knowledge = await layCounty(db, now)
})

it.each([
  // British Summer Time began on 29 March 2026 at 01:00 UTC: that day still begins at 00:00 UTC.
  ['2026-03-29', '2026-03-28T23:59:59Z', '2026-03-29T00:00:00Z'],
  ['2026-03-30', '2026-03-29T22:59:59Z', '2026-03-29T23:00:00Z'],
  ['2026-07-01', '2026-06-30T22:59:59Z', '2026-06-30T23:00:00Z'],
  // It ended on 25 October 2026 at 01:00 UTC: that day begins in summer time.
  ['2026-10-25', '2026-10-24T22:59:59Z', '2026-10-24T23:00:00Z'],
  ['2026-10-26', '2026-10-25T23:59:59Z', '2026-10-26T00:00:00Z'],
])('of %s routes again what came from its first moment in London on', async (day, before, first) => {
  await db
    .updateTable('cases')
    .set({ received_at: new Date('2020-01-01T00:00:00Z') })
    .execute()
  await receivedAt(before)
  const alone = await hub('--since', day)
  expect(alone.lines).toEqual([expect.objectContaining({ routed: 0 })])
  await receivedAt(first)
  const { lines } = await hub('--since', day)
  expect(lines.at(-1)).toMatchObject({ routed: 1 })
})

it('without a day goes back thirty of them, counted in London', async () => {
  now = new Date('2026-11-23T23:30:00Z')
  await db
    .updateTable('cases')
    .set({ received_at: new Date('2020-01-01T00:00:00Z') })
    .execute()
  // Thirty days before 23 November is 24 October, which began in summer time.
  await receivedAt('2026-10-23T22:59:59Z')
  await receivedAt('2026-10-23T23:00:00Z')
  expect((await hub()).lines.at(-1)).toMatchObject({ routed: 1 })
})

it.each([['--since', '2026-02-30'], ['--since', 'yesterday'], ['--until', '2026-11-01'], ['all']])(
  'of %j is wrong use and routes nothing',
  async (...args) => {
    expect(await hub(...args)).toEqual({ status: 2, lines: [] })
  },
)

it('shows what differs, and only with --apply asks staff whether to follow it', async () => {
  await db
    .updateTable('cases')
    .set({ received_at: new Date('2020-01-01T00:00:00Z') })
    .execute()
  const made = await receivedAt('2026-11-20T10:00:00Z')
  const responsibilities = [{ team: marshWards, careService: null, subject: 'waiting-times' }]
  await saveKnowledge(db, { directory: { ...county, responsibilities }, rules: seedRules }, 'test', now)
  const team = { from: marshTriage, to: marshWards }
  const { reference } = made
  const shown = await hub()
  expect(shown.lines[0]).toMatchObject({ reference, changes: { team } })
  expect(shown.lines[0]).not.toHaveProperty('suggested')
  const asked = () => db.selectFrom('suggestions').select('about').where('case', '=', made.id).execute()
  expect(await asked()).toEqual([])
  const kept = await hub('--apply')
  expect(kept.lines[0]).toMatchObject({ reference, changes: { team }, kept: true, suggested: ['owner'] })
  expect(kept.lines.at(-1)).toMatchObject({ routed: 1, suggested: 1 })
  expect(await asked()).toEqual([{ about: 'owner' }])
  expect((await hub('--apply')).lines.at(-1)).toMatchObject({ kept: 0, suggested: 0 })
})
