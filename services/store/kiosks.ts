/** Kiosks: whose they are and where they stand; each comes in by a token that is shown once and kept only as a hash. */
import type { CareServiceId, OrganisationId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'
import { hashOfToken, mintToken, organisationOrHost, recordToken, revokeToken } from './door-tokens.ts'
import { AccountProblem, type By } from './staff.ts'

/** Says what the token is to whoever finds one. */
export const kioskPrefix = 'kiosk_'

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

/**
 * The token itself, the only time it is seen. The same token for the same kiosk again is the same kiosk. Throws
 * AccountProblem where the name is taken or there is no such place.
 */
export async function addKiosk(
  queries: Queries,
  wanted: NewKiosk,
  by: By,
  token = mintToken(kioskPrefix),
): Promise<string> {
  const organisation = await organisationOf(queries, wanted)
  const added = await queries
    .insertInto('kiosks')
    .values({
      name: wanted.name,
      hash: hashOfToken(token),
      organisation,
      care_service: wanted.careService ?? null,
      place: wanted.place,
      created_at: by.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) {
    const made = await findKiosk(queries, token)
    if (made?.name === wanted.name && made.organisation === organisation) return token
    throw new AccountProblem(`There is already a kiosk named "${wanted.name}"`)
  }
  await recordToken(queries, 'kiosks', 'add', { id: added.id, organisation }, by)
  return token
}

/**
 * By the name its organisation gave it. Throws AccountProblem where there is no such kiosk, it was revoked before, or
 * several organisations have one of that name and `organisation` does not say whose.
 */
export async function revokeKiosk(
  queries: Queries,
  { name, organisation }: Pick<NewKiosk, 'name' | 'organisation'>,
  by: By,
): Promise<void> {
  const named = queries
    .selectFrom('kiosks')
    .select(['id', 'organisation'])
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .orderBy('organisation')
  const [found, ...others] = await (
    organisation === undefined ? named : named.where('organisation', '=', organisation)
  ).execute()
  if (found !== undefined && others.length > 0) {
    const whose = [found, ...others].map((each) => each.organisation).join(', ')
    throw new AccountProblem(
      `There is more than one kiosk named "${name}". Say with --organisation whose it is: ${whose}`,
    )
  }
  if (found === undefined || !(await revokeToken(queries, 'kiosks', by, { column: 'id', value: found.id })))
    throw new AccountProblem(`There is no kiosk named "${name}" that is still switched on`)
}

/** Whose token is this? Null for an unknown or revoked one. */
export async function findKiosk(queries: Queries, token: string): Promise<Kiosk | null> {
  const row = await queries
    .selectFrom('kiosks')
    .innerJoin('organisations', 'organisations.id', 'kiosks.organisation')
    .select(['kiosks.id', 'kiosks.name', 'kiosks.organisation', 'kiosks.place'])
    .select(['kiosks.care_service as careService', 'organisations.name as organisationName'])
    .where('hash', '=', hashOfToken(token))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** The organisation it is for; a care service must be one of its own. */
async function organisationOf(
  queries: Queries,
  { organisation, careService }: NewKiosk,
): Promise<OrganisationId> {
  const id = await organisationOrHost(queries, organisation)
  if (careService !== undefined) await checkCareService(queries, id, careService)
  return id
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
