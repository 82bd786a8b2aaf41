/** What every channel promises, held against each door that any of them declares, in a whole hub. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DeliveryId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import { testDatabase } from '../support/database.ts'
import { admin } from '../support/hub.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'
import type { Message } from './example.ts'
import { examples } from './examples.ts'
import { everyChannel, leaving, openSite, settled, waitFor, type Site } from './site.ts'

const { connectionString } = await testDatabase()
const channels = everyChannel()

let site: Site
let staff: Visitor
beforeAll(async () => {
  site = await openSite(connectionString)
  staff = createVisitor(site.address, { 'x-forwarded-proto': 'https' })
  await staff.get('/desk/sign-in')
  await staff.send('/desk/sign-in', admin)
})
afterAll(() => site.close())

let messages = 0
const message = (more: Partial<Message> = {}): Message => ({
  id: `message${++messages}`,
  words: 'Nobody came when the bell was rung on ward 4.',
  file: null,
  ...more,
})

const doors = channels.flatMap(({ name }) =>
  Object.entries(examples.get(name)?.doors ?? {}).map(([door, example]) => ({ name, door, example })),
)
const doorsWhere = (holds: (door: (typeof doors)[number]) => boolean) => doors.filter(holds)

test.each(channels.map((channel) => [channel.name, channel] as const))(
  '%s has a row in the table, with an example for each of its doors',
  (name, channel) => {
    const known = Object.keys(examples.get(name)?.doors ?? {})
    expect(known).not.toEqual([])
    const declared = channel.doors.map((door) => door.name)
    expect(declared.filter((door) => !known.includes(door))).toEqual([])
  },
)

describe.each(doors)('$name at $door', ({ example }) => {
  test('takes the same delivery twice as one, and says the same both times', async () => {
    const same = message()
    const { told, left } = await leaving(site, async () => [
      await example.bring(site, same),
      await example.bring(site, same),
    ])
    expect(told.map(({ isTaken }) => isTaken)).toEqual([true, true])
    expect(told[1]).toEqual(told[0])
    expect(left).toHaveLength(1)
    const { state, content } = await settled(site, left[0])
    expect(state).toBe(example.gives === 'submission' ? 'read' : 'nothing-to-route')
    expect(content !== null).toBe(example.gives === 'submission')
  })

  test('survives garbage: refused, or kept where a person sees it', async () => {
    const { told, left } = await leaving(site, () => example.garble(site, message().id))
    expect(told.isFault, told.said).toBe(false)
    if (!told.isTaken) expect(left).toEqual([])
    for (const id of left) {
      const { state, problem } = await settled(site, id)
      expect(state).toMatch(/^(?:quarantined|nothing-to-route)$/)
      // Not because the reader broke on it or had to be ended.
      expect(problem?.key ?? '').not.toMatch(/^reader:/)
    }
    const after = await leaving(site, () => example.bring(site, message()))
    expect(after.told.isTaken).toBe(true)
  })
})

test.each(
  doors.flatMap((each) => (each.example.forge === null ? [] : [{ ...each, forge: each.example.forge }])),
)('$name at $door refuses what is forged before anything is stored', async ({ forge }) => {
  const { told, left } = await leaving(site, () => forge(site, message()))
  expect(told.isTaken).toBe(false)
  expect(left).toEqual([])
})

const tongues = [
  'Mae’r tŷ a’r dŵr yn oer; ŵy, Ŷ ac ÂÊÎÔÛ. Diolch yn fawr.',
  'لم يأت أحد عندما قرعت الجرس في الجناح 4.',
  '护士很好，但我们等了五个小时。Ніхто не прийшов.',
  'Thank you 🙏🏽 from all of us 👨‍👩‍👧‍👦 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿!',
]

test.each(doorsWhere(({ example }) => example.carriesWords))(
  '$name at $door keeps every letter of every tongue',
  async ({ example }) => {
    for (const words of tongues) {
      const { left } = await leaving(site, () => example.bring(site, message({ words })))
      expect((await settled(site, left[0])).content?.text).toContain(words)
    }
  },
)

/** Every byte there is, several times over, and what no other door brings: the same file is stored only once. */
const contentFor = (door: string) =>
  Buffer.concat([
    Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7 + (at >> 8)) % 256)),
    Buffer.from(door),
  ])

test.each(doorsWhere(({ example }) => example.carriesFile))(
  '$name at $door brings a file byte for byte to whoever downloads it',
  async ({ door, example }) => {
    const content = contentFor(door)
    const file = { name: 'letter.bin', content }
    const { left } = await leaving(site, () => example.bring(site, message({ file })))
    await settled(site, left[0])
    expect(await downloaded(left[0])).toBe(createHash('sha256').update(content).digest('hex'))
  },
)

/** The hash of the only file of a delivery, as the desk hands it over. */
async function downloaded(delivery: DeliveryId | undefined): Promise<string> {
  if (delivery === undefined) throw new Error('Nothing was left behind')
  const { db } = site.hub.base.connection
  const found = await db
    .selectFrom('attachments')
    .innerJoin('submissions', 'submissions.delivery', 'attachments.delivery')
    .innerJoin('cases', 'cases.id', 'submissions.case')
    .select(['attachments.id', 'cases.reference'])
    .where('attachments.delivery', '=', delivery)
    .executeTakeFirstOrThrow()
  await waitFor(async () => {
    const waiting = await db
      .selectFrom('files')
      .select('id')
      .where('state', 'in', ['coming', 'waiting'])
      .execute()
    expect(waiting).toEqual([])
  })
  const path = `/desk/cases/${found.reference}/attachments/${found.id}`
  return createHash('sha256')
    .update(await staff.download(path))
    .digest('hex')
}

const sending = channels.filter((channel) => channel.send !== undefined)

test.each(sending.map(({ name }) => [name, examples.get(name)?.echo] as const))(
  '%s never answers its own answer',
  async (_, echo) => {
    if (echo === undefined) throw new Error('A channel that sends shows what an echo of it would be')
    const asked = message({ words: 'The nurse on ward 4 was kind.' })
    const first = await leaving(site, () => echo.bring(site, asked))
    const opened = await settled(site, first.left[0])
    const { told, left } = await leaving(site, () => echo.echo(site, asked))
    expect(left).toHaveLength(told)
    for (const id of left) await settled(site, id)
    expect(await answersTo([opened.reference, ...(await referencesOf(left))])).toBe(1)
  },
)

async function referencesOf(deliveries: readonly DeliveryId[]): Promise<readonly Reference[]> {
  const { db } = site.hub.base.connection
  const rows = await db.selectFrom('deliveries').select('reference').where('id', 'in', deliveries).execute()
  return rows.map(({ reference }) => reference)
}

/** What machines of ours said to people on these matters. */
async function answersTo(references: readonly Reference[]): Promise<number> {
  const rows = await site.hub.base.connection.db
    .selectFrom('messages')
    .innerJoin('cases', 'cases.id', 'messages.case')
    .select('messages.id')
    .where('cases.reference', 'in', references)
    .where('messages.direction', '=', 'out')
    .where('messages.purpose', '=', 'receipt')
    .execute()
  return rows.length
}
