/** Signed links to one piece of work: made, found, opened with a code, and taken back. Only hashes of what opens them are kept. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { CaseId, OrganisationId, PartId, PartnerLinkId, StaffId } from '../../../shared/ids.ts'
import type { Reference } from '../../../shared/reference.ts'
import type { Queries } from '../database.ts'

export interface NewLink {
  readonly part: PartId
  readonly token: string
  readonly recipientName: string
  readonly email: string
  readonly phone: string | null
  readonly secondFactor: 'email' | 'sms'
  readonly madeBy: StaffId
  readonly now: Date
  readonly expiresAt: Date
}

export async function saveLink(queries: Queries, link: NewLink): Promise<PartnerLinkId> {
  const { id } = await queries
    .insertInto('partner_links')
    .values({
      part: link.part,
      token_hash: hashOf(link.token),
      recipient_name: link.recipientName,
      email: link.email,
      phone: link.phone,
      second_factor: link.secondFactor,
      made_by: link.madeBy,
      made_at: link.now,
      expires_at: link.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface GoodLink {
  readonly id: PartnerLinkId
  readonly part: PartId
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly reference: Reference
  /** On whose behalf we write. */
  readonly receivedBy: OrganisationId
  readonly receivedByName: string
  readonly email: string
  readonly phone: string | null
  readonly secondFactor: 'email' | 'sms'
  readonly expiresAt: Date
}

/** Null for what never was, has expired or was taken back, alike. */
export async function findLinkByToken(queries: Queries, token: string, now: Date): Promise<GoodLink | null> {
  return findGood(queries, now, (query) => query.where('partner_links.token_hash', '=', hashOf(token)))
}

export async function findLink(queries: Queries, id: PartnerLinkId, now: Date): Promise<GoodLink | null> {
  return findGood(queries, now, (query) => query.where('partner_links.id', '=', id))
}

function goodLinks(queries: Queries, now: Date) {
  return queries
    .selectFrom('partner_links')
    .innerJoin('parts', 'parts.id', 'partner_links.part')
    .innerJoin('cases', 'cases.id', 'parts.case')
    .innerJoin('organisations as theirs', 'theirs.id', 'parts.organisation')
    .innerJoin('organisations as receiver', 'receiver.id', 'cases.received_by')
    .select(['partner_links.id', 'partner_links.part', 'partner_links.email', 'partner_links.phone'])
    .select(['partner_links.second_factor as secondFactor', 'partner_links.expires_at as expiresAt'])
    .select(['parts.organisation', 'cases.reference', 'cases.received_by as receivedBy'])
    .select(['theirs.name as organisationName', 'receiver.name as receivedByName'])
    .where('partner_links.revoked_at', 'is', null)
    .where('partner_links.expires_at', '>', now)
}

async function findGood(
  queries: Queries,
  now: Date,
  which: (query: ReturnType<typeof goodLinks>) => ReturnType<typeof goodLinks>,
): Promise<GoodLink | null> {
  return (await which(goodLinks(queries, now)).executeTakeFirst()) ?? null
}

/** The one before is good no longer; the tries begin anew. */
export async function setCode(queries: Queries, id: PartnerLinkId, code: string, until: Date): Promise<void> {
  await queries
    .updateTable('partner_links')
    .set({ code_hash: hashOfCode(id, code), code_until: until, code_tries: 0 })
    .where('id', '=', id)
    .execute()
}

const mostTries = 5

/** Counted before it is compared: a hundred tries at once are a hundred. A code is good once. */
export async function tryCode(
  queries: Queries,
  id: PartnerLinkId,
  code: string,
  now: Date,
): Promise<boolean> {
  const row = await queries
    .updateTable('partner_links')
    .set({ code_tries: sql`code_tries + 1` })
    .where('id', '=', id)
    .where('code_tries', '<', mostTries)
    .where('code_until', '>', now)
    .where('code_hash', 'is not', null)
    .returning('code_hash')
    .executeTakeFirst()
  if (row === undefined || row.code_hash === null) return false
  if (!timingSafeEqual(Buffer.from(row.code_hash), Buffer.from(hashOfCode(id, code)))) return false
  const used = await queries
    .updateTable('partner_links')
    .set({ code_hash: null, opened_at: sql`coalesce(opened_at, ${now})` })
    .where('id', '=', id)
    .where('code_hash', '=', row.code_hash)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

export async function listLinks(queries: Queries, part: PartId) {
  return queries
    .selectFrom('partner_links')
    .select([
      'id',
      'recipient_name',
      'email',
      'second_factor',
      'made_at',
      'expires_at',
      'opened_at',
      'revoked_at',
    ])
    .where('part', '=', part)
    .orderBy('made_at', 'desc')
    .execute()
}

/** False where there is no such link on this case, or it was taken back before. */
export async function revokeLink(
  queries: Queries,
  given: { readonly case: CaseId; readonly link: PartnerLinkId },
  now: Date,
): Promise<boolean> {
  const revoked = await queries
    .updateTable('partner_links')
    .set({ revoked_at: now })
    .where('id', '=', given.link)
    .where('revoked_at', 'is', null)
    .where('part', 'in', (select) =>
      select.selectFrom('parts').select('parts.id').where('case', '=', given.case),
    )
    .executeTakeFirst()
  return revoked.numUpdatedRows === 1n
}

/** 256 bits: a plain hash is enough for what nobody can guess. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Of six digits the hash hides little; what protects the code is its short life. */
function hashOfCode(id: PartnerLinkId, code: string): string {
  return createHash('sha256').update(`${id} ${code}`).digest('hex')
}
