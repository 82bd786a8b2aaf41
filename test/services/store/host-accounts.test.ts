/** Whoever brings the real directory can still sign in afterwards, or is told that nobody can. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { addApiKey } from '../../../services/store/api-keys.ts'
import { theHub } from '../../../services/store/audit.ts'
import { connect } from '../../../services/store/database.ts'
import { importDirectory } from '../../../services/store/directory-import.ts'
import { hostWithoutAccount } from '../../../services/store/host-accounts.ts'
import { saveKnowledge } from '../../../services/store/knowledge.ts'
import { findStaffMember } from '../../../services/store/staff.ts'
import { ensureFirstAdministrator } from '../../../services/store/staff-first.ts'
import type { Directory } from '../../../shared/directory.ts'
import { asId } from '../../../shared/ids.ts'
import { addStaff, county, dale, marsh } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'

const { db, close } = connect((await testDatabase()).connectionString, { connections: 2 })
afterAll(close)
const now = new Date('2026-11-26T10:00:00Z')
const by = { actor: theHub, now }
const real: Directory = { ...county, example: false }

beforeEach(async () => {
  for (const table of ['staff_teams', 'staff', 'api_keys'] as const) await db.deleteFrom(table).execute()
  await saveKnowledge(db, { directory: exampleDirectory, rules: seedRules }, 'release', now)
})

const staff = () => db.selectFrom('staff').select(['id', 'email', 'organisation']).orderBy('email').execute()

test('the administrator of the example comes along to the organisation that now runs the hub, into all its teams', async () => {
  await ensureFirstAdministrator(db, { now })
  const { accounts } = await importDirectory(db, real, { overrules: false, now })
  expect(accounts).toMatchObject({ moved: ['admin@hub.example'], hostHasNobody: false })
  const [admin] = await staff()
  const member = admin === undefined ? null : await findStaffMember(db, admin.id)
  expect(member).toMatchObject({ organisation: marsh, role: 'administrator' })
  expect(member?.teams).toHaveLength(3)
  const { act } = await db
    .selectFrom('audit_entries')
    .select('act')
    .where('about', '=', admin?.id ?? '')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(act).toBe('staff.move')
  expect(await hostWithoutAccount(db)).toBeNull()
})

test('nobody is moved where the host has an account, nor from one real organisation to another', async () => {
  await importDirectory(db, real, { overrules: false, now })
  await addStaff(db, { email: 'ann@marsh.example' }, now)
  const other = { ...real, host: dale }
  const { accounts } = await importDirectory(db, other, { overrules: false, now })
  expect(accounts).toMatchObject({ moved: [], hostHasNobody: true })
  expect(await hostWithoutAccount(db)).toBe(dale)
  expect(await staff()).toMatchObject([{ organisation: marsh }])
})

test('keys and accounts of organisations that are not listed any more are named', async () => {
  const host = exampleDirectory.host
  await addApiKey(db, { name: 'website', scopes: ['feedback:write'], organisation: asId(host) }, by)
  const { accounts } = await importDirectory(db, real, { overrules: false, now })
  expect(accounts.left).toEqual([{ what: 'key', name: 'website', organisation: host }])
  expect(accounts.hostHasNobody).toBe(true)
})
