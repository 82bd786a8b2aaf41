/** The list of cases a member of staff looks at all day: what is due first comes first, of one day the gravest; fifty to a page. */
import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { CaseId, TeamId } from '../../shared/ids.ts'
import { levels, type ChannelName, type Flag, type Kind, type Level } from '../../shared/words.ts'
import { isKeptFrom, isOnSide, sides, type Side } from './case-file-scope.ts'
import type { Queries } from './database.ts'
import { complete, type InboxRow } from './inbox-rows.ts'
import type { StaffMember } from './staff.ts'
import type { DB } from './tables.ts'

/** `mine`: my teams answer for it. `waiting`: offered to one of my teams. `triage`: nobody in particular answers for it yet. */
export const inboxViews = ['all', 'mine', 'waiting', 'triage'] as const
export type InboxView = (typeof inboxViews)[number]

export interface InboxFilter {
  readonly view: InboxView
  readonly state: 'open' | 'closed' | 'all'
  readonly kind: Kind | null
  readonly level: Level | null
  readonly flag: Flag | null
  readonly channel: ChannelName | null
  readonly team: TeamId | null
  /** Only those where somebody asked to be rung back and nobody has. */
  readonly callBack: boolean
}

/** Where the page before ended. */
export interface InboxCursor {
  /** YYYY-MM-DD; null when nothing is due. */
  readonly dueOn: string | null
  readonly level: Level
  readonly id: CaseId
}

export interface InboxPage {
  readonly rows: readonly InboxRow[]
  readonly next: InboxCursor | null
}

const pageLength = 50

/** The gravest first. */
const byGravity: readonly Level[] = levels.toReversed()
const gravity = sql<number>`array_position(${byGravity}::text[], cases.level)`

export async function listInbox(
  queries: Queries,
  who: StaffMember,
  filter: InboxFilter,
  after: InboxCursor | null,
): Promise<InboxPage> {
  const page = (side: Side) =>
    matching(queries, who, filter, side)
      .select(['cases.id', 'cases.next_due_on'])
      .$if(after !== null, (query) => query.where(isAfter(after)))
      .orderBy('cases.next_due_on')
      .orderBy(gravity)
      .orderBy('cases.id')
      .limit(pageLength + 1)
  // Each side can be read in the order of an index, without the cases themselves; a single "or" could not.
  const ids = queries
    .selectFrom(page('received').as('received'))
    .select('id')
    .unionAll(queries.selectFrom(page('besides').as('besides')).select('id'))
    .unionAll(queries.selectFrom(page('across').as('across')).select('id'))
  const found = await columnsOf(queries.selectFrom('cases').where('cases.id', 'in', ids))
    .orderBy('next_due_on')
    .orderBy(gravity)
    .orderBy('id')
    .limit(pageLength + 1)
    .execute()
  const rows = found.slice(0, pageLength)
  const last = rows.at(-1)
  return {
    rows: await complete(queries, who.organisation, rows),
    next:
      found.length > pageLength && last ? { dueOn: last.next_due_on, level: last.level, id: last.id } : null,
  }
}

/** Nobody reads longer lists to their end: beyond this they are "more than a thousand", which is quickly known. */
export const mostCounted = 1_000

export type InboxCounts = Readonly<Record<InboxView | 'total', number>>

/**
 * Cases of each view under `open`, and in `total` those of `narrowed`; one statement. Above `mostCounted`: more than
 * that. `narrowed` null: nothing is narrowed down, so that `total` is not asked for.
 */
export async function countInbox(
  queries: Queries,
  who: StaffMember,
  open: InboxFilter,
  narrowed: InboxFilter | null,
): Promise<InboxCounts> {
  const of = (asked: InboxFilter) => {
    const side = (one: Side) =>
      queries
        .selectFrom(
          matching(queries, who, asked, one)
            .select(sql.lit(1).as('one'))
            .limit(mostCounted + 1)
            .as('found'),
        )
        .select((select) => select.fn.countAll<number>().as('count'))
    // What others answer for is none of theirs: it need not be looked for.
    const asking = asked.view === 'mine' ? sides.filter((one) => one !== 'besides') : sides
    return sql<number>`${sql.join(asking.map(side), sql` + `)}`
  }
  return queries
    .selectNoFrom([
      of({ ...open, view: 'all' }).as('all'),
      of({ ...open, view: 'mine' }).as('mine'),
      of({ ...open, view: 'waiting' }).as('waiting'),
      (who.seesAll ? of({ ...open, view: 'triage' }) : sql.lit(0)).as('triage'),
      (narrowed === null ? sql.lit(0) : of(narrowed)).as('total'),
    ])
    .executeTakeFirstOrThrow()
}

type OnCases = SelectQueryBuilder<DB, 'cases', object>

function matching(queries: Queries, who: StaffMember, filter: InboxFilter, side: Side): OnCases {
  const { kind, level, flag, channel, team, state, callBack } = filter
  const onSide = queries.selectFrom('cases').where(isOnSide(side, who))
  return (
    seenAs(onSide, who, filter.view, side)
      .$if(who.seesAll, (query) => query.where((where) => where.not(isKeptFrom(who)(where))))
      .$if(state !== 'all', (query) =>
        query.where('cases.state', '=', state === 'closed' ? 'closed' : 'open'),
      )
      .$if(kind !== null, (query) => query.where('cases.kind', '=', kind))
      .$if(level !== null, (query) => query.where('cases.level', '=', level))
      .$if(channel !== null, (query) => query.where('cases.channel', '=', channel))
      .$if(team !== null, (query) => query.where(answeredBy(who, team === null ? [] : [team], side)))
      // The second part says what the index of flagged cases is made for.
      .$if(flag !== null, (query) =>
        query.where(sql<boolean>`${flag} = any(cases.flags) and cases.flags <> '{}'`),
      )
      .$if(callBack, (query) => query.where(waitsForCall))
  )
}

function waitsForCall(where: ExpressionBuilder<DB, 'cases'>) {
  return where.exists(
    where
      .selectFrom('submissions')
      .select('submissions.id')
      .whereRef('submissions.case', '=', 'cases.id')
      .where('submissions.call_back_asked', '=', true)
      .where('submissions.call_back_at', 'is', null),
  )
}

function seenAs(query: OnCases, who: StaffMember, view: InboxView, side: Side): OnCases {
  switch (view) {
    case 'all':
      return query
    case 'mine':
      return query.where(answeredBy(who, who.teams, side))
    case 'triage':
      return query.where(answeredBy(who, [who.triageTeam], side))
    case 'waiting':
      return query.where((where) =>
        where.exists(
          where
            .selectFrom('handoffs')
            .select('handoffs.id')
            .whereRef('handoffs.case', '=', 'cases.id')
            .where('handoffs.organisation', '=', who.organisation)
            .where('handoffs.state', '=', 'offered')
            .where(sql<boolean>`handoffs.team = any(${who.teams})`),
        ),
      )
  }
}

/** What was sent on to them is answered for by the team of theirs that has it, and at the sender by its own. */
function answeredBy({ organisation }: StaffMember, teams: readonly TeamId[], side: Side) {
  return side === 'across'
    ? isOnSide('across', { organisation, teams, seesAll: false })
    : () => sql<boolean>`cases.owner_team = any(${teams})`
}

function columnsOf(query: OnCases) {
  return query.select([
    'cases.id',
    'cases.reference',
    'cases.kind',
    'cases.kind_confirmed_at',
    'cases.level',
    'cases.flags',
    'cases.owner_team',
    'cases.next_due_on',
    'cases.unread',
    'cases.channel',
    'cases.received_on',
    'cases.state',
  ])
}

/** Cases with nothing due stand last, as PostgreSQL orders nulls. */
function isAfter(after: InboxCursor | null) {
  if (after === null) return sql<boolean>`true`
  const { dueOn, level, id } = after
  const rank = byGravity.indexOf(level) + 1
  return dueOn === null
    ? sql<boolean>`(cases.next_due_on is null and (${gravity}, cases.id) > (${rank}, ${id}::uuid))`
    : sql<boolean>`((cases.next_due_on, ${gravity}, cases.id) > (${dueOn}::date, ${rank}, ${id}::uuid) or cases.next_due_on is null)`
}
