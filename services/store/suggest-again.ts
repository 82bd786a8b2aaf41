/** What routing a case again would change of its team and subjects: suggested to staff, once, and never over what a person said. */
import type { Reason } from '../../shared/finding.ts'
import type { Owner, Routing } from '../../shared/routing.ts'
import { isSame } from '../../shared/same.ts'
import type { Queries } from './database.ts'
import type { Found, Standing } from './replays.ts'

export interface Suggested {
  /** As a person's correction of it is named. */
  readonly about: string
  readonly value: unknown
  readonly because: readonly Reason[]
}

/**
 * In the transaction that keeps what was found. What was suggested before and does not hold any more is withdrawn.
 * Returns what is suggested now and was not before, and whether anything was written.
 */
export async function suggestAgain(
  queries: Queries,
  standing: Standing,
  routing: Routing,
  found: readonly Found[],
  now: Date,
): Promise<{ readonly suggested: readonly string[]; readonly written: boolean }> {
  const wanted =
    standing.state === 'open'
      ? [
          ...(await ownerSuggested(queries, standing, routing, found)),
          ...(await subjectsSuggested(queries, standing, routing, found)),
        ]
      : []
  const before = await queries
    .selectFrom('suggestions')
    .select(['id', 'about', 'value', 'answer'])
    .where('case', '=', standing.case)
    .where('answer', 'is distinct from', 'withdrawn')
    .execute()
  const over = before.filter((old) => old.answer === null && !wanted.some((one) => isOf(one, old)))
  await withdraw(
    queries,
    over.map(({ id }) => id),
    now,
  )
  const added = wanted.filter((one) => !before.some((old) => isOf(one, old)))
  await insert(queries, standing, routing, added, now)
  return {
    suggested: added.map(({ about }) => about),
    written: added.length > 0 || over.length > 0,
  }
}

function isOf(one: Suggested, old: { readonly about: string; readonly value: unknown }): boolean {
  return one.about === old.about && isSame(one.value, old.value)
}

/**
 * Only where the rules give it to another team than they did: that it waits with a stand-in, or with whoever is told if
 * nobody accepts, is nothing that a rule changed.
 */
async function ownerSuggested(
  queries: Queries,
  standing: Standing,
  { owners: [ours] }: Routing,
  found: readonly Found[],
): Promise<readonly Suggested[]> {
  const first = found.find(
    ({ about, submission, corrected_by: person }) =>
      about === 'owner' && submission === standing.submission && person === null,
  )
  const isSaid = found.some(({ about, corrected_by: person }) => about === 'owner' && person !== null)
  const { organisation, team } = ours.value
  if (first === undefined || isSaid || team === standing.team) return []
  if (belongsTo(first.value) === belongsTo(ours.value)) return []
  const refused = await queries
    .selectFrom('handoffs')
    .select('id')
    .where('case', '=', standing.case)
    .where('team', '=', team)
    .where('state', 'in', ['declined', 'passed-on'])
    .where('decided_by', 'is not', null)
    .executeTakeFirst()
  return refused === undefined
    ? [{ about: 'owner', value: { organisation, team }, because: ours.because }]
    : []
}

/** The team by the rules, whoever stands in for it; null for what is no owner. */
function belongsTo(value: unknown): Owner['team'] | string | null {
  if (typeof value !== 'object' || value === null) return null
  if ('insteadOf' in value) return String(value.insteadOf)
  return 'team' in value ? String(value.team) : null
}

/** Of the issues that are found in the same words as before. Where nothing is found any more nobody is asked to take it away. */
async function subjectsSuggested(
  queries: Queries,
  standing: Standing,
  { classification }: Routing,
  found: readonly Found[],
): Promise<readonly Suggested[]> {
  const stored = await queries
    .selectFrom('issues')
    .select(['position', 'subjects', 'span_start', 'span_end'])
    .where('submission', '=', standing.submission)
    .orderBy('position')
    .execute()
  if (stored.length !== classification.issues.length) return []
  return classification.issues.flatMap((issue, at) => {
    const before = stored[at]
    if (before === undefined || before.span_start !== issue.start || before.span_end !== issue.end) return []
    const about = `issue.${before.position}.subjects`
    const value = issue.subjects.map((subject) => subject.value)
    const wasFound = found
      .filter(
        (one) => one.submission === standing.submission && one.about === `issue.${before.position}.subject`,
      )
      .map((one) => String(one.value))
    const isSaid = found.some((one) => one.about === about && one.corrected_by !== null)
    if (value.length === 0 || isSaid || isSameSet(value, wasFound) || isSameSet(value, before.subjects))
      return []
    return [{ about, value, because: issue.subjects.flatMap(({ because }) => because) }]
  })
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return isSame([...new Set(one)].toSorted(), [...new Set(other)].toSorted())
}

async function withdraw(queries: Queries, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await queries
    .updateTable('suggestions')
    .set({ answer: 'withdrawn', answered_at: now })
    .where('id', 'in', [...ids])
    .execute()
}

async function insert(
  queries: Queries,
  standing: Standing,
  { knowledgeVersion }: Routing,
  suggested: readonly Suggested[],
  now: Date,
): Promise<void> {
  if (suggested.length === 0) return
  await queries
    .insertInto('suggestions')
    .values(
      suggested.map(({ about, value, because }) => ({
        case: standing.case,
        submission: standing.submission,
        about,
        value: JSON.stringify(value),
        because: JSON.stringify(because),
        knowledge_version: knowledgeVersion,
        suggested_at: now,
      })),
    )
    .execute()
}
