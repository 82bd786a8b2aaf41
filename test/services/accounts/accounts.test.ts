/** The accounts of staff and the keys of programs, from the command line and on first start. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createKeyVerb } from '../../../services/command-line/key.ts'
import { createUserVerb } from '../../../services/command-line/user.ts'
import { addApiKey, apiScopes, findApiKey } from '../../../services/store/api-keys.ts'
import { theHub } from '../../../services/store/audit.ts'
import { connect, type Database } from '../../../services/store/database.ts'
import { signersOf } from '../../../services/store/joint/signers.ts'
import { createSignIn } from '../../../services/store/sign-in.ts'
import { ensureFirstAdministrator } from '../../../services/store/staff-first.ts'
import { findStaffMember } from '../../../services/store/staff.ts'
import { generatePassword, hashPassword, isPassword } from '../../../services/store/staff-passwords.ts'
import { layCounty, marsh } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'

const { connectionString } = await testDatabase()
const connection = connect(connectionString, { connections: 4 })
const { db } = connection
const now = new Date('2026-11-22T12:00:00Z')
const withDatabase = <T>(work: (database: Database) => Promise<T>): Promise<T> => work(db)
const user = createUserVerb(withDatabase, () => now)
const key = createKeyVerb(withDatabase, () => now)
const signIn = createSignIn(connection)
const attempt = (email: string, password: string) => signIn({ email, password, peer: '127.0.0.1', now })

/** What a verb printed on standard output, and with what it ended. */
async function run(verb: typeof user, ...args: string[]) {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const problems = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const status = await verb.run(args)
  const printed: unknown = out.mock.calls.length === 0 ? null : JSON.parse(String(out.mock.calls[0]?.[0]))
  const problem = problems.mock.calls.map(([text]) => String(text)).join('')
  out.mockRestore()
  problems.mockRestore()
  return { status, printed, problem }
}

const passwordIn = (printed: unknown): string =>
  typeof printed === 'object' && printed !== null && 'password' in printed ? String(printed.password) : ''

beforeAll(async () => {
  await layCounty(db, now)
})
afterAll(() => connection.close())

describe('the first administrator', () => {
  it('is made once, by whichever of two processes comes first, and signs in with the password shown', async () => {
    const made = await Promise.all([1, 2].map(() => ensureFirstAdministrator(db, { now })))
    const created = made.filter((one) => one.created)
    expect(created).toHaveLength(1)
    const [first] = created
    if (first?.created !== true || first.password === null) throw new Error('No password was shown')
    const { email, password } = first
    const answer = await attempt(email, password)
    expect(answer.outcome).toBe('signed-in')
    const member = answer.outcome === 'signed-in' ? await findStaffMember(db, answer.staff) : null
    expect(member).toMatchObject({ organisation: marsh, role: 'administrator' })
    expect(member?.teams).toHaveLength(3)
    // Else the first response would stand still.
    const signers = member === null ? [] : await signersOf(db, member.organisation)
    expect(signers).toMatchObject([{ id: member?.id }])
  })
})

describe('hub user', () => {
  const ann = ['--email', 'ann@marsh.example']
  const annsPlace = ['--name', 'Ann', '--organisation', 'marsh-trust', '--team', 'marsh-wards']

  it('adds an account, gives it a new password and disables it', async () => {
    const added = await run(user, 'add', ...ann, ...annsPlace)
    expect(added.status).toBe(0)
    const first = passwordIn(added.printed)
    expect((await attempt('ann@marsh.example', first)).outcome).toBe('signed-in')
    const second = passwordIn((await run(user, 'reset', ...ann)).printed)
    expect((await attempt('ann@marsh.example', first)).outcome).toBe('refused')
    expect((await attempt('ann@marsh.example', second)).outcome).toBe('signed-in')
    expect((await run(user, 'disable', ...ann)).printed).toEqual({
      email: 'ann@marsh.example',
      state: 'disabled',
    })
    expect((await attempt('ann@marsh.example', second)).outcome).toBe('refused')
  })

  it('says who may sign for their organisation, from the start or later, and takes it back', async () => {
    const maySign = async (email: string) =>
      (await db.selectFrom('staff').select('may_sign').where('email', '=', email).executeTakeFirstOrThrow())
        .may_sign
    const place = ['--name', 'Bo', '--organisation', 'marsh-trust']
    await run(user, 'add', '--email', 'bo@marsh.example', ...place, '--may-sign')
    expect(await maySign('bo@marsh.example')).toBe(true)
    await run(user, 'add', '--email', 'cy@marsh.example', ...place)
    expect(await maySign('cy@marsh.example')).toBe(false)
    expect((await run(user, 'may-sign', '--email', 'cy@marsh.example')).printed).toEqual({
      email: 'cy@marsh.example',
      state: 'may-sign',
    })
    expect(await maySign('cy@marsh.example')).toBe(true)
    await run(user, 'may-not-sign', '--email', 'cy@marsh.example')
    expect(await maySign('cy@marsh.example')).toBe(false)
    expect((await run(user, 'may-sign', '--email', 'no@marsh.example')).status).toBe(1)
  })

  it('warns when an organisation has nobody left who can sign in, and not before', async () => {
    const place = ['--name', 'Dan', '--organisation', 'dale-council']
    await run(user, 'add', '--email', 'dan@dale.example', ...place)
    await run(user, 'add', '--email', 'eva@dale.example', ...place)
    expect(await run(user, 'disable', '--email', 'dan@dale.example')).toMatchObject({
      status: 0,
      problem: '',
    })
    const last = await run(user, 'disable', '--email', 'eva@dale.example')
    expect(last).toMatchObject({ status: 0, printed: { email: 'eva@dale.example', state: 'disabled' } })
    expect(last.problem).toContain('Nobody of dale-council can sign in any more')
  })

  it.each([
    [['add', '--email', 'ANN@marsh.example', ...annsPlace], 'already an account'],
    [
      ['add', '--email', 'b@marsh.example', '--name', 'B', '--organisation', 'nowhere'],
      'no organisation "nowhere"',
    ],
    [
      ['add', '--email', 'b@marsh.example', ...annsPlace, '--team', 'dale-feedback'],
      'no team "dale-feedback"',
    ],
    [['add', '--email', 'no-address', ...annsPlace], 'not an email address'],
    [['reset', '--email', 'nobody@marsh.example'], 'no account'],
  ])('%j fails with a plain sentence', async (args, words) => {
    const { status, problem } = await run(user, ...args)
    expect([status, problem]).toEqual([1, expect.stringContaining(words)])
  })

  it.each([[[]], [['add']], [['remove', '--email', 'x@y']], [['add', '--unknown']]])(
    '%j is wrong use',
    async (args) => {
      expect((await run(user, ...args)).status).toBe(2)
    },
  )
})

describe('hub key', () => {
  it('shows a key once, good for its scopes until it is revoked', async () => {
    const { status, printed } = await run(
      key,
      'add',
      '--name',
      'gateway',
      '--scope',
      'cases:read,feedback:write',
    )
    expect(status).toBe(0)
    const secret =
      typeof printed === 'object' && printed !== null && 'key' in printed ? String(printed.key) : ''
    expect(await findApiKey(db, secret)).toMatchObject({
      name: 'gateway',
      scopes: ['feedback:write', 'cases:read'],
      organisation: marsh,
    })
    expect(await findApiKey(db, `${secret}x`)).toBeNull()
    const stored = await db.selectFrom('api_keys').select('hash').executeTakeFirstOrThrow()
    expect(stored.hash).not.toContain(secret)
    expect((await run(key, 'revoke', '--name', 'gateway')).status).toBe(0)
    expect(await findApiKey(db, secret)).toBeNull()
    expect((await run(key, 'revoke', '--name', 'gateway')).status).toBe(1)
  })

  it.each([
    [['add', '--name', 'x']],
    [['add', '--name', 'x', '--scope', 'everything']],
    [['add', '--scope', 'partner']],
    [['list']],
  ])('%j is wrong use', async (args) => {
    expect((await run(key, ...args)).status).toBe(2)
  })

  it('leaves its making and its end in the audit', async () => {
    await addApiKey(db, { name: 'audited', scopes: [apiScopes[0]] }, { actor: theHub, now })
    const acts = await db
      .selectFrom('audit_entries')
      .select('act')
      .where('about_kind', '=', 'api-key')
      .execute()
    expect(acts.map(({ act }) => act)).toEqual(['key.add', 'key.revoke', 'key.add'])
  })
})

describe('a password', () => {
  it('is kept as an argon2id hash with its parameters, another for each account', async () => {
    const [one, other] = await Promise.all([
      hashPassword('tŷ gwydr ar y bryn'),
      hashPassword('tŷ gwydr ar y bryn'),
    ])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(other)
  })

  it('fits however its accents were typed, and nothing else fits', async () => {
    const stored = await hashPassword('tŷ gwydr ar y bryn'.normalize('NFC'))
    expect(await isPassword('tŷ gwydr ar y bryn'.normalize('NFD'), stored)).toBe(true)
    expect(await isPassword('ty gwydr ar y bryn', stored)).toBe(false)
    expect(await isPassword('', stored)).toBe(false)
    expect(await isPassword('tŷ gwydr ar y bryn', 'not a hash')).toBe(false)
    expect(await isPassword('anything', null)).toBe(false)
  })

  it('made for somebody is never made twice', () => {
    const made = new Set(Array.from({ length: 200 }, generatePassword))
    expect(made.size).toBe(200)
    expect([...made].every((word) => /^(?:[a-z2-9]{5}-){3}[a-z2-9]{5}$/.test(word))).toBe(true)
  })
})
