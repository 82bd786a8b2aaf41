/** The directory as it is changed on the desk: one team or contact at a time, with a reason, never over another's change. */
import type { ContactRole, OrganisationContact } from '../../shared/directory.ts'
import {
  contactOf,
  settingsOf,
  teamFields,
  withContact,
  withSettings,
  withTeam,
  type ContactDetails,
  type SettingField,
  type SettingValue,
  type TeamSettings,
} from '../../shared/directory-settings.ts'
import type { OrganisationId, StaffId, TeamId } from '../../shared/ids.ts'
import { isSame } from '../../shared/same.ts'
import type { AuditEntry } from './audit.ts'
import { staffActor } from './case-acts.ts'
import { withScope, type Database, type Queries } from './database.ts'
import { holdKnowledge, loadCurrentKnowledge, makeCurrent } from './knowledge.ts'
import type { StaffMember } from './staff.ts'

/** `changed-meanwhile`: it is not as they saw it any more; nothing was saved, nor for the other two. */
export type SettingResult = 'done' | 'changed-meanwhile' | 'nothing-changed' | 'not-found'

/** Who changes what they saw into what they want, and why. */
export interface SettingChange<T> {
  readonly who: StaffMember
  readonly seen: T
  readonly wanted: T
  readonly why: string
  readonly now: Date
}

/** Counts from the next case that is routed. Those that are with a team already stay there. */
export async function setTeam(
  db: Database,
  id: TeamId,
  { who, seen, wanted, why, now }: SettingChange<TeamSettings>,
): Promise<SettingResult> {
  return withScope(db, { of: 'organisation', organisation: who.organisation }, async (queries) => {
    await holdKnowledge(queries)
    const { directory, rules } = await loadCurrentKnowledge(queries)
    const team = directory.teams.find((one) => one.id === id && one.organisation === who.organisation)
    if (team === undefined) return 'not-found'
    const before = settingsOf(team)
    if (!isSame(before, seen)) return 'changed-meanwhile'
    const changed = teamFields.filter((field) => !isSame(before[field], wanted[field]))
    if (changed.length === 0) return 'nothing-changed'
    await queries.updateTable('teams').set({ fallback: wanted.fallback }).where('id', '=', id).execute()
    for (const field of changed) {
      const values = { before: { [field]: before[field] }, value: { [field]: wanted[field] } }
      await saveSetting(queries, { team: id }, { who, field, ...values, why, now })
    }
    const details = { team: id, ...detailsOf(changed, before, 'From'), ...detailsOf(changed, wanted, 'To') }
    const act = actOf(who, 'directory.team', details)
    const content = { directory: withTeam(directory, withSettings(team, wanted)), rules }
    await makeCurrent(queries, content, who.id, now, act)
    return 'done'
  })
}

/** Null: nobody was named. */
export async function setContact(
  db: Database,
  role: ContactRole,
  { who, seen, wanted, why, now }: SettingChange<ContactDetails | null>,
): Promise<SettingResult> {
  const { organisation } = who
  return withScope(db, { of: 'organisation', organisation }, async (queries) => {
    await holdKnowledge(queries)
    const { directory, rules } = await loadCurrentKnowledge(queries)
    const before = contactOf(directory, organisation, role)
    if (!isSame(before, seen)) return 'changed-meanwhile'
    if (wanted === null || isSame(before, wanted)) return 'nothing-changed'
    const contact = { organisation, role, ...wanted }
    await saveContact(queries, contact)
    const values = { field: 'contact', before: { contact: before }, value: { contact: wanted } } as const
    await saveSetting(queries, { contact: role }, { who, ...values, why, now })
    const content = { directory: withContact(directory, contact), rules }
    await makeCurrent(queries, content, who.id, now, actOf(who, 'directory.contact', { role }))
    return 'done'
  })
}

async function saveContact(queries: Queries, { organisation, role, ...details }: OrganisationContact) {
  await queries
    .insertInto('organisation_contacts')
    .values({ organisation, role, ...details })
    .onConflict((conflict) => conflict.columns(['organisation', 'role']).doUpdateSet(details))
    .execute()
}

type About = { readonly team: TeamId } | { readonly staff: StaffId } | { readonly contact: ContactRole }

interface Said {
  readonly who: StaffMember
  readonly field: SettingField
  readonly before: SettingValue
  readonly value: SettingValue
  readonly why: string
  readonly now: Date
}

export async function saveSetting(queries: Queries, about: About, said: Said): Promise<void> {
  await queries
    .insertInto('directory_settings')
    .values({
      ...about,
      organisation: said.who.organisation,
      field: said.field,
      before: JSON.stringify(said.before),
      value: JSON.stringify(said.value),
      reason: said.why,
      set_by: said.who.id,
      set_at: said.now,
    })
    .execute()
}

function actOf(who: StaffMember, act: string, details: AuditEntry['details']) {
  return { actor: staffActor(who.id), act, organisation: who.organisation, ...(details && { details }) }
}

/** "capacityFrom": 10, "awayTo": "2026-12-01/2026-12-05". */
function detailsOf(fields: readonly (keyof TeamSettings)[], settings: TeamSettings, end: 'From' | 'To') {
  return Object.fromEntries(
    fields.map((field) => {
      const value = settings[field]
      const plain = typeof value === 'object' && value !== null ? `${value.from}/${value.until}` : value
      return [`${field}${end}`, plain] as const
    }),
  )
}

const mostShown = 30

/** What was set on the desk of one organisation, the newest first. */
export async function listSettings(queries: Queries, organisation: OrganisationId) {
  return queries
    .selectFrom('directory_settings')
    .innerJoin('staff as setters', 'setters.id', 'directory_settings.set_by')
    .leftJoin('staff', 'staff.id', 'directory_settings.staff')
    .leftJoin('teams', 'teams.id', 'directory_settings.team')
    .select(['directory_settings.id', 'team', 'contact', 'field', 'before', 'value', 'reason'])
    .select(['set_at', 'overruled_at', 'directory_settings.staff'])
    .select(['setters.name as setByName', 'staff.name as staffName', 'teams.name as teamName'])
    .where('directory_settings.organisation', '=', organisation)
    .orderBy('directory_settings.id', 'desc')
    .limit(mostShown)
    .execute()
}
