/** When members of staff are away, and which teams have nobody in while they are. */
import { sql } from 'kysely'
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { Away } from '../../shared/directory-settings.ts'
import type { OrganisationId, StaffId, TeamId } from '../../shared/ids.ts'
import { isSame } from '../../shared/same.ts'
import { record } from './audit.ts'
import { staffActor } from './case-acts.ts'
import { withScope, type Database, type Queries } from './database.ts'
import { saveSetting, type SettingChange, type SettingResult } from './directory-settings.ts'

/** Everybody of an organisation who can sign in, by name. */
export async function listPeople(queries: Queries, organisation: OrganisationId) {
  const people = await queries
    .selectFrom('staff')
    .select(['id', 'name', 'role', 'away_from', 'away_until'])
    .where('organisation', '=', organisation)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const teams = await queries
    .selectFrom('staff_teams')
    .innerJoin('staff', 'staff.id', 'staff_teams.staff')
    .select(['staff', 'team'])
    .where('staff.organisation', '=', organisation)
    .execute()
  return people.map(({ away_from, away_until, ...person }) => ({
    ...person,
    away: awayOf(away_from, away_until),
    teams: teams.filter(({ staff }) => staff === person.id).map(({ team }) => team),
  }))
}

export type PersonListed = Awaited<ReturnType<typeof listPeople>>[number]

function awayOf(from: string | null, until: string | null): Away | null {
  return from === null || until === null ? null : { from, until }
}

/** Null: they are there. */
export async function setAbsence(
  db: Database,
  id: StaffId,
  { who, seen, wanted, why, now }: SettingChange<Away | null>,
): Promise<SettingResult> {
  const { organisation } = who
  return withScope(db, { of: 'organisation', organisation }, async (queries) => {
    const row = await queries
      .selectFrom('staff')
      .select(['away_from', 'away_until'])
      .where('id', '=', id)
      .where('organisation', '=', organisation)
      .where('disabled_at', 'is', null)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (row === undefined) return 'not-found'
    const before = awayOf(row.away_from, row.away_until)
    if (!isSame(before, seen)) return 'changed-meanwhile'
    if (isSame(before, wanted)) return 'nothing-changed'
    await queries
      .updateTable('staff')
      .set({ away_from: wanted?.from ?? null, away_until: wanted?.until ?? null })
      .where('id', '=', id)
      .execute()
    const values = { field: 'away', before: { away: before }, value: { away: wanted } } as const
    await saveSetting(queries, { staff: id }, { who, ...values, why, now })
    await record(queries, {
      at: now,
      actor: staffActor(who.id),
      act: 'directory.absence',
      about: { kind: 'staff', id },
      organisation,
      details: { from: wanted?.from ?? null, until: wanted?.until ?? null },
    })
    return 'done'
  })
}

/**
 * Teams that work from the inbox and whose every member with an account is away on that day, with the last day before
 * the first of them is back. Asked for each case that is routed, so that an absence counts at once.
 */
export async function teamsWithNobody(
  queries: Queries,
  day: CalendarDate,
): Promise<ReadonlyMap<TeamId, CalendarDate>> {
  const away = sql<boolean>`staff.away_from <= ${day}::date and ${day}::date <= staff.away_until`
  const rows = await queries
    .selectFrom('staff_teams')
    .innerJoin('staff', 'staff.id', 'staff_teams.staff')
    .innerJoin('teams', 'teams.id', 'staff_teams.team')
    .select((select) => ['staff_teams.team', select.fn.min<CalendarDate>('staff.away_until').as('until')])
    .where('staff.disabled_at', 'is', null)
    .where(sql<boolean>`teams.handover->>'by' = 'inbox'`)
    .where('staff_teams.team', 'in', (of) =>
      of
        .selectFrom('staff_teams as theirs')
        .innerJoin('staff as absent', 'absent.id', 'theirs.staff')
        .select('theirs.team')
        .where('absent.away_until', '>=', day)
        .where('absent.away_from', '<=', day),
    )
    .groupBy('staff_teams.team')
    .having(sql<boolean>`bool_and(coalesce(${away}, false))`)
    .execute()
  return new Map(rows.map(({ team, until }) => [team, until]))
}
