/** `hub user`: adds an account, gives one a new password, or disables it. Prints one JSON line. */
import { parseArgs } from 'node:util'
import { asId, type OrganisationId } from '../../shared/ids.ts'
import type { Database, Queries } from '../store/database.ts'
import {
  addStaffMember,
  disableStaffMember,
  letSign,
  resetPassword,
  type By,
  type NewStaffMember,
} from '../store/staff.ts'
import { generatePassword } from '../store/staff-passwords.ts'
import { administerDatabase, type OnGround } from './administering.ts'
import type { Verb } from './verb.ts'

const usage =
  'user add --email ADDRESS --name NAME --organisation ID [--team ID]... [--administrator] [--may-sign] | user reset|disable|may-sign|may-not-sign --email ADDRESS'

type Wish =
  | { readonly act: 'add'; readonly member: Omit<NewStaffMember, 'password'> }
  | { readonly act: 'reset'; readonly email: string }
  | { readonly act: 'disable'; readonly email: string }
  | { readonly act: 'may-sign'; readonly email: string }
  | { readonly act: 'may-not-sign'; readonly email: string }

/** Of an account that there is. */
const changes = ['reset', 'disable', 'may-sign', 'may-not-sign'] as const

/** Passwords are made here and printed once: one given as an argument would stand in the list of processes. */
export function createUserVerb(withDatabase: OnGround<Database>, now: () => Date): Verb {
  return administerDatabase(withDatabase, now, { name: 'user', usage, readWish, obey })
}

function readWish(args: readonly string[]): Wish | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      organisation: { type: 'string' },
      team: { type: 'string', multiple: true },
      administrator: { type: 'boolean' },
      'may-sign': { type: 'boolean' },
    },
  })
  const [act, ...more] = positionals
  const { email, name, organisation, team = [], administrator = false } = values
  if (more.length > 0 || email === undefined) return null
  const change = changes.find((each) => each === act)
  if (change !== undefined) return { act: change, email }
  if (act !== 'add' || name === undefined || organisation === undefined) return null
  return {
    act,
    member: {
      email,
      name,
      organisation: asId<'organisation'>(organisation),
      role: administrator ? 'administrator' : 'staff',
      maySign: values['may-sign'] ?? false,
      teams: team.map((id) => asId<'team'>(id)),
    },
  }
}

async function obey(queries: Queries, wish: Wish, by: By): Promise<readonly object[]> {
  if (wish.act === 'disable') {
    const left = await disableStaffMember(queries, wish.email, by)
    if (left.accounts === 0) warnOfNobodyLeft(left.organisation)
    return [{ email: wish.email, state: 'disabled' }]
  }
  if (wish.act === 'may-sign' || wish.act === 'may-not-sign') {
    await letSign(queries, wish.email, wish.act === 'may-sign', by)
    return [{ email: wish.email, state: wish.act }]
  }
  const password = generatePassword()
  if (wish.act === 'reset') {
    await resetPassword(queries, wish.email, password, by)
    return [{ email: wish.email, password }]
  }
  await addStaffMember(queries, { ...wish.member, password }, by)
  return [{ email: wish.member.email, password }]
}

function warnOfNobodyLeft(organisation: OrganisationId): void {
  process.stderr.write(
    `Nobody of ${organisation} can sign in any more: what is sent to it from now on goes to the host, and nobody sees ` +
      `the cases it has. Add an account: hub user add --email ADDRESS --name NAME --organisation ${organisation}\n`,
  )
}
