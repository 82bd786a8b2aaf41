/** Does everything that a directory's rows point to exist, in the right organisation, and only once? */
import { dutySubjects, type Team } from '../directory.ts'
import type { TeamId } from '../ids.ts'
import type { RowProblem } from './cells.ts'
import type { Read, ReadTables } from './read-rows.ts'

/** The codes in force: a directory may name no other. */
export interface Codes {
  readonly subjects: readonly string[]
  readonly areas: readonly string[]
}

/** Whatever is wrong is noted in `problems` through the row's own cells. */
export function checkReferences(read: ReadTables, codes: Codes, problems: RowProblem[]): void {
  checkUnique(read.organisations)
  checkUnique(read.careServices)
  checkUnique(read.teams)
  checkHost(read, problems)
  checkOrganisations(read)
  checkCareServices(read, codes)
  checkTeams(read)
  checkResponsibilities(read, codes)
  checkDoors(read)
  checkContacts(read)
}

function checkUnique(entries: readonly Read<{ readonly id: string }>[]): void {
  const seen = new Set<string>()
  for (const { value, cells } of entries) {
    if (seen.has(value.id)) cells.refuse('id', 'id-twice')
    seen.add(value.id)
  }
}

function checkHost({ organisations }: ReadTables, problems: RowProblem[]): void {
  const [first, ...others] = organisations.filter(({ value }) => value.host)
  for (const { cells } of others) cells.refuse('host', 'second-host', { first: first?.value.id ?? '' })
  if (first === undefined) {
    problems.push({ table: 'organisations', row: null, field: 'host', reason: { key: 'directory:no-host' } })
  }
}

function checkOrganisations({ organisations, teams }: ReadTables): void {
  const example = organisations[0]?.value.example
  for (const { value, cells } of organisations) {
    const team = teams.find((candidate) => candidate.value.id === value.triageTeam)
    if (team === undefined) cells.refuse('triageTeam', 'no-such-team')
    else if (team.value.organisation !== value.id) cells.refuse('triageTeam', 'triage-team-of-another')
    if (value.example !== example) cells.refuse('example', 'example-and-real')
  }
}

function checkCareServices({ organisations, careServices }: ReadTables, codes: Codes): void {
  for (const { value, cells } of careServices) {
    if (!exists(organisations, value.organisation)) cells.refuse('organisation', 'no-such-organisation')
    if (!codes.areas.includes(value.area))
      cells.refuse('area', 'no-such-area', { allowed: codes.areas.join(', ') })
  }
}

function checkTeams({ organisations, teams }: ReadTables): void {
  for (const { value, cells } of teams) {
    if (!exists(organisations, value.organisation)) cells.refuse('organisation', 'no-such-organisation')
    checkOtherTeam('fallback', value.fallback, { value, cells }, teams)
    checkOtherTeam('manager', value.manager ?? null, { value, cells }, teams)
  }
}

function checkOtherTeam(
  field: 'fallback' | 'manager',
  named: TeamId | null,
  { value, cells }: Read<Team>,
  teams: ReadTables['teams'],
): void {
  if (named === null) return
  const other = teams.find((candidate) => candidate.value.id === named)
  if (other === undefined) cells.refuse(field, 'no-such-team')
  else if (named === value.id) cells.refuse(field, `${field}-to-itself`)
  else if (other.value.organisation !== value.organisation) cells.refuse(field, 'fallback-of-another')
}

function checkResponsibilities({ teams, careServices, responsibilities }: ReadTables, codes: Codes): void {
  const subjects: readonly string[] = [...codes.subjects, ...dutySubjects]
  const taken = new Map<string, string>()
  for (const { value, cells } of responsibilities) {
    const team = teams.find((candidate) => candidate.value.id === value.team)
    const service = careServices.find((candidate) => candidate.value.id === value.careService)
    if (team === undefined) cells.refuse('team', 'no-such-team')
    if (value.subject !== null && !subjects.includes(value.subject)) {
      cells.refuse('subject', 'no-such-subject', { allowed: subjects.join(', ') })
    }
    if (value.careService !== null && service === undefined)
      cells.refuse('careService', 'no-such-care-service')
    else if (team && service && service.value.organisation !== team.value.organisation) {
      cells.refuse('careService', 'care-service-of-another')
    }
    const scope = `${team?.value.organisation ?? ''}|${value.careService ?? ''}|${value.subject ?? ''}`
    const other = taken.get(scope)
    if (other !== undefined) cells.refuse('team', 'answered-for-twice', { other })
    taken.set(scope, value.team)
  }
}

function checkDoors({ organisations, doors }: ReadTables): void {
  const taken = new Set<string>()
  for (const { value, cells } of doors) {
    const door = `${value.channel} ${value.address}`
    if (!exists(organisations, value.organisation)) cells.refuse('organisation', 'no-such-organisation')
    if (taken.has(door)) cells.refuse('address', 'door-twice')
    taken.add(door)
  }
}

function checkContacts({ organisations, contacts }: ReadTables): void {
  const taken = new Set<string>()
  for (const { value, cells } of contacts) {
    const place = `${value.organisation} ${value.role}`
    if (!exists(organisations, value.organisation)) cells.refuse('organisation', 'no-such-organisation')
    if (taken.has(place)) cells.refuse('role', 'contact-twice')
    taken.add(place)
  }
}

function exists(entries: readonly Read<{ readonly id: string }>[], id: string): boolean {
  return entries.some(({ value }) => value.id === id)
}
