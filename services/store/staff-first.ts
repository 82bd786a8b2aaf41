/** The first account, without which nobody could make the others. */
import { theHub } from './audit.ts'
import { hubScope, withScope, type Database } from './database.ts'
import { addStaffMember } from './staff.ts'
import { generatePassword } from './staff-passwords.ts'

export type FirstAdministrator =
  | { readonly created: false }
  /** A password that we made is to be shown once: it is stored nowhere. Null: whoever set it knows it. */
  | { readonly created: true; readonly email: string; readonly password: string | null }

/**
 * Makes an administrator of the host organisation, in all of its teams, where there is no account at all yet.
 * Two processes starting at once make one. Throws AccountProblem where the address or the password will not do.
 */
export async function ensureFirstAdministrator(
  db: Database,
  given: { readonly email?: string; readonly password?: string; readonly now: Date },
): Promise<FirstAdministrator> {
  return withScope(db, hubScope, async (queries) => {
    const host = await queries
      .selectFrom('organisations')
      .select('id')
      .where('is_host', '=', true)
      .forUpdate()
      .executeTakeFirst()
    const anybody = await queries.selectFrom('staff').select('id').limit(1).executeTakeFirst()
    if (host === undefined || anybody !== undefined) return { created: false }
    const teams = await queries.selectFrom('teams').select('id').where('organisation', '=', host.id).execute()
    const email = given.email ?? 'admin@hub.example'
    const made = given.password === undefined ? generatePassword() : null
    await addStaffMember(
      queries,
      {
        email,
        name: 'Administrator',
        password: given.password ?? made ?? generatePassword(),
        organisation: host.id,
        role: 'administrator',
        maySign: true,
        teams: teams.map(({ id }) => id),
      },
      { actor: theHub, now: given.now },
    )
    return { created: true, email, password: made }
  })
}
