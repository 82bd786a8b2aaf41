/** 200 partner organisations with a key and an endpoint each, and 10,000 joint cases open among them. */
import { randomBytes } from 'node:crypto'
import { addApiKey } from '../../services/store/api-keys.ts'
import { theHub } from '../../services/store/audit.ts'
import type { Database } from '../../services/store/database.ts'
import { hostOf } from '../../services/store/directory.ts'
import { loadCurrentKnowledge } from '../../services/store/knowledge.ts'
import { asId, type CaseId, type OrganisationId } from '../../shared/ids.ts'
import { usualCovers } from '../../shared/joint/consent.ts'
import { mintReference } from '../../shared/reference.ts'
import { submissionOf } from '../../shared/submission.ts'

export const partners = 200
export const jointCases = 10_000
const atOnce = 500

export interface Partner {
  readonly organisation: OrganisationId
  readonly key: string
}

export async function layPartners(db: Database): Promise<readonly Partner[]> {
  const by = { actor: theHub, now: new Date() }
  const laid: Partner[] = []
  for (let number = 0; number < partners; number++) {
    const organisation = asId<'organisation'>(`partner-${number}`)
    await layOrganisation(db, organisation, number)
    const key = await addApiKey(db, { name: organisation, scopes: ['partner'], organisation }, by)
    laid.push({ organisation, key })
  }
  return laid
}

async function layOrganisation(db: Database, organisation: OrganisationId, number: number): Promise<void> {
  const team = asId<'team'>(`${organisation}-team`)
  await db.transaction().execute(async (queries) => {
    await queries
      .insertInto('organisations')
      .values({
        id: organisation,
        name: `Partner ${number} (example)`,
        type: 'nhs-trust',
        process: 'nhs',
        aliases: [],
        triage_team: team,
        is_example: true,
      })
      .execute()
    await queries
      .insertInto('teams')
      .values({ id: team, organisation, name: 'Feedback team', handover: JSON.stringify({ by: 'inbox' }) })
      .execute()
  })
}

/** Each has a part for two partners; the first is in every fifth, so that one list is much longer than the others. */
export async function layJointCases(db: Database): Promise<CaseId> {
  let last: CaseId | null = null
  for (let from = 0; from < jointCases; from += atOnce) {
    const numbers = Array.from({ length: atOnce }, (_, at) => from + at)
    const ids = await layCases(db, atOnce)
    const shared = numbers.flatMap((number, at) =>
      partnersOf(number).map((organisation) => ({ case: ids[at] ?? asId<'case'>(''), organisation })),
    )
    await db
      .insertInto('parts')
      .values(
        shared.map((part, at) => ({
          ...part,
          role: 'contributor' as const,
          state: at % 3 === 0 ? ('asked' as const) : ('accepted' as const),
          issues: [at % 2],
          due_on: new Date(Date.UTC(2027, 0, 1 + (at % 90))).toISOString().slice(0, 10),
        })),
      )
      .execute()
    await db
      .insertInto('consents')
      .values(
        shared.map((part) => ({
          ...part,
          purpose: 'joint-answer' as const,
          from_whom: 'person' as const,
          authority: 'self',
          covers: JSON.stringify(usualCovers([0])),
          state: 'given' as const,
        })),
      )
      .execute()
    last = ids.at(-1) ?? last
  }
  if (last === null) throw new Error('No case was laid')
  return last
}

function partnersOf(number: number): readonly OrganisationId[] {
  const first = number % 5 === 0 ? 0 : 1 + (number % (partners - 1))
  const other = 1 + ((number * 7 + 3) % (partners - 1))
  return [...new Set([first, other])].map((each) => asId<'organisation'>(`partner-${each}`))
}

async function layCases(db: Database, count: number): Promise<readonly CaseId[]> {
  const { version, directory } = await loadCurrentKnowledge(db)
  const host = await hostOf(db)
  const team = directory.organisations.find(({ id }) => id === host)?.triageTeam
  if (team === undefined) throw new Error('The host has no team')
  const { person, affected, preferences } = submissionOf({ channel: 'web-form', text: 'One of many.' })
  const rows = await db
    .insertInto('cases')
    .values(
      Array.from({ length: count }, () => ({
        reference: mintReference(randomBytes(16)),
        received_by: host,
        received_at: new Date(),
        received_on: '2026-11-25',
        channel: 'web-form' as const,
        kind: 'complaint' as const,
        tone: 'negative' as const,
        language: 'en' as const,
        seriousness: 'Medium' as const,
        likelihood: 'Possible' as const,
        level: 'Moderate' as const,
        flags: [],
        owner_team: team,
        person: JSON.stringify(person),
        affected: JSON.stringify(affected),
        preferences: JSON.stringify(preferences),
        knowledge_version: version,
        is_joint: true,
        lead: host,
      })),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
