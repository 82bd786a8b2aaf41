/** What of the directory is set on the desk, team by team and contact by contact, and what an import makes of it. */
import type { CalendarDate } from './dates/london.ts'
import type { ContactRole, Directory, OrganisationContact, Team } from './directory.ts'
import type { OrganisationId, TeamId } from './ids.ts'
import { isSame } from './same.ts'

/** First and last day, YYYY-MM-DD. */
export type Away = NonNullable<Team['away']>

/** Null: none. */
export interface TeamSettings {
  readonly away: Away | null
  readonly capacity: number | null
  readonly fallback: TeamId | null
  readonly manager: TeamId | null
}

export const teamFields = [
  'away',
  'capacity',
  'fallback',
  'manager',
] as const satisfies readonly (keyof TeamSettings)[]

export type ContactDetails = Pick<OrganisationContact, 'name' | 'email' | 'phone'>

/** One field with its value, as it was or as it was set. */
export type SettingValue = Partial<TeamSettings> & { readonly contact?: ContactDetails | null }
export type SettingField = (typeof teamFields)[number] | 'contact'

export function settingsOf({ away, capacity, fallback, manager }: Team): TeamSettings {
  return { away: away ?? null, capacity: capacity ?? null, fallback, manager: manager ?? null }
}

export function withSettings(
  { id, organisation, name, handover }: Team,
  { away, capacity, fallback, manager }: TeamSettings,
): Team {
  return {
    id,
    organisation,
    name,
    handover,
    fallback,
    ...(away === null ? {} : { away }),
    ...(capacity === null ? {} : { capacity }),
    ...(manager === null ? {} : { manager }),
  }
}

/** Everything else of the directory stays. */
export function withTeam(directory: Directory, team: Team): Directory {
  return { ...directory, teams: directory.teams.map((one) => (one.id === team.id ? team : one)) }
}

export function contactOf(
  { contacts = [] }: Directory,
  organisation: OrganisationId,
  role: ContactRole,
): ContactDetails | null {
  const found = contacts.find((contact) => contact.organisation === organisation && contact.role === role)
  return found === undefined ? null : { name: found.name, email: found.email, phone: found.phone }
}

export function withContact(directory: Directory, contact: OrganisationContact): Directory {
  const others = (directory.contacts ?? []).filter(
    ({ organisation, role }) => organisation !== contact.organisation || role !== contact.role,
  )
  return { ...directory, contacts: [...others, contact] }
}

/** Of what was set on the desk, the newest about each thing. */
export interface Standing {
  readonly id: string
  readonly organisation: OrganisationId
  readonly team: TeamId | null
  readonly contact: ContactRole | null
  readonly field: SettingField
  readonly value: SettingValue
}

/** Where the desk and the file say different things. */
export interface Difference {
  readonly setting: Standing
  readonly file: SettingValue
}

export interface Kept {
  /** The file's, with what was set on the desk. */
  readonly directory: Directory
  readonly kept: readonly Difference[]
  /** What cannot stand any more: the file does not list the team or organisation that it is about or names. */
  readonly lost: readonly Standing[]
}

/** What was set on the desk stays, whatever the file says in its place; but for absences that are over. */
export function keepSettings(file: Directory, standing: readonly Standing[], today: CalendarDate): Kept {
  const kept: Difference[] = []
  const lost: Standing[] = []
  let directory = file
  for (const setting of standing.filter(({ value }) => !isOver(value, today))) {
    const said = saidBy(directory, setting)
    if (said === null || !canStand(directory, setting)) lost.push(setting)
    else if (!isSame(said, setting.value)) {
      kept.push({ setting, file: said })
      directory = applied(directory, setting)
    }
  }
  return { directory, kept, lost }
}

function isOver({ away }: SettingValue, today: CalendarDate): boolean {
  return away !== undefined && away !== null && away.until < today
}

/** Null where the file lists no such team or organisation. */
function saidBy(
  directory: Directory,
  { organisation, team: id, contact, field }: Standing,
): SettingValue | null {
  if (contact !== null) {
    const isListed = directory.organisations.some((one) => one.id === organisation)
    return isListed ? { contact: contactOf(directory, organisation, contact) } : null
  }
  const team = directory.teams.find((one) => one.id === id && one.organisation === organisation)
  return team === undefined || field === 'contact' ? null : { [field]: settingsOf(team)[field] }
}

/** A team named as fallback or manager must still be one of the same organisation. */
function canStand({ teams }: Directory, { organisation, value: { fallback, manager } }: Standing): boolean {
  return [fallback, manager].every(
    (id) =>
      id === undefined ||
      id === null ||
      teams.some((team) => team.id === id && team.organisation === organisation),
  )
}

function applied(directory: Directory, { organisation, team: id, contact, value }: Standing): Directory {
  if (contact !== null) {
    return value.contact
      ? withContact(directory, { organisation, role: contact, ...value.contact })
      : directory
  }
  const team = directory.teams.find((one) => one.id === id)
  if (team === undefined) return directory
  return withTeam(directory, withSettings(team, { ...settingsOf(team), ...value }))
}
