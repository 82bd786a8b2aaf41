/** After a directory was changed: can anybody sign in where everything lands that nobody else receives? */
import type { Directory } from '../../shared/directory.ts'
import type { OrganisationId, StaffId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'
import { recordAccount, type By } from './staff.ts'

export interface AccountsAfterwards {
  /** Addresses of administrators who came along from the example to the organisation that now runs the hub. */
  readonly moved: readonly string[]
  /** Nobody can sign in to the host: what arrives is seen by nobody until an account is made. */
  readonly hostHasNobody: boolean
  /** What still belongs to organisations that the directory does not list any more. */
  readonly left: readonly {
    readonly what: 'account' | 'key' | 'kiosk'
    readonly name: string
    readonly organisation: OrganisationId
  }[]
}

/**
 * Whoever looked round in the example is who brings the real directory: where its host has no account, the example's
 * administrators go there, into all of its teams. Between two real organisations nobody is moved.
 */
export async function followHost(
  queries: Queries,
  { host, teams }: Directory,
  by: By,
): Promise<AccountsAfterwards> {
  const moved = (await hasAccount(queries, host)) ? [] : await administratorsOfExample(queries)
  for (const { id } of moved) await moveTo(queries, id, host, by)
  const inTeams = moved.flatMap(({ id: staff }) =>
    teams.filter(({ organisation }) => organisation === host).map(({ id: team }) => ({ staff, team })),
  )
  if (inTeams.length > 0) await queries.insertInto('staff_teams').values(inTeams).execute()
  return {
    moved: moved.map(({ email }) => email),
    hostHasNobody: !(await hasAccount(queries, host)),
    left: await leftWithUnlisted(queries),
  }
}

async function moveTo(queries: Queries, id: StaffId, organisation: OrganisationId, by: By): Promise<void> {
  await queries.updateTable('staff').set({ organisation }).where('id', '=', id).execute()
  await queries.deleteFrom('staff_teams').where('staff', '=', id).execute()
  await recordAccount(queries, 'staff.move', id, organisation, by)
}

async function hasAccount(queries: Queries, organisation: OrganisationId): Promise<boolean> {
  const row = await queries
    .selectFrom('staff')
    .select('id')
    .where('organisation', '=', organisation)
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function administratorsOfExample(queries: Queries) {
  return queries
    .selectFrom('staff')
    .innerJoin('organisations', 'organisations.id', 'staff.organisation')
    .select(['staff.id', 'staff.email'])
    .where('organisations.is_example', '=', true)
    .where('organisations.is_listed', '=', false)
    .where('staff.role', '=', 'administrator')
    .where('staff.disabled_at', 'is', null)
    .orderBy('staff.email')
    .execute()
}

async function leftWithUnlisted(queries: Queries): Promise<AccountsAfterwards['left']> {
  const unlisted = await queries
    .selectFrom('organisations')
    .select('id')
    .where('is_listed', '=', false)
    .execute()
  const ids = unlisted.map(({ id }) => id)
  if (ids.length === 0) return []
  const accounts = await queries
    .selectFrom('staff')
    .select(['email as name', 'organisation'])
    .where('organisation', 'in', ids)
    .where('disabled_at', 'is', null)
    .orderBy('email')
    .execute()
  const keys = await queries
    .selectFrom('api_keys')
    .select(['name', 'organisation'])
    .where('organisation', 'in', ids)
    .where('revoked_at', 'is', null)
    .orderBy('name')
    .execute()
  const kiosks = await queries
    .selectFrom('kiosks')
    .select(['name', 'organisation'])
    .where('organisation', 'in', ids)
    .where('revoked_at', 'is', null)
    .orderBy('name')
    .execute()
  return [
    ...accounts.map((row) => ({ what: 'account' as const, ...row })),
    ...keys.map((row) => ({ what: 'key' as const, ...row })),
    ...kiosks.map((row) => ({ what: 'kiosk' as const, ...row })),
  ]
}

/** The organisation that runs this hub, if nobody can sign in to it. */
export async function hostWithoutAccount(queries: Queries): Promise<OrganisationId | null> {
  const host = await queries
    .selectFrom('organisations')
    .select('id')
    .where('is_host', '=', true)
    .executeTakeFirst()
  return host === undefined || (await hasAccount(queries, host.id)) ? null : host.id
}
