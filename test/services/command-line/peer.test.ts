/** `hub peer`: another hub is known by its organisation, its key and secret kept sealed, replaced and removed. */
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { createPeerVerb } from '../../../services/command-line/peer.ts'
import { readSecrets } from '../../../services/command-line/secret-lines.ts'
import { connect } from '../../../services/store/database.ts'
import { saveDirectoryRows } from '../../../services/store/directory.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { peerSecrets } from '../../../services/store/joint/peer-hubs.ts'
import { testDatabase } from '../../support/database.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 2 })
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
beforeAll(() => db.transaction().execute((queries) => saveDirectoryRows(queries, exampleDirectory)))
afterAll(close)

/** What stands on standard input. */
let typed: readonly string[] = []
/** By a person at a terminal, who is asked. */
let isPerson = false
const asked: string[] = []

async function hub(...args: readonly string[]) {
  const verb = createPeerVerb(
    (work) => work({ db, envelope, allowPrivate: false }),
    () => new Date('2026-11-26T09:00:00Z'),
    (names) => {
      const input = Object.assign(Readable.from(typed.map((line) => `${line}\n`)), { isTTY: isPerson })
      return readSecrets(names, { input, ask: (text) => void asked.push(text) })
    },
  )
  const printed: string[] = []
  const keep = (text: unknown) => printed.push(String(text)) > 0
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(keep)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(keep)
  const status = await verb.run(args).finally(() => {
    out.mockRestore()
    err.mockRestore()
  })
  return { status, said: printed.join('') }
}

const council = ['--organisation', 'aldershire-council']
const given = ['--url', 'https://council.example/', '--key', 'hub_theirs', '--secret', 'whsec_theirs']
const secrets = async () => (await peerSecrets(db, envelope)).map(({ secret }) => secret)

test('a hub is known until it is removed, and nothing it gave us is shown or stored in the open', async () => {
  expect(await hub('add', ...council, ...given)).toEqual({
    status: 0,
    said: '{"organisation":"aldershire-council","url":"https://council.example","state":"known"}\n',
  })
  const listed = await hub('list')
  expect(JSON.parse(listed.said)).toMatchObject({
    organisation: 'aldershire-council',
    ours: 'aldermouth-hospitals',
  })
  const rows = await db.selectFrom('peer_hubs').selectAll().execute()
  const stored = rows.flatMap((row) =>
    [row.sealed_key, row.sealed_secret].map((bytes) => Buffer.from(bytes).toString('latin1')),
  )
  for (const each of ['hub_theirs', 'whsec_theirs']) {
    expect(listed.said).not.toContain(each)
    expect(stored.join()).not.toContain(each)
  }
  expect(await secrets()).toEqual(['whsec_theirs'])
  expect((await hub('remove', ...council)).status).toBe(0)
  expect([await secrets(), (await hub('list')).said]).toEqual([[], ''])
  const again = await hub('remove', ...council)
  expect([again.status, again.said.includes('no hub')]).toEqual([1, true])
})

test('what is given again takes the place of what was given before', async () => {
  await hub('add', ...council, ...given)
  await hub('add', ...council, '--url', 'https://new.example', '--key', 'hub_new', '--secret', 'whsec_new')
  expect(await secrets()).toEqual(['whsec_new'])
  expect(await db.selectFrom('peer_hubs').select('url').execute()).toEqual([{ url: 'https://new.example' }])
})

test('an address within our own network, a stranger and we ourselves are refused', async () => {
  const near = ['--url', 'http://127.0.0.1:3000', '--key', 'k', '--secret', 's']
  const refused = await hub('add', ...council, ...near)
  expect([refused.status, refused.said.includes('https')]).toEqual([1, true])
  expect((await hub('add', '--organisation', 'nobody', ...given)).status).toBe(1)
  expect((await hub('add', '--organisation', 'aldermouth-hospitals', ...given)).status).toBe(1)
  expect((await hub('add', ...council)).status).toBe(2)
  expect((await hub('introduce', ...council)).status).toBe(2)
})

test.each([
  ['from another program', false, []],
  ['of a person, who is asked for each', true, ['Their key: ', '\n', 'Their secret: ', '\n']],
])('key and secret are read from standard input, %s', async (_, person, questions) => {
  typed = ['hub_read', 'whsec_read']
  isPerson = person
  asked.splice(0)
  const added = await hub('add', ...council, '--url', 'https://council.example')
  expect([added.status, await secrets(), asked]).toEqual([0, ['whsec_read'], questions])
  const [row] = await db.selectFrom('peer_hubs').select('sealed_key').execute()
  expect(envelope.open(row?.sealed_key ?? Buffer.alloc(0)).toString()).toBe('hub_read')
  await hub('remove', ...council)
})

test('without both of them no hub is known', async () => {
  isPerson = false
  for (typed of [[], ['hub_read'], ['', 'whsec_read']]) {
    expect((await hub('add', ...council, '--url', 'https://council.example')).status).toBe(2)
  }
  expect(await secrets()).toEqual([])
})
