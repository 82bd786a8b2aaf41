/** Who may sign the response of an organisation: its responsible person, or somebody they authorised. */
import type { OrganisationId, StaffId } from '../../../shared/ids.ts'
import { record } from '../audit.ts'
import { staffActor } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import type { StaffMember } from '../staff.ts'

export interface Signer {
  readonly id: StaffId
  readonly name: string
}

/** Empty where nobody was named yet: then nobody signs. */
export async function signersOf(queries: Queries, organisation: OrganisationId): Promise<readonly Signer[]> {
  return queries
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('organisation', '=', organisation)
    .where('may_sign', '=', true)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .execute()
}

/** Every account of the organisation that can sign in. */
export async function listColleagues(queries: Queries, organisation: OrganisationId) {
  return queries
    .selectFrom('staff')
    .select(['id', 'name', 'email', 'role', 'may_sign as maySign'])
    .where('organisation', '=', organisation)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export interface SignerSet {
  readonly staff: StaffId
  /** Under which they sign. */
  readonly name: string
  readonly maySign: boolean
}

/** Each change is on record by itself. False: the organisation has no such account. */
export async function setSigner(
  queries: Queries,
  { id: by, organisation }: Pick<StaffMember, 'id' | 'organisation'>,
  { staff, name, maySign }: SignerSet,
  now: Date,
): Promise<boolean> {
  const before = await queries
    .selectFrom('staff')
    .select(['name', 'may_sign'])
    .where('id', '=', staff)
    .where('organisation', '=', organisation)
    .where('disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (before === undefined) return false
  await queries.updateTable('staff').set({ name, may_sign: maySign }).where('id', '=', staff).execute()
  const acts = [
    ...(before.may_sign === maySign ? [] : [maySign ? 'staff.may-sign' : 'staff.may-not-sign']),
    ...(before.name === name ? [] : ['staff.rename']),
  ]
  for (const act of acts) {
    await record(queries, {
      at: now,
      actor: staffActor(by),
      act,
      about: { kind: 'staff', id: staff },
      organisation,
    })
  }
  return true
}
