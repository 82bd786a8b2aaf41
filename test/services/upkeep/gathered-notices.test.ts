/** A team to whom an archive comes all at once gets a few mails and then one for the rest; danger now is told by itself. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { loadWords } from '../../../services/pages/languages.ts'
import { createHandOverStep } from '../../../services/pipeline/hand-over.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { loadCurrentKnowledge, saveKnowledge } from '../../../services/store/knowledge.ts'
import { claim } from '../../../services/store/work.ts'
import { tellGathered } from '../../../services/upkeep/gathered-notices.ts'
import { addCase, type CaseGiven, type CaseMade } from '../../support/cases.ts'
import { layCounty, marshWards } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'

const connection = connect((await testDatabase()).connectionString, { connections: 4 })
const { db } = connection
afterAll(() => connection.close())
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
let now = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000))
const knowledge = await layCounty(db, now)
const address = 'wards@marsh.example'
const { directory, rules } = await loadCurrentKnowledge(db)
const teams = directory.teams.map((team) =>
  team.id === marshWards ? { ...team, handover: { by: 'email', address } as const } : team,
)
await saveKnowledge(db, { directory: { ...directory, teams }, rules }, 'told by mail', now)

const rung: string[] = []
const parts = {
  db,
  words: loadWords(),
  publicUrl: 'https://hub.example',
  now: () => now,
  ring: (_: string, ...ids: readonly string[]) => void rung.push(...ids),
  complain: (_: string, __: string, error: unknown) => expect.fail(String(error)),
}
const step = createHandOverStep(parts)

interface Wish extends CaseGiven {
  /** Only told, by the reason of this key. */
  readonly toldBy?: string

  /** Hours from now within which somebody must look. */
  readonly hours?: number
}

async function handOver({ hours, toldBy, ...given }: Wish = {}): Promise<CaseMade> {
  const made = await addCase(db, envelope, knowledge, given)
  const { id } = await db
    .updateTable('handoffs')
    .set({
      told: 'waiting',
      due_at: now,
      accept_by: '2026-11-25',
      accept_until: hours === undefined ? null : new Date(now.getTime() + hours * 3_600_000),
      ...(toldBy === undefined ? {} : { issues: [], because: JSON.stringify([{ key: toldBy }]) }),
    })
    .where('case', '=', made.id)
    .returning('id')
    .executeTakeFirstOrThrow()
  const held = await claim(db, 'hand-over', id, now)
  if (held === null) throw new Error('The handoff does not wait')
  await step(held)
  return made
}

const notices = () =>
  db
    .selectFrom('messages')
    .select(['id', 'case', 'subject', 'body', 'recipient'])
    .where('purpose', '=', 'handoff-notice')
    .orderBy('created_at')
    .orderBy('id')
    .execute()

async function handOverMany(count: number, given: Wish = {}): Promise<readonly CaseMade[]> {
  const made: CaseMade[] = []
  for (let nth = 0; nth < count; nth++) made.push(await handOver(given))
  return made
}

beforeEach(async () => {
  await db.deleteFrom('messages').where('purpose', '=', 'handoff-notice').execute()
  rung.length = 0
})

test('ten by themselves, and the rest in one once no more came for two minutes, on the newest of them', async () => {
  const all = await handOverMany(13)
  expect(await notices()).toHaveLength(10)
  later(1)
  await tellGathered(parts)
  expect(await notices()).toHaveLength(10)
  later(1)
  await tellGathered(parts)
  await tellGathered(parts)
  const told = (await notices()).slice(10)
  expect(told).toMatchObject([
    { case: all.at(-1)?.id, recipient: address, subject: '3 new cases for your team' },
  ])
  const body = told[0]?.body ?? ''
  expect(body).toContain('Ward matrons: 3 more cases are offered to you.')
  expect(body).toContain('the first by Wednesday 25 November 2026')
  expect(body).toContain('https://hub.example/desk?view=waiting')
  expect(body).not.toContain('at risk')
  expect(rung).toContain(told[0]?.id)
  for (const { reference } of all) expect(body).not.toContain(reference)
})

test('what never stops coming is told after a quarter of an hour all the same', async () => {
  await handOverMany(10)
  for (let minute = 0; minute <= 15; minute++) {
    await handOver()
    await tellGathered(parts)
    later(1)
  }
  expect((await notices()).slice(10).map(({ subject }) => subject)).toEqual(['16 new cases for your team'])
})

test('danger is told by itself, unless it lay in an archive for long: then the one notice says so', async () => {
  await handOverMany(10)
  await handOver({ hours: 4, receivedOn: '2026-11-22' })
  expect((await notices()).slice(10).map(({ subject }) => subject?.includes('Urgent'))).toEqual([true])
  await handOver({ hours: 4, receivedOn: '2024-03-01' })
  await handOver({ receivedOn: '2024-03-01' })
  expect(await notices()).toHaveLength(11)
  later(2)
  await tellGathered(parts)
  const [told, ...others] = (await notices()).slice(11)
  expect(others).toEqual([])
  expect(told?.subject).toBe('Urgent, look at these now: 2 new cases for your team')
  expect(told?.body).toContain('1 of them may be about somebody at risk. Somebody must look at it by ')
})

test('what somebody took meanwhile is no news, and after a quiet hour each is told by itself again', async () => {
  await handOverMany(10)
  const taken = await handOver()
  await db.updateTable('handoffs').set({ state: 'accepted' }).where('case', '=', taken.id).execute()
  later(61)
  await tellGathered(parts)
  expect(await notices()).toHaveLength(10)
  await handOver()
  expect(await notices()).toHaveLength(11)
})

test('a team that a rule only tells is told so, alone or in numbers, and of praise in its own words', async () => {
  const first = await handOver({ toldBy: 'router:owner.told' })
  await handOver({ toldBy: 'router:owner.manager' })
  const [told, praise] = await notices()
  expect(told?.subject).toBe(`So that your team knows – ${first.reference}`)
  expect(told?.body).toContain('There is nothing to accept: another team has it.')
  expect(told?.body).not.toContain('accept or decline')
  expect(praise?.subject).toContain('Praise for a team you manage')
  await handOverMany(8)
  await handOver({ toldBy: 'router:owner.told' })
  await handOver({ toldBy: 'router:owner.told' })
  await handOver({ toldBy: 'router:owner.manager' })
  later(2)
  await tellGathered(parts)
  const body = (await notices())[10]?.body ?? ''
  expect(body).toContain('2 cases came in of which a routing rule says that you should know.')
  expect(body).toContain('1 case praises a team you manage.')
  expect(body).not.toContain('offered')
})
