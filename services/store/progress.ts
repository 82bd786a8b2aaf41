/** How far a matter has come, for the person who knows its reference and the contact they gave with it. */
import type { ExpressionBuilder } from 'kysely'
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Person } from '../../shared/submission.ts'
import { hubScope, withScope, type Database, type Queries } from './database.ts'
import type { DB } from './tables.ts'

export interface Progress {
  readonly reference: Reference
  readonly receivedAt: Date
  readonly organisationName: string
  readonly stage: 'received' | 'passed-on' | 'with-a-team' | 'closed'
  /** What is due to the person next. Null where nothing is; `late` where it all should have been done by now. */
  readonly next: { readonly what: PersonClock; readonly dueOn: CalendarDate } | 'late' | null
}

/** The clocks that end with something the person gets. */
const personClocks = [
  'acknowledge',
  'settle-oral',
  'respond',
  'respond-stage-2',
  'six-months',
  'twelve-weeks',
] as const
export type PersonClock = (typeof personClocks)[number]

/**
 * Null where there is no such reference, where the contact is another, and where nobody has read yet who wrote:
 * from outside the three look alike.
 */
export async function findProgress(
  db: Database,
  reference: Reference,
  contact: string,
  today: CalendarDate,
): Promise<Progress | null> {
  return withScope(db, hubScope, async (queries) => {
    const found = (await findCase(queries, reference)) ?? (await findUnrouted(queries, reference))
    if (found === undefined || !isContactOf(found.person, contact)) return null
    const { id, state, receivedAt, organisationName } = found
    const shown = { reference, receivedAt, organisationName }
    if (id === null) return { ...shown, stage: 'received', next: null }
    if (state === 'closed') return { ...shown, stage: 'closed', next: null }
    return { ...shown, stage: await stageOf(queries, id), next: await nextFor(queries, id, today) }
  })
}

/** The same proof, for the case itself; null where it is not theirs, or nobody has routed it yet. */
export async function findCaseOfContact(
  queries: Queries,
  reference: Reference,
  contact: string,
): Promise<CaseId | null> {
  const found = await findCase(queries, reference)
  return found !== undefined && isContactOf(found.person, contact) ? found.id : null
}

/** An email address in any case, or a phone number however it is spaced, with or without the code of the country. */
export function isContactOf(person: Person, contact: string): boolean {
  const email = contact.trim().toLowerCase()
  if (email.includes('@')) return person.email?.trim().toLowerCase() === email
  const number = bareNumber(contact)
  return number.length >= shortestNumber && person.phone !== null && bareNumber(person.phone) === number
}

/** Digits of the shortest national numbers; fewer would be a guess. */
const shortestNumber = 7

function bareNumber(typed: string): string {
  return typed
    .replace(/\(0\)/g, '')
    .replace(/\D/g, '')
    .replace(/^(00)?44/, '0')
}

async function findCase(queries: Queries, reference: Reference) {
  return queries
    .selectFrom('cases')
    .innerJoin('organisations', 'organisations.id', 'cases.received_by')
    .select(['cases.id', 'cases.person', 'cases.state', 'cases.received_at as receivedAt'])
    .select('organisations.name as organisationName')
    .where((where) => where.or([where('cases.reference', '=', reference), isAlias(where, reference)]))
    .executeTakeFirst()
}

function isAlias(where: ExpressionBuilder<DB, 'cases'>, reference: Reference) {
  const ofAlias = where.selectFrom('case_aliases').select('case').where('reference', '=', reference)
  return where('cases.id', 'in', ofAlias)
}

async function findUnrouted(queries: Queries, reference: Reference) {
  const row = await queries
    .selectFrom('deliveries')
    .innerJoin('submissions', 'submissions.delivery', 'deliveries.id')
    .innerJoin('organisations', 'organisations.id', 'submissions.received_by')
    .select(['submissions.content', 'submissions.received_at as receivedAt'])
    .select('organisations.name as organisationName')
    .where('deliveries.reference', '=', reference)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { content, ...rest } = row
  return { ...rest, id: null, state: 'open' as const, person: content.person }
}

async function stageOf(queries: Queries, id: CaseId): Promise<'passed-on' | 'with-a-team'> {
  const accepted = await queries
    .selectFrom('handoffs')
    .select('id')
    .where('case', '=', id)
    .where('state', '=', 'accepted')
    .executeTakeFirst()
  return accepted === undefined ? 'passed-on' : 'with-a-team'
}

/** A day that is past is never shown as one to come: the next that is, or where there is none, that we are late. */
async function nextFor(queries: Queries, id: CaseId, today: CalendarDate): Promise<Progress['next']> {
  const clocks = await queries
    .selectFrom('clocks')
    .select(['name', 'due_on'])
    .where('case', '=', id)
    .where('state', '=', 'running')
    .orderBy('due_on')
    .execute()
  const theirs = clocks.flatMap(({ name, due_on: dueOn }) => {
    const what = personClocks.find((clock) => clock === name)
    return what === undefined ? [] : [{ what, dueOn }]
  })
  const toCome = theirs.find(({ dueOn }) => dueOn >= today)
  if (toCome !== undefined) return toCome
  const isLate = theirs.some(({ what }) => what !== 'settle-oral')
  return isLate ? 'late' : null
}
