/** What people confirmed or corrected, beside what the router had found: the labelled examples of a hub. */
import { sql, type RawBuilder } from 'kysely'
import { asOutcome, codeDecided, late } from '../../shared/case/exclusion.ts'
import type { Grade } from '../../shared/case/grading-drift.ts'
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { Reference } from '../../shared/reference.ts'
import type { ChannelName } from '../../shared/words.ts'
import type { Queries } from './database.ts'
import { stands } from './undone-findings.ts'

export const judgedAbouts = [
  'kind',
  'tone',
  'level',
  'seriousness',
  'likelihood',
  'subject',
  'owner',
  'exclusion',
  'out-of-time',
] as const
export type JudgedAbout = (typeof judgedAbouts)[number]

/** One finding that a person has judged. Values are codes and ids, never a person's words. */
export interface Judgement {
  readonly reference: Reference
  readonly about: JudgedAbout
  readonly router: readonly string[]
  /** Empty: not what the router said, without saying what else. */
  readonly person: readonly string[]
  readonly channel: ChannelName
  readonly receivedOn: CalendarDate
  /** What the case is about, as it stands. */
  readonly subjects: readonly string[]
}

/** Days of receipt, both included; null is open. */
export interface Span {
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  /** Only cases that this organisation received; absent: all. */
  readonly receivedBy?: OrganisationId
}

interface Row {
  readonly reference: Reference
  readonly about: string
  /** Null: the router had found nothing of it. */
  readonly router: readonly unknown[] | null
  readonly person: unknown
  readonly channel: ChannelName
  readonly received_on: CalendarDate
  readonly subjects: readonly string[]
}

/**
 * The last word of a person on each finding that they did not take back, beside the router's before it. Taking a handoff confirms the team, and
 * declining it says that it is another's. What was graded again after the investigation is not a verdict on the router.
 */
export async function listJudgements(db: Queries, span: Span): Promise<readonly Judgement[]> {
  const corrected = await corrections(span).execute(db)
  const decided = await decisions(span).execute(db)
  return [...corrected.rows, ...decided.rows].flatMap((row) => {
    const about = aboutOf(row.about)
    return about === null
      ? []
      : [
          {
            reference: row.reference,
            about,
            ...(onExclusion(row) ?? {
              // Of several owners the first answers for the case.
              router: (row.router ?? []).map(codeOf).slice(0, about === 'subject' ? undefined : 1),
              person: [row.person ?? []].flat().map(codeOf),
            }),
            channel: row.channel,
            receivedOn: row.received_on,
            subjects: row.subjects,
          },
        ]
  })
}

/** Of one ground: did the router suggest it, and does it apply as a person says, if only in part or waived? */
function onExclusion({ about, router, person }: Row): Pick<Judgement, 'router' | 'person'> | null {
  const code = codeDecided(about)
  if (code === null) return null
  const found = (router ?? []).map(codeOf)
  const isFound = found.includes(code === late ? 'true' : code)
  return { router: isFound ? [code] : [], person: asOutcome(person) === 'does-not-apply' ? [] : [code] }
}

function aboutOf(about: string): JudgedAbout | null {
  if (about.startsWith('exclusion.')) return 'exclusion'
  if (/^issue\.\d+\.subjects$/.test(about)) return 'subject'
  return judgedAbouts.find((known) => known === about) ?? null
}

/** An owner stands for its team. */
function codeOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'team' in value ? String(value.team) : String(value)
}

const caseColumns = sql`
  cases.reference, cases.channel, cases.received_on,
  array(select distinct unnest(issues.subjects) from issues where issues."case" = cases.id) as subjects`

function within({ from, to, receivedBy }: Span): RawBuilder<unknown> {
  const receiver = receivedBy ?? null
  return sql`(${receiver}::text is null or cases.received_by = ${receiver}::text)
    and (${from}::date is null or cases.received_on >= ${from}::date)
    and (${to}::date is null or cases.received_on <= ${to}::date)`
}

type Sql = RawBuilder<unknown>

/** Everything the router found about it the last time before then. One finding for each subject, one for each owner. */
function foundBefore(about: Sql, finding: Sql): Sql {
  return sql`
    select json_agg(found.value order by found.id) as router
    from findings found
    where found."case" = cases.id and found.about = ${about} and found.knowledge_version is not null
      and found.id < ${finding} and found.found_at = (
        select max(last.found_at) from findings last
        where last."case" = cases.id and last.about = ${about} and last.knowledge_version is not null
          and last.id < ${finding})`
}

function corrections(span: Span): RawBuilder<Row> {
  const about = sql`regexp_replace(regexp_replace(said.about, '\\.subjects$', '.subject'), '^exclusion\\..*$', 'exclusion')`
  return sql<Row>`
    select distinct on (said."case", said.about)
      ${caseColumns}, said.about, said.value as person, before.router
    from findings said
    join cases on cases.id = said."case"
    join lateral (${foundBefore(about, sql`said.id`)}) before
      on before.router is not null or said.about ~ '^(exclusion\\..*|out-of-time)$'
    where said.corrected_by is not null and ${stands} and ${within(span)}
      and not (said.about in ('seriousness', 'likelihood', 'level') and exists (
        select from gradings
        where gradings."case" = said."case" and gradings.graded_at = said.found_at
          and gradings.stage = 'after-investigation'))
    order by said."case", said.about, said.id desc`
}

/** Of handoffs only those whose owner nobody has corrected: a correction says more. */
function decisions(span: Span): RawBuilder<Row> {
  const newest = sql`9223372036854775807`
  return sql<Row>`
    select distinct on (cases.id) ${caseColumns}, 'owner' as about, before.router,
      case when handoffs.state = 'accepted' then json_build_array(handoffs.team) else '[]'::json end as person
    from cases
    join lateral (${foundBefore(sql`'owner'`, newest)}) before on before.router is not null
    join handoffs on handoffs."case" = cases.id and handoffs.team = before.router->0->>'team'
    where handoffs.state in ('accepted', 'declined') and handoffs.decided_by is not null and ${within(span)}
      and not exists (
        select from findings said
        where said."case" = cases.id and said.about = 'owner' and said.corrected_by is not null and ${stands})
    order by cases.id, handoffs.id`
}

/** The grading that stood on receipt, and the last one after the investigation. */
export interface Regraded {
  readonly reference: Reference
  readonly before: Grade
  readonly after: Grade
}

export async function listRegraded(db: Queries, span: Span): Promise<readonly Regraded[]> {
  const { rows } = await sql<Regraded>`
    select cases.reference, ${grade('receipt')} as before, ${grade('after-investigation')} as after
    from cases
    where ${within(span)} and exists (
      select from gradings where gradings."case" = cases.id and gradings.stage = 'after-investigation')
      and exists (select from gradings where gradings."case" = cases.id and gradings.stage = 'receipt')
    order by cases.received_on, cases.reference`.execute(db)
  return rows
}

function grade(stage: 'receipt' | 'after-investigation'): Sql {
  return sql`(
    select json_build_object('seriousness', seriousness, 'likelihood', likelihood, 'level', level)
    from gradings where gradings."case" = cases.id and gradings.stage = ${stage}
    order by gradings.id desc limit 1)`
}
