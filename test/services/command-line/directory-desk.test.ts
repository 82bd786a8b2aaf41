/** `hub directory import` and what was set on the desk: it stays and is named, or gives way where whoever imports says so. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { createDirectoryVerb } from '../../../services/command-line/directory.ts'
import { connect } from '../../../services/store/database.ts'
import { setTeam } from '../../../services/store/directory-settings.ts'
import { loadCurrentKnowledge, saveKnowledge } from '../../../services/store/knowledge.ts'
import { findStaffMember } from '../../../services/store/staff.ts'
import { settingsOf, type TeamSettings } from '../../../shared/directory-settings.ts'
import { asId, type StaffId } from '../../../shared/ids.ts'
import { addStaff } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'

const { connectionString } = await testDatabase()
const connection = connect(connectionString, { connections: 2 })
const { db } = connection
afterAll(() => connection.close())
const now = new Date('2026-11-16T09:00:00Z')
const verb = createDirectoryVerb(
  (work) => work(db),
  () => now,
)

/** Runs the verb; what it printed, line by line, and its exit status. */
async function hub(...args: readonly string[]): Promise<{ status: number; lines: readonly string[] }> {
  const printed: string[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const status = await verb.run(args).finally(() => {
    out.mockRestore()
    err.mockRestore()
  })
  return {
    status,
    lines: printed
      .join('')
      .split('\n')
      .filter((line) => line !== ''),
  }
}

const held = async () => (await loadCurrentKnowledge(db)).directory

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'directory-'))
}

/** One cell or more of one table changed, as somebody would in a spreadsheet. */
function edit(path: string, table: string, from: string, to: string): void {
  const file = join(path, `${table}.csv`)
  const text = readFileSync(file, 'utf8')
  if (!text.includes(from)) throw new Error(`${table} holds no ${from}`)
  writeFileSync(file, text.replace(from, to))
}

let staff: StaffId
beforeAll(async () => {
  await saveKnowledge(db, { directory: exampleDirectory, rules: seedRules }, 'release', now)
  const { host } = exampleDirectory
  staff = await addStaff(db, { email: 'ann@hub.example', organisation: host }, now)
})
beforeEach(async () => {
  await db.deleteFrom('directory_settings').execute()
  await saveKnowledge(db, { directory: exampleDirectory, rules: seedRules }, 'release', now)
})

describe('what was set on the desk', () => {
  const eyes = asId<'team'>('agh-imaging-managers')
  const parse = (lines: readonly string[]) => lines.map((line): unknown => JSON.parse(line))
  const teamOf = async (id: string) => (await held()).teams.find((team) => team.id === id)

  async function setOnDesk(wanted: Partial<TeamSettings>): Promise<void> {
    const team = await teamOf(eyes)
    const who = await findStaffMember(db, staff)
    if (team === undefined || who === null) throw new Error('There is no such team or account')
    const seen = settingsOf(team)
    const change = { who, seen, wanted: { ...seen, ...wanted }, why: 'Half of them left.', now }
    expect(await setTeam(db, eyes, change)).toBe('done')
  }

  test('stays when a file that says otherwise is imported, which names it with both', async () => {
    const path = folder()
    await hub('export', path)
    await setOnDesk({ capacity: 5, away: { from: '2026-11-16', until: '2026-11-20' } })
    edit(path, 'teams', 'Imaging managers', 'Imaging and scans')
    const { status, lines } = await hub('import', path)
    expect(status).toBe(0)
    const about = { organisation: 'aldermouth-hospitals', team: eyes }
    expect(parse(lines)).toContainEqual({
      ...about,
      field: 'capacity',
      desk: { capacity: 5 },
      file: { capacity: null },
      holds: 'desk',
    })
    expect(await teamOf(eyes)).toMatchObject({
      name: 'Imaging and scans',
      capacity: 5,
      away: { from: '2026-11-16', until: '2026-11-20' },
    })
  })

  test('gives way to the file where whoever imports it says so, for good', async () => {
    const path = folder()
    await hub('export', path)
    await setOnDesk({ capacity: 5 })
    await setOnDesk({ capacity: 6 })
    const { lines } = await hub('import', path, '--overrule-desk')
    expect(parse(lines)).toContainEqual(expect.objectContaining({ field: 'capacity', holds: 'file' }))
    expect(await held()).toEqual(exampleDirectory)
    expect((await hub('import', path)).lines).toHaveLength(1)
    expect(await held()).toEqual(exampleDirectory)
  })

  test('is not asked again where the file has taken it over', async () => {
    await setOnDesk({ capacity: 5 })
    const path = folder()
    await hub('export', path)
    expect((await hub('import', path)).lines).toHaveLength(1)
    expect(await teamOf(eyes)).toMatchObject({ capacity: 5 })
  })

  test('does not keep a team away that was to be back by now', async () => {
    const path = folder()
    await hub('export', path)
    await setOnDesk({ away: { from: '2026-11-02', until: '2026-11-15' } })
    expect((await hub('import', path)).lines).toHaveLength(1)
    expect(await teamOf(eyes)).not.toHaveProperty('away')
  })

  test('is said to be lost where the file lists the team no more that it names', async () => {
    await setOnDesk({ manager: asId('agh-estates') })
    const path = folder()
    await hub('export', path)
    edit(path, 'teams', ',,,,agh-estates', ',,,,')
    for (const table of ['teams', 'responsibilities']) {
      const file = join(path, `${table}.csv`)
      const rows = readFileSync(file, 'utf8').split('\n')
      writeFileSync(file, rows.filter((row) => !row.startsWith('agh-estates,')).join('\n'))
    }
    const { status, lines } = await hub('import', path)
    expect(status).toBe(0)
    expect(parse(lines)).toContainEqual(
      expect.objectContaining({ field: 'manager', desk: { manager: 'agh-estates' }, holds: 'file' }),
    )
    expect(await teamOf(eyes)).not.toHaveProperty('manager')
  })
})
