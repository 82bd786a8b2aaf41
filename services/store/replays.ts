/** Routing again what was routed before: how it stands, and what is kept of the new conclusions. Nothing rewrites history. */
import type { CaseId, SubmissionId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Routing } from '../../shared/routing.ts'
import { levels, type Flag, type Kind, type Level, type Tone } from '../../shared/words.ts'
import { record, theHub } from './audit.ts'
import type { Queries } from './database.ts'
import { saveFindings, saveGrading } from './routings.ts'

/** How a case stands now, as far as the router has a say in it. */
export interface Standing {
  readonly submission: SubmissionId
  readonly case: CaseId
  readonly reference: Reference
  readonly kind: Kind
  readonly tone: Tone
  readonly level: Level
  readonly flags: readonly Flag[]
  readonly team: string
  readonly subjects: readonly string[]
}

/** The first submission of each case received since then, oldest first; the newest only, where a number is given. */
export async function listStandings(db: Queries, since: Date, newest?: number): Promise<readonly Standing[]> {
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('cases', 'cases.id', 'submissions.case')
    .innerJoin('deliveries', (join) =>
      join
        .onRef('deliveries.id', '=', 'submissions.delivery')
        .onRef('deliveries.reference', '=', 'cases.reference'),
    )
    .select((select) => [
      'submissions.id as submission',
      'cases.id as case',
      'cases.reference',
      'cases.kind',
      'cases.tone',
      'cases.level',
      'cases.flags',
      'cases.owner_team as team',
      select
        .selectFrom('issues')
        .select((of) =>
          of.fn.agg<string[][]>('json_agg', ['issues.subjects']).orderBy('issues.position').as('subjects'),
        )
        .whereRef('issues.submission', '=', 'submissions.id')
        .as('subjects'),
    ])
    .where('submissions.state', '=', 'routed')
    // What another hub leads it routed itself; and what is found here is kept for ever, which consent taken back forbids.
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('peer_cases')
            .select('peer_cases.case')
            .whereRef('peer_cases.case', '=', 'cases.id'),
        ),
      ),
    )
    .where('cases.received_at', '>=', since)
    .orderBy('cases.received_at', 'desc')
    .$if(newest !== undefined, (query) => query.limit(newest ?? 0))
    .execute()
  return rows.toReversed().map((row) => ({ ...row, subjects: [...new Set((row.subjects ?? []).flat())] }))
}

/**
 * Adds the new findings. The case follows them only where no person has corrected or confirmed that finding,
 * and its level can only rise: what was once graded high is looked at by a person before it is not.
 */
export async function keepReplay(
  db: Queries,
  standing: Standing,
  routing: Routing,
  now: Date,
): Promise<void> {
  const corrected = await correctedIn(db, standing.case)
  const hasMore = await hasMoreOnKind(db, standing)
  const keepsKind = corrected.has('kind') || hasMore
  const { kind, tone } = routing.classification
  const { risk } = routing
  const rises = levels.indexOf(risk.level.value) > levels.indexOf(standing.level)
  const follows = rises && !corrected.has('level')
  const holds = (about: string): boolean => about !== 'kind' || !hasMore
  await saveFindings(db, standing.case, standing.submission, routing, now, 0, holds)
  if (follows) await saveGrading(db, standing.case, routing, now)
  const flags = new Set<Flag>([...standing.flags, ...risk.flags.map((flag) => flag.value)])
  await db
    .updateTable('cases')
    .set((set) => ({
      flags: [...flags],
      version: set('version', '+', 1),
      ...(keepsKind ? {} : { kind: kind.value }),
      ...(corrected.has('tone') ? {} : { tone: tone.value }),
      ...(follows
        ? { level: risk.level.value, seriousness: risk.seriousness.value, likelihood: risk.likelihood.value }
        : {}),
    }))
    .where('id', '=', standing.case)
    .execute()
  await record(db, {
    at: now,
    actor: theHub,
    act: 'case.replay',
    about: { kind: 'case', id: standing.case },
    organisation: null,
    details: { submission: standing.submission, knowledge: routing.knowledgeVersion },
  })
}

/** Has a person written more since, that made it what it is? Then the first words alone do not make it less. */
async function hasMoreOnKind(db: Queries, { case: id, submission }: Standing): Promise<boolean> {
  const row = await db
    .selectFrom('findings')
    .select('id')
    .where('case', '=', id)
    .where('about', '=', 'kind')
    .where('submission', '<>', submission)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function correctedIn(db: Queries, id: CaseId): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('findings')
    .select('about')
    .distinct()
    .where('case', '=', id)
    .where('corrected_by', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.about))
}
