/** Saving the directory: its rows for names and references, and a new version of the knowledge, all or nothing. */
import { sql } from 'kysely'
import type { Directory } from '../../shared/directory.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'

/** In the caller's transaction. What is no longer listed keeps its row: cases point to it. */
export async function saveDirectoryRows(db: Queries, directory: Directory): Promise<void> {
  await sql`set constraints all deferred`.execute(db)
  await db.updateTable('organisations').set({ is_listed: false, is_host: false }).execute()
  await db.updateTable('care_services').set({ is_listed: false }).execute()
  await db.updateTable('teams').set({ is_listed: false }).execute()
  await db.deleteFrom('responsibilities').execute()
  await db.deleteFrom('door_owners').execute()
  await db.deleteFrom('organisation_contacts').execute()
  await saveOrganisations(db, directory)
  await saveTeams(db, directory)
  await saveCareServices(db, directory)
  const responsibilities = directory.responsibilities.map((row) => ({
    team: row.team,
    care_service: row.careService,
    subject: row.subject,
  }))
  if (responsibilities.length > 0) await db.insertInto('responsibilities').values(responsibilities).execute()
  const doors = directory.doors ?? []
  if (doors.length > 0)
    await db
      .insertInto('door_owners')
      .values([...doors])
      .execute()
  const contacts = directory.contacts ?? []
  if (contacts.length > 0)
    await db
      .insertInto('organisation_contacts')
      .values([...contacts])
      .execute()
}

async function saveOrganisations(db: Queries, directory: Directory): Promise<void> {
  for (const organisation of directory.organisations) {
    const row = {
      name: organisation.name,
      type: organisation.type,
      process: organisation.process,
      aliases: [...organisation.aliases],
      triage_team: organisation.triageTeam,
      is_host: organisation.id === directory.host,
      is_example: directory.example,
      is_listed: true,
    }
    await db
      .insertInto('organisations')
      .values({ id: organisation.id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  }
}

async function saveTeams(db: Queries, directory: Directory): Promise<void> {
  for (const team of directory.teams) {
    const row = {
      organisation: team.organisation,
      name: team.name,
      handover: JSON.stringify(team.handover),
      fallback: team.fallback,
      is_listed: true,
    }
    await db
      .insertInto('teams')
      .values({ id: team.id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  }
}

async function saveCareServices(db: Queries, directory: Directory): Promise<void> {
  for (const service of directory.careServices) {
    const row = {
      organisation: service.organisation,
      name: service.name,
      aliases: [...service.aliases],
      place: service.place,
      area: service.area,
      process: service.process ?? null,
      is_listed: true,
    }
    await db
      .insertInto('care_services')
      .values({ id: service.id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  }
}

/** By channel and address, such as "email council@hub.example". */
export type DoorOwners = ReadonlyMap<string, OrganisationId>

export async function doorOwners(db: Queries): Promise<DoorOwners> {
  const rows = await db.selectFrom('door_owners').select(['channel', 'address', 'organisation']).execute()
  return new Map(rows.map((row) => [`${row.channel} ${row.address.toLowerCase()}`, row.organisation]))
}

/** The organisation that runs this hub. Throws on a database that was never set up. */
export async function hostOf(db: Queries): Promise<OrganisationId> {
  const { id } = await db
    .selectFrom('organisations')
    .select('id')
    .where('is_host', '=', true)
    .executeTakeFirstOrThrow()
  return id
}

/** Organisations whose own staff would see what they receive: those with someone who can sign in. */
export async function organisationsTakingPart(db: Queries): Promise<ReadonlySet<OrganisationId>> {
  const rows = await db
    .selectFrom('staff')
    .select('organisation')
    .distinct()
    .where('disabled_at', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.organisation))
}
