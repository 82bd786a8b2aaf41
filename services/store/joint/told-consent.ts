/** What a person said of sharing before anybody knew with whom: a consent once staff have said who is needed. */
import type { CaseId, ConsentId, OrganisationId } from '../../../shared/ids.ts'
import { londonDate } from '../../../shared/dates/london.ts'
import { usualCovers } from '../../../shared/joint/consent.ts'
import { standingOfTold } from '../../../shared/joint/told.ts'
import type { ConsentTold } from '../../../shared/submission.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import { applyConsent } from './consent-acts.ts'
import { loadLeftOut } from './not-to-tell.ts'
import { sharedWords } from './consent-words.ts'
import { withFiles } from './send-whole.ts'
import { loadCaseToTell, tellPerson, type SaidBy, type Telling } from './telling.ts'

export type Told = NonNullable<Awaited<ReturnType<typeof loadTold>>>

/** Null where they were not asked, or did not say. What they said last holds. */
export async function loadTold(queries: Queries, id: CaseId) {
  const last = await lastTold(queries, id)
  if (last === null) return null
  const { person, preferences } = await loadCaseToTell(queries, id)
  const joint = await queries
    .selectFrom('joint_cases')
    .select('state')
    .where('case', '=', id)
    .executeTakeFirst()
  const consents = await queries
    .selectFrom('consents')
    .innerJoin('organisations', 'organisations.id', 'consents.organisation')
    .select(['consents.state', 'consents.from_whom', 'consents.purpose', 'organisations.name'])
    .select('consents.organisation')
    .where('case', '=', id)
    .orderBy('organisations.name')
    .execute()
  const needed = consents.filter(({ state }) => state === 'needed')
  const fromPerson = needed.filter(({ from_whom }) => from_whom === 'person')
  const leftOut = last.told.said === 'yes' ? await loadLeftOut(queries, id) : new Set()
  const usable = fromPerson.filter(({ organisation }) => !leftOut.has(organisation))
  const ways = [person.email, person.phone, person.address]
  const standing = standingOfTold({
    said: last.told.said,
    isTheirs: needed.length === 0 || fromPerson.length > 0,
    canBeTold: preferences.contactBy !== 'none' && ways.some((way) => way !== null),
    joint: joint?.state ?? null,
    consents: consents.map(({ state }) => state),
  })
  return { ...last, standing, joint: joint?.state ?? null, needed: usable, isWaiting: needed.length > 0 }
}

/** Where a joint case is proposed, it is used by confirming it. */
export function isToUse({ standing, needed, joint }: Told): boolean {
  return standing === 'open' && needed.length > 0 && joint !== 'proposed'
}

/**
 * In the caller's transaction, which holds the case; `told` was loaded before it was said who is needed. Only for what
 * nobody was asked about yet, and only where whoever told it is who decides: a friend's yes is not the patient's.
 */
export async function recordToldConsent(
  queries: Queries,
  id: CaseId,
  { told, on, standing }: Told,
  telling: Telling,
): Promise<readonly Waiting[]> {
  if (standing !== 'open') return []
  const needed = await queries
    .selectFrom('consents')
    .select(['id', 'organisation', 'purpose', 'covers', 'authority'])
    .where('case', '=', id)
    .where('state', '=', 'needed')
    .where('from_whom', '=', 'person')
    .orderBy('id')
    .execute()
  const waiting: Waiting[] = []
  const shared: { readonly consent: ConsentId; readonly organisation: OrganisationId }[] = []
  const leftOut = told.said === 'yes' ? await loadLeftOut(queries, id) : new Set()
  for (const { id: consent, organisation, purpose, covers, authority } of needed) {
    // A yes to whoever is needed is none to whom they write not to tell: staff ask about that one.
    if (leftOut.has(organisation)) continue
    const usual = await withFiles(queries, { case: id, purpose, covers: usualCovers(covers.issues) })
    const yes = { act: 'give', covers: usual, validUntil: null, authority } as const
    const step = { consent, by: saidBy(told), how: told.how, saidAt: on, ...(told.said === 'yes' ? yes : no) }
    const result = await applyConsent(queries, step, telling)
    if (result.outcome === 'done') waiting.push(...result.waiting)
    // Sent on, or handled by a commissioner, they are told by that.
    if (result.outcome === 'done' && purpose === 'joint-answer') shared.push({ consent, organisation })
  }
  const [first] = shared
  if (told.said === 'no' || first === undefined) return waiting
  const about = await loadCaseToTell(queries, id)
  const organisations = shared.map(({ organisation }) => organisation)
  const words = await sharedWords(queries, about, organisations, telling)
  // By its consent a no that comes back is known for what it is.
  const news = { purpose: 'lead-news', consent: first.consent, writtenBy: null, ...words } as const
  return [...waiting, ...(await tellPerson(queries, about, news, telling))]
}

const no = { act: 'say-no' } as const

/** A tick is of their own hand. */
function saidBy(told: ConsentTold): SaidBy {
  return 'by' in told ? { kind: 'staff', id: told.by } : { kind: 'person' }
}

async function lastTold(queries: Queries, id: CaseId) {
  const submissions = await queries
    .selectFrom('submissions')
    .select(['content', 'received_at'])
    .where('case', '=', id)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  for (const { content, received_at: on } of submissions) {
    if (content.consentTold !== undefined) return { told: content.consentTold, on, day: londonDate(on) }
  }
  return null
}
