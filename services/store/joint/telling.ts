/** Messages of joint work: to the person in their way and language, to another organisation by reference alone. */
import { reason } from '../../../shared/finding.ts'
import type { CaseId, ConsentId, MessageId, OrganisationId, PartId, StaffId } from '../../../shared/ids.ts'
import type { Rules } from '../../../shared/knowledge.ts'
import type { Language } from '../../../shared/words.ts'
import { dayInWords } from '../../pages/dates-in-words.ts'
import type { Words } from '../../pages/languages.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import { noTransport } from '../messages.ts'
import { findWayOfReply, type CanSend, type WayOfReply } from '../way-of-reply.ts'
import { announce, type Noticed } from './announcements.ts'

/** The person by their own channel; a member of staff who writes down what was said; the hub by the clock. */
export type SaidBy =
  { readonly kind: 'person' } | { readonly kind: 'staff'; readonly id: StaffId } | { readonly kind: 'hub' }

/** What it takes to put an act into words. */
export interface Telling {
  readonly words: Pick<Words, 'translate'>
  readonly publicUrl: string
  readonly canSend: CanSend
  readonly rules: Rules
  readonly now: Date
}

export type CaseToTell = Awaited<ReturnType<typeof loadCaseToTell>>

export async function loadCaseToTell(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('cases')
    .innerJoin('organisations', 'organisations.id', 'cases.received_by')
    .selectAll('cases')
    .select('organisations.name as receivedByName')
    .where('cases.id', '=', id)
    .executeTakeFirstOrThrow()
}

export function languageOfCase({ language }: Pick<CaseToTell, 'language'>): Language {
  return language === 'cy' ? 'cy' : 'en'
}

export interface ToPerson {
  readonly purpose: 'consent-request' | 'lead-news' | 'meeting-news'
  readonly consent?: ConsentId
  readonly writtenBy: StaffId | null
  /** Shown on locked screens. */
  readonly subject: string
  readonly body: string | ((way: WayOfReply['channel']) => string)
}

/** Where it may not go by itself it is held, and staff see why and do it another way. */
export async function tellPerson(
  queries: Queries,
  to: CaseToTell,
  message: ToPerson,
  { canSend, now }: Telling,
): Promise<readonly Waiting[]> {
  const way = await findWayOfReply(queries, to, canSend)
  const { id } = await queries
    .insertInto('messages')
    .values({
      case: to.id,
      direction: 'out',
      purpose: message.purpose,
      consent: message.consent ?? null,
      channel: way.channel,
      recipient: way.recipient,
      subject: message.subject,
      body: typeof message.body === 'string' ? message.body : message.body(way.channel),
      language: languageOfCase(to),
      is_automatic: message.writtenBy === null,
      written_by: message.writtenBy,
      state: way.heldBecause === null ? 'waiting' : 'held',
      held_because: way.heldBecause === null ? null : JSON.stringify(way.heldBecause),
      created_at: now,
      due_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return way.heldBecause === null ? [{ step: 'send', id }] : []
}

export interface ToPartner {
  readonly organisation: OrganisationId
  readonly event: Noticed
  readonly part?: PartId | null
  /** A London calendar date that matters to them. */
  readonly day?: string | null
  /** To their named senior instead of the team that takes their cases in. */
  readonly senior?: boolean
}

/**
 * Never a name and never a word of the person's: a reference, a day and where to look. Whoever has only a link to the
 * part is told too.
 */
export async function tellPartner(
  queries: Queries,
  about: Pick<CaseToTell, 'id' | 'reference' | 'received_by' | 'receivedByName'>,
  to: ToPartner,
  { words, publicUrl, canSend, now }: Telling,
): Promise<readonly Waiting[]> {
  const { organisation, event } = to
  await announce(queries, { organisation, case: about.id, reference: about.reference, event, now })
  const look = await whereToLook(queries, about, to)
  const params = { reference: about.reference, receiver: about.receivedByName }
  const say = (key: string, more = {}) =>
    words.translate(`consent:notice.${key}`, { ...params, ...more }, 'en')
  const isOver = event === 'consent.withdrawn' || event === 'part.ended'
  const bodyWith = (where: string) =>
    [
      say(`event.${event}`),
      ...(to.day ? [say('by', { day: dayInWords(to.day, 'en') })] : []),
      ...(isOver ? [] : [where]),
      ...(organisation === about.received_by ? [] : [say('from')]),
      say('no-answer'),
    ].join('\n\n')
  const here = bodyWith(say(look.key, { link: `${publicUrl}${look.path}` }))
  const address = await addressOf(queries, to)
  const holders = to.senior === true ? [] : await linkHolders(queries, about, organisation, now)
  const waiting: Waiting[] = []
  for (const { recipient, body } of [
    ...(address === null ? [] : [{ recipient: address, body: here }]),
    ...holders.map((recipient) => ({ recipient, body: bodyWith(say('look-link')) })),
  ]) {
    const subject = say('subject')
    const goes = canSend('email')
    const id = await insertNotice(queries, {
      about,
      recipient,
      part: to.part ?? null,
      goes,
      now,
      subject,
      body,
    })
    if (goes) waiting.push({ step: 'send', id })
  }
  return waiting
}

/** Who has opened a link to this part that still opens it: a link that nobody opened has its own mail. */
async function linkHolders(
  queries: Queries,
  { id }: Pick<CaseToTell, 'id'>,
  organisation: OrganisationId,
  now: Date,
): Promise<readonly string[]> {
  const links = await queries
    .selectFrom('partner_links')
    .innerJoin('parts', 'parts.id', 'partner_links.part')
    .select('partner_links.email')
    .distinct()
    .where('parts.case', '=', id)
    .where('parts.organisation', '=', organisation)
    .where('partner_links.opened_at', 'is not', null)
    .where('partner_links.revoked_at', 'is', null)
    .where('partner_links.expires_at', '>', now)
    .orderBy('partner_links.email')
    .execute()
  return links.map(({ email }) => email)
}

/** Whoever received it, or was sent it whole, has its own page of it here; whoever has a hub of its own works there. */
async function whereToLook(
  queries: Queries,
  { reference, received_by }: Pick<CaseToTell, 'reference' | 'received_by'>,
  { organisation, event }: ToPartner,
): Promise<{ readonly key: string; readonly path: string }> {
  const path = `/desk/cases/${reference}`
  if (organisation === received_by) return { key: 'look', path }
  const hasOwnHub = await worksOnOwnHub(queries, organisation)
  if (event === 'case.transferred') return { key: hasOwnHub ? 'look-here' : 'look', path }
  // Of a lead that is only proposed nothing can be seen but the proposal.
  const isLead = event.startsWith('lead.')
  if (hasOwnHub) return { key: isLead ? 'own-hub-lead' : 'own-hub', path }
  return { key: 'look', path: isLead ? '/desk/joint' : `/partner/cases/${reference}` }
}

async function worksOnOwnHub(queries: Queries, organisation: OrganisationId): Promise<boolean> {
  const hub = await queries
    .selectFrom('webhook_endpoints')
    .select('id')
    .where('organisation', '=', organisation)
    .where('is_hub', '=', true)
    .where('stopped_at', 'is', null)
    .executeTakeFirst()
  return hub !== undefined
}

/** Null: they see it in their own list and are told by nothing else. */
async function addressOf(queries: Queries, { organisation, senior }: ToPartner): Promise<string | null> {
  if (senior === true) {
    const contact = await queries
      .selectFrom('organisation_contacts')
      .select('email')
      .where('organisation', '=', organisation)
      .where('role', '=', 'senior')
      .executeTakeFirst()
    // Where nobody is named, the team that takes their cases in must bring it to whoever is senior.
    if (contact?.email) return contact.email
  }
  const team = await queries
    .selectFrom('organisations')
    .innerJoin('teams', 'teams.id', 'organisations.triage_team')
    .select('teams.handover')
    .where('organisations.id', '=', organisation)
    .executeTakeFirst()
  return team?.handover.by === 'email' ? team.handover.address : null
}

interface Notice {
  readonly about: Pick<CaseToTell, 'id'>
  readonly recipient: string
  readonly part: PartId | null
  readonly goes: boolean
  readonly now: Date
  readonly subject: string
  readonly body: string
}

async function insertNotice(queries: Queries, notice: Notice): Promise<MessageId> {
  const { id } = await queries
    .insertInto('messages')
    .values({
      case: notice.about.id,
      direction: 'out',
      purpose: 'part-notice',
      part: notice.part,
      channel: 'email',
      recipient: notice.recipient,
      subject: notice.subject,
      body: notice.body,
      language: 'en',
      is_automatic: true,
      state: notice.goes ? 'waiting' : 'held',
      held_because: notice.goes ? null : JSON.stringify(reason(noTransport)),
      created_at: notice.now,
      due_at: notice.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
