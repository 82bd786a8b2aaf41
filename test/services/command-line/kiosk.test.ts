/** `hub kiosk`: a token that is shown once, a place that exists, and a kiosk that can be switched off. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { createKioskVerb } from '../../../services/command-line/kiosk.ts'
import { connect } from '../../../services/store/database.ts'
import { saveDirectoryRows } from '../../../services/store/directory.ts'
import { findKiosk } from '../../../services/store/kiosks.ts'
import { testDatabase } from '../../support/database.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 2 })
beforeAll(() => db.transaction().execute((queries) => saveDirectoryRows(queries, exampleDirectory)))
afterAll(close)
const verb = createKioskVerb(
  (work) => work(db),
  () => new Date('2026-11-16T09:00:00Z'),
)

async function hub(...args: readonly string[]) {
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

const tokenIn = (said: string): string => /"token":"([^"]+)"/.exec(said)?.[1] ?? 'none'

test('a kiosk comes in by its token until it is revoked, and its name stays taken', async () => {
  const where = ['--organisation', 'aldermouth-hospitals', '--care-service', 'agh-medical-wards']
  const added = await hub('add', '--name', 'Lobby', '--place', 'Main entrance', ...where)
  expect(added.status).toBe(0)
  const token = tokenIn(added.said)
  expect(await findKiosk(db, token)).toMatchObject({
    name: 'Lobby',
    place: 'Main entrance',
    organisation: 'aldermouth-hospitals',
    careService: 'agh-medical-wards',
  })
  const rows = await db.selectFrom('kiosks').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(await hub('revoke', '--name', 'Lobby')).toEqual({
    status: 0,
    said: '{"name":"Lobby","state":"revoked"}\n',
  })
  expect(await findKiosk(db, token)).toBeNull()
  expect((await hub('revoke', '--name', 'Lobby')).status).toBe(1)
  expect((await hub('add', '--name', 'Lobby', '--place', 'Elsewhere', ...where.slice(0, 2))).status).toBe(1)
  const acts = await db.selectFrom('audit_entries').select('act').where('about_kind', '=', 'kiosk').execute()
  expect(acts.map(({ act }) => act)).toEqual(['kiosk.add', 'kiosk.revoke'])
})

test('without an organisation it is the host’s', async () => {
  const { said } = await hub('add', '--name', 'Host', '--place', 'Hall')
  expect((await findKiosk(db, tokenIn(said)))?.organisation).toBe(exampleDirectory.host)
})

test('two organisations may call a kiosk the same; which of them is switched off is to be said', async () => {
  const make = async (organisation: string) =>
    tokenIn((await hub('add', '--name', 'Door', '--place', 'Hall', '--organisation', organisation)).said)
  const hospitals = await make('aldermouth-hospitals')
  const community = await make('aldershire-community')
  expect(await hub('revoke', '--name', 'Door')).toEqual({
    status: 1,
    said:
      'There is more than one kiosk named "Door". Say with --organisation whose it is: ' +
      'aldermouth-hospitals, aldershire-community\n',
  })
  expect((await hub('revoke', '--name', 'Door', '--organisation', 'aldershire-community')).status).toBe(0)
  expect(await findKiosk(db, community)).toBeNull()
  expect((await findKiosk(db, hospitals))?.organisation).toBe('aldermouth-hospitals')
  expect((await hub('revoke', '--name', 'Door')).status).toBe(0)
})

test.each([
  [1, ['add', '--name', 'A', '--place', 'B', '--organisation', 'nobody']],
  [1, ['add', '--name', 'A', '--place', 'B', '--care-service', 'nothing']],
  [2, ['add', '--name', 'A']],
  [2, ['add', '--place', 'B']],
  [2, ['mend', '--name', 'A']],
  [2, ['revoke', '--name', 'A', '--colour', 'red']],
])('ends with %i and a sentence for %j', async (status, args) => {
  const ended = await hub(...args)
  expect(ended.status).toBe(status)
  expect(ended.said).toMatch(/^(There is|Use:|"aldermouth-hospitals" has no)/)
})
