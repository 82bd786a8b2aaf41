/** What the person allows to be shared, shown to and changed by whoever knows the reference and the contact given with it. */
import type { CaseId, ConsentId } from '../../../shared/ids.ts'
import type { Reference } from '../../../shared/reference.ts'
import { hubScope, withScope, type Database, type Queries } from '../database.ts'
import { findCaseOfContact } from '../progress.ts'
import type { Selectable } from 'kysely'
import type { Consents } from '../tables.ts'
import { refuseInPart, withFiles } from './send-whole.ts'
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
  for (const { organisation, ...row } of consents) {
    const { state, purpose } = row
    const covers = await coversForYes(queries, { ...row, case: id })
    const consent = { ...row, covers }
    const inPart = await refuseInPart(queries, { case: id, purpose, covers })
    const isOver = state === 'refused' || state === 'withdrawn' || state === 'expired'
    shown.push({
      ...consent,
      /** What they said since is more than they were asked about: staff ask again. */
      isOutgrown: state !== 'given' && inPart !== null,
      said: isOver ? await whatEnded(queries, { id: consent.id, case: id, organisation, state }) : state,
      issues: issues.filter(({ position }) => consent.covers.issues.includes(position)),
    })
  }
  return shown
}

/** What they were asked, or, before they are, what they would be asked. */
async function coversForYes(
  queries: Queries,
  consent: Pick<Selectable<Consents>, 'case' | 'state' | 'purpose' | 'covers'>,
) {
  return consent.state === 'needed' ? withFiles(queries, consent) : consent.covers
}

/** Null where there is no such consent for them. */
export async function sayAsPerson(
  db: Database,
  proof: { readonly reference: Reference; readonly contact: string },
  consent: ConsentId,
  said: 'yes' | 'no',
  telling: Telling,
): Promise<ConsentResult | null> {
  const covers = await withScope(db, hubScope, async (queries) => {
    const id = await findCaseOfContact(queries, proof.reference, proof.contact)
    if (id === null) return null
    const row = await queries
      .selectFrom('consents')
      .select(['case', 'state', 'purpose', 'covers'])
      .where('id', '=', consent)
      .where('case', '=', id)
      .executeTakeFirst()
    return row === undefined ? null : coversForYes(queries, row)
  })
  if (covers === null) return null
  const step = said === 'yes' ? ({ act: 'give', covers } as const) : ({ act: 'say-no' } as const)
  return sayOnConsent(db, { consent, ...step, by: { kind: 'person' }, how: 'progress-page' }, telling)
}
