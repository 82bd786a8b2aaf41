/** How the cases stand that can be routed again: as read for the list of them, and afresh for each that is changed. */
import type { CaseId, OrganisationId, SubmissionId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { Flag, Kind, Level, Tone } from '../../shared/words.ts'
import type { Queries } from './database.ts'

/** How a case stands now, as far as the router has a say in it. */
export interface Standing {
  readonly submission: SubmissionId
  readonly case: CaseId
  readonly reference: Reference
  readonly receivedAt: Date
  readonly receivedBy: OrganisationId
  readonly state: 'open' | 'closed'
  readonly kind: Kind
  /** A person said what kind it is. */
  readonly kindConfirmed: boolean
  readonly tone: Tone
  readonly level: Level
  readonly flags: readonly Flag[]
  readonly team: string
  readonly subjects: readonly string[]
}

export interface Wanted {
  /** Received at that instant or later. */
  readonly since: Date
  /** Cases received before that as well, where they are still open. */
  readonly andOpen?: boolean
  /** The newest only. */
  readonly newest?: number
}

/** The first submission of each of these cases, oldest first. */
export async function listStandings(
  db: Queries,
  { since, andOpen = false, newest }: Wanted,
): Promise<readonly Standing[]> {
  const rows = await standings(db)
    .where((where) =>
      andOpen
        ? where.or([where('cases.received_at', '>=', since), where('cases.state', '=', 'open')])
        : where('cases.received_at', '>=', since),
    )
    .orderBy('cases.received_at', 'desc')
    .orderBy('cases.id', 'desc')
    .$if(newest !== undefined, (query) => query.limit(newest ?? 0))
    .execute()
  return rows.toReversed().map(standingOf)
}

/** All that was ever found on a case, oldest first, but for what a person said and took back. */
export async function findingsOn(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('findings')
    .select(['about', 'value', 'submission', 'corrected_by'])
    .where('case', '=', id)
    .where('id', 'not in', queries.selectFrom('undone_findings').select('finding'))
    .orderBy('id')
    .execute()
}

export type Found = Awaited<ReturnType<typeof findingsOn>>[number]

/** As it stands at this moment; nobody changes the case until the transaction ends. Null where it can no longer be routed again. */
export async function holdStanding(
  queries: Queries,
  { case: id, submission }: Pick<Standing, 'case' | 'submission'>,
): Promise<Standing | null> {
  await queries.selectFrom('cases').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  const row = await standings(queries).where('submissions.id', '=', submission).executeTakeFirst()
  return row === undefined ? null : standingOf(row)
}

type Row = Awaited<ReturnType<ReturnType<typeof standings>['executeTakeFirstOrThrow']>>

function standingOf({ subjects, confirmedAt, ...row }: Row): Standing {
  return { ...row, kindConfirmed: confirmedAt !== null, subjects: [...new Set((subjects ?? []).flat())] }
}

function standings(db: Queries) {
  return (
    db
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
        'cases.received_at as receivedAt',
        'cases.received_by as receivedBy',
        'cases.state',
        'cases.kind_confirmed_at as confirmedAt',
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
  )
}
