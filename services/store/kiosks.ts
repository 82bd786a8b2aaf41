/** Kiosks: whose they are and where they stand; each comes in by a token that is shown once and kept only as a hash. */
import { createHash, randomBytes } from 'node:crypto'
import type { CareServiceId, OrganisationId } from '../../shared/ids.ts'
import { record } from './audit.ts'
import type { Queries } from './database.ts'
import { AccountProblem, type By } from './staff.ts'

export interface Kiosk {
  readonly id: string
  readonly name: string
  readonly organisation: OrganisationId
  readonly organisationName: string
  /** The one care service that it stands in, if it is one. */
  readonly careService: CareServiceId | null
  /** As people on the spot call it, such as "Main entrance". */
  readonly place: string
}

export interface NewKiosk {
  readonly name: string
  readonly place: string
  /** Without one it is the host's. */
  readonly organisation?: OrganisationId
  readonly careService?: CareServiceId
}

const prefix = 'kiosk_'
/** 256 bits: a plain hash is enough for what nobody can guess. */
const tokenBytes = 32

/** The token itself, the only time it is seen. Throws AccountProblem where the name is taken or there is no such place. */
export async function addKiosk(queries: Queries, wanted: NewKiosk, by: By): Promise<string> {
  const organisation = await organisationOf(queries, wanted)
  const token = `${prefix}${randomBytes(tokenBytes).toString('base64url')}`
  const added = await queries
    .insertInto('kiosks')
    .values({
      name: wanted.name,
      hash: hashOf(token),
      organisation,
      care_service: wanted.careService ?? null,
      place: wanted.place,
      created_at: by.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) throw new AccountProblem(`There is already a kiosk named "${wanted.name}"`)
  await recordKiosk(queries, 'kiosk.add', added.id, organisation, by)
  return token
}

/** Throws AccountProblem where there is no such kiosk, or it was revoked before. */
export async function revokeKiosk(queries: Queries, name: string, by: By): Promise<void> {
  const revoked = await queries
    .updateTable('kiosks')
    .set({ revoked_at: by.now })
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .returning(['id', 'organisation'])
    .executeTakeFirst()
  if (revoked === undefined)
    throw new AccountProblem(`There is no kiosk named "${name}" that is still switched on`)
  await recordKiosk(queries, 'kiosk.revoke', revoked.id, revoked.organisation, by)
}

/** Whose token is this? Null for an unknown or revoked one. */
export async function findKiosk(queries: Queries, token: string): Promise<Kiosk | null> {
  const row = await queries
    .selectFrom('kiosks')
    .innerJoin('organisations', 'organisations.id', 'kiosks.organisation')
    .select(['kiosks.id', 'kiosks.name', 'kiosks.organisation', 'kiosks.place'])
    .select(['kiosks.care_service as careService', 'organisations.name as organisationName'])
    .where('hash', '=', hashOf(token))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** The organisation it is for; a care service must be one of its own. */
async function organisationOf(
  queries: Queries,
  { organisation, careService }: NewKiosk,
): Promise<OrganisationId> {
  const query = queries.selectFrom('organisations').select('id')
  const row = await (
    organisation === undefined ? query.where('is_host', '=', true) : query.where('id', '=', organisation)
  ).executeTakeFirst()
  if (row === undefined) {
    const which = organisation === undefined ? 'no host organisation' : `no organisation "${organisation}"`
    throw new AccountProblem(`There is ${which} in the directory`)
  }
  if (careService !== undefined) await checkCareService(queries, row.id, careService)
  return row.id
}

async function checkCareService(
  queries: Queries,
  organisation: OrganisationId,
  careService: CareServiceId,
): Promise<void> {
  const found = await queries
    .selectFrom('care_services')
    .select('id')
    .where('id', '=', careService)
    .where('organisation', '=', organisation)
    .executeTakeFirst()
  if (found === undefined)
    throw new AccountProblem(`"${organisation}" has no care service "${careService}" in the directory`)
}

async function recordKiosk(
  queries: Queries,
  act: string,
  id: string,
  organisation: OrganisationId,
  { actor, now }: By,
): Promise<void> {
  await record(queries, { at: now, actor, act, about: { kind: 'kiosk', id }, organisation })
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
