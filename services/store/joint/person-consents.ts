/** What the person allows to be shared, shown to and changed by whoever knows the reference and the contact given with it. */
import type { CaseId, ConsentId } from '../../../shared/ids.ts'
import type { Reference } from '../../../shared/reference.ts'
import { hubScope, withScope, type Database, type Queries } from '../database.ts'
import { findCaseOfContact } from '../progress.ts'
import { issuesWithWords } from './issue-words.ts'
import { whatEnded } from './what-a-no-ends.ts'
import { sayOnConsent, type ConsentResult } from './consent-acts.ts'
import type { Telling } from './telling.ts'

/** Null where nothing is shared or asked about. From outside that looks like an unknown case. */
export async function loadPersonsConsents(db: Database, reference: Reference, contact: string) {
  return withScope(db, hubScope, async (queries) => {
    const id = await findCaseOfContact(queries, reference, contact)
    return id === null ? null : consentsShown(queries, id)
  })
}

async function consentsShown(queries: Queries, id: CaseId) {
  const consents = await queries
    .selectFrom('consents')
    .innerJoin('organisations', 'organisations.id', 'consents.organisation')
    .select(['consents.id', 'consents.state', 'consents.covers', 'consents.purpose', 'consents.from_whom'])
    .select(['consents.valid_until as validUntil', 'organisations.name as organisationName'])
    .select('consents.organisation')
    .where('consents.case', '=', id)
    .orderBy('organisations.name')
    .execute()
  if (consents.length === 0) return null
  const issues = await issuesWithWords(queries, id)
  const shown = []
  for (const { organisation, ...consent } of consents) {
    const { state } = consent
    const isOver = state === 'refused' || state === 'withdrawn' || state === 'expired'
    shown.push({
      ...consent,
      said: isOver ? await whatEnded(queries, { id: consent.id, case: id, organisation, state }) : state,
      issues: issues.filter(({ position }) => consent.covers.issues.includes(position)),
    })
  }
  return shown
}

/** Null where there is no such consent for them. */
export async function sayAsPerson(
  db: Database,
  proof: { readonly reference: Reference; readonly contact: string },
  consent: ConsentId,
  said: 'yes' | 'no',
  telling: Telling,
): Promise<ConsentResult | null> {
  const isTheirs = await withScope(db, hubScope, async (queries) => {
    const id = await findCaseOfContact(queries, proof.reference, proof.contact)
    if (id === null) return false
    const row = await queries
      .selectFrom('consents')
      .select('id')
      .where('id', '=', consent)
      .where('case', '=', id)
      .executeTakeFirst()
    return row !== undefined
  })
  if (!isTheirs) return null
  const act = said === 'yes' ? 'give' : 'say-no'
  return sayOnConsent(db, { consent, act, by: { kind: 'person' }, how: 'progress-page' }, telling)
}
