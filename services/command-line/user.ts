/** `hub user`: adds an account, gives one a new password, or disables it. Prints one JSON line. */
import { parseArgs } from 'node:util'
import { asId, type OrganisationId } from '../../shared/ids.ts'
import { theHub } from '../store/audit.ts'
import { hubScope, withScope, type Database } from '../store/database.ts'
import { AccountProblem, addStaffMember, disableStaffMember, resetPassword, type By } from '../store/staff.ts'
import { generatePassword } from '../store/staff-passwords.ts'
import type { Verb } from './verb.ts'

const usage =
  'user add --email ADDRESS --name NAME --organisation ID [--team ID]... [--administrator] | user reset|disable --email ADDRESS'

interface Wish {
  readonly act: string | undefined
  readonly email: string | undefined
  readonly name: string | undefined
  readonly organisation: string | undefined
  readonly team: readonly string[]
  readonly administrator: boolean
}

/** Passwords are made here and printed once: one given as an argument would stand in the list of processes. */
export function createUserVerb(
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>,
  now: () => Date,
): Verb {
  return {
    name: 'user',
    usage,
    async run(args) {
      const wish = readWish(args)
      if (wish === null) return wrongUse()
      try {
        const by = { actor: theHub, now: now() }
        const line = await withDatabase((db) => obey(db, wish, by))
        if (line === null) return wrongUse()
        process.stdout.write(`${JSON.stringify(line)}\n`)
        return 0
      } catch (error) {
        if (!(error instanceof AccountProblem)) throw error
        process.stderr.write(`${error.message}\n`)
        return 1
      }
    },
  }
}

function readWish(args: readonly string[]): Wish | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        organisation: { type: 'string' },
        team: { type: 'string', multiple: true },
        administrator: { type: 'boolean' },
      },
    })
    if (positionals.length !== 1) return null
    const { email, name, organisation, team = [], administrator = false } = values
    return { act: positionals[0], email, name, organisation, team, administrator }
  } catch {
    return null
  }
}

/** Null where the wish makes no sense. */
async function obey(db: Database, wish: Wish, by: By): Promise<Readonly<Record<string, string>> | null> {
  const { email, name, organisation } = wish
  if (email === undefined) return null
  const password = generatePassword()
  if (wish.act === 'add' && name !== undefined && organisation !== undefined) {
    const member = {
      email,
      name,
      password,
      organisation: asId<'organisation'>(organisation),
      role: wish.administrator ? ('administrator' as const) : ('staff' as const),
      teams: wish.team.map((team) => asId<'team'>(team)),
    }
    await withScope(db, hubScope, (queries) => addStaffMember(queries, member, by))
    return { email, password }
  }
  if (wish.act === 'reset') {
    await withScope(db, hubScope, (queries) => resetPassword(queries, email, password, by))
    return { email, password }
  }
  if (wish.act === 'disable') {
    const left = await withScope(db, hubScope, (queries) => disableStaffMember(queries, email, by))
    if (left.accounts === 0) warnOfNobodyLeft(left.organisation)
    return { email, state: 'disabled' }
  }
  return null
}

function warnOfNobodyLeft(organisation: OrganisationId): void {
  process.stderr.write(
    `Nobody of ${organisation} can sign in any more: what is sent to it from now on goes to the host, and nobody sees ` +
      `the cases it has. Add an account: hub user add --email ADDRESS --name NAME --organisation ${organisation}\n`,
  )
}

function wrongUse(): 2 {
  process.stderr.write(`Use: hub ${usage}\n`)
  return 2
}
