/** The accounts of members of staff: who may sign in, for which organisation, in which teams. */
import { sql, type Updateable } from 'kysely'
import type { OrganisationId, StaffId, TeamId } from '../../shared/ids.ts'
import { record, type Actor } from './audit.ts'
import type { Queries } from './database.ts'
import type { Staff } from './tables.ts'
import { hashPassword, longestPassword, shortestPassword } from './staff-passwords.ts'

export interface StaffMember {
  readonly id: StaffId
  readonly email: string
  readonly name: string
  readonly organisation: OrganisationId
  readonly organisationName: string
  /** Where their organisation's unclaimed cases go. */
  readonly triageTeam: TeamId
  readonly role: 'staff' | 'administrator'
  readonly teams: readonly TeamId[]
  /** All cases of their organisation, but for those kept to the teams that have them; else only those of their teams. */
  readonly seesAll: boolean
}

export interface NewStaffMember {
  readonly email: string
  readonly name: string
  readonly password: string
  readonly organisation: OrganisationId
  readonly role: StaffMember['role']
  /** Absent: they sign nothing. */
  readonly maySign?: boolean
  readonly teams: readonly TeamId[]
}

/** Who does it, and when. */
export interface By {
  readonly actor: Actor
  readonly now: Date
}

/** A plain sentence for the one who asked; nothing was changed. */
export class AccountProblem extends Error {}

/**
 * Administrators and whoever is in triage. Where nobody of these can sign in, all do: else what no other team has would
 * be seen by nobody.
 */
const seesAll = sql<boolean>`coalesce((
  select bool_or(sorts.id = staff.id) from staff sorts
  where sorts.organisation = staff.organisation and sorts.disabled_at is null
    and (sorts.role = 'administrator' or exists (
      select from staff_teams where staff_teams.staff = sorts.id and staff_teams.team = organisations.triage_team))
), true)`

/** Null where there is no such account, or it was disabled: asked at every request. */
export async function findStaffMember(queries: Queries, id: StaffId): Promise<StaffMember | null> {
  const row = await queries
    .selectFrom('staff')
    .innerJoin('organisations', 'organisations.id', 'staff.organisation')
    .select(['staff.id', 'staff.email', 'staff.name', 'staff.organisation', 'staff.role'])
    .select(['organisations.name as organisationName', 'organisations.triage_team as triageTeam'])
    .select(seesAll.as('seesAll'))
    .where('staff.id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  const teams = await queries.selectFrom('staff_teams').select('team').where('staff', '=', id).execute()
  return { ...row, teams: teams.map(({ team }) => team) }
}

/** Throws AccountProblem where the address is taken, or the organisation or a team is not in the directory. */
export async function addStaffMember(queries: Queries, member: NewStaffMember, by: By): Promise<StaffId> {
  checkPassword(member.password)
  if (!member.email.includes('@')) throw new AccountProblem(`"${member.email}" is not an email address`)
  await checkPlace(queries, member)
  const added = await queries
    .insertInto('staff')
    .values({
      email: member.email,
      name: member.name,
      password_hash: await hashPassword(member.password),
      organisation: member.organisation,
      role: member.role,
      may_sign: member.maySign ?? false,
      created_at: by.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) throw new AccountProblem(`There is already an account for ${member.email}`)
  const teams = member.teams.map((team) => ({ staff: added.id, team }))
  if (teams.length > 0) await queries.insertInto('staff_teams').values(teams).execute()
  await recordAccount(queries, 'staff.add', added.id, member.organisation, by)
  return added.id
}

/** Sets a new password, opens a disabled account again and ends every session of it. */
export async function resetPassword(
  queries: Queries,
  email: string,
  password: string,
  by: By,
): Promise<StaffId> {
  checkPassword(password)
  const hash = await hashPassword(password)
  return change(queries, 'staff.reset', email, { password_hash: hash, disabled_at: null }, by)
}

/**
 * From now on nobody signs in with it, and whoever is signed in with it is not any more. Says how many accounts their
 * organisation has left.
 */
export async function disableStaffMember(
  queries: Queries,
  email: string,
  by: By,
): Promise<{ readonly organisation: OrganisationId; readonly accounts: number }> {
  const id = await change(queries, 'staff.disable', email, { disabled_at: by.now }, by)
  return queries
    .selectFrom('staff')
    .leftJoin('staff as others', (join) =>
      join.onRef('others.organisation', '=', 'staff.organisation').on('others.disabled_at', 'is', null),
    )
    .select((select) => ['staff.organisation', select.fn.count<number>('others.id').as('accounts')])
    .where('staff.id', '=', id)
    .groupBy('staff.organisation')
    .executeTakeFirstOrThrow()
}

/** Signing is for the responsible person of their organisation, and for whoever that person authorised. */
export async function letSign(queries: Queries, email: string, maySign: boolean, by: By): Promise<StaffId> {
  return change(queries, maySign ? 'staff.may-sign' : 'staff.may-not-sign', email, { may_sign: maySign }, by)
}

async function change(
  queries: Queries,
  act: string,
  email: string,
  columns: Updateable<Pick<Staff, 'password_hash' | 'disabled_at' | 'may_sign'>>,
  by: By,
): Promise<StaffId> {
  const changed = await queries
    .updateTable('staff')
    .set(columns)
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .returning(['id', 'organisation'])
    .executeTakeFirst()
  if (changed === undefined) throw new AccountProblem(`There is no account for ${email}`)
  await queries
    .deleteFrom('sessions')
    .where(sql<string>`sess->>'staff'`, '=', changed.id)
    .execute()
  await recordAccount(queries, act, changed.id, changed.organisation, by)
  return changed.id
}

function checkPassword(password: string): void {
  if (password.length < shortestPassword || password.length > longestPassword) {
    throw new AccountProblem(`A password has ${shortestPassword} to ${longestPassword} characters`)
  }
}

async function checkPlace(queries: Queries, member: NewStaffMember): Promise<void> {
  const { organisation, teams } = member
  const found = await queries
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', organisation)
    .execute()
  if (found.length === 0)
    throw new AccountProblem(`There is no organisation "${organisation}" in the directory`)
  const known = await queries
    .selectFrom('teams')
    .select('id')
    .where('organisation', '=', organisation)
    .execute()
  const stranger = teams.find((team) => !known.some(({ id }) => id === team))
  if (stranger !== undefined) throw new AccountProblem(`${organisation} has no team "${stranger}"`)
}

export async function recordAccount(
  queries: Queries,
  act: string,
  id: StaffId,
  organisation: OrganisationId,
  { actor, now }: By,
): Promise<void> {
  await record(queries, { at: now, actor, act, about: { kind: 'staff', id }, organisation })
}
