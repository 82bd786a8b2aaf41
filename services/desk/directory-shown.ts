/** What the page of the directory shows of one organisation, made from what is stored; no query and no template here. */
import { contactRoles, type Directory, type Responsibility, type Team } from '../../shared/directory.ts'
import { contactOf, type Away } from '../../shared/directory-settings.ts'
import type { CalendarDate } from '../../shared/dates/london.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { Rules } from '../../shared/knowledge.ts'
import type { PersonListed } from '../store/absences.ts'
import type { listSettings } from '../store/directory-settings.ts'
import type { StaffMember } from '../store/staff.ts'
import { maySetAbsenceOf, maySetDirectory } from './directory-access.ts'
import { subjectNames } from './names.ts'

type Setting = Awaited<ReturnType<typeof listSettings>>[number]

/** For whom, on which day, and what the database knows besides. */
export interface DirectoryLooking {
  readonly who: StaffMember
  readonly today: CalendarDate
  readonly rules: Pick<Rules, 'subjects' | 'serviceAreas'>
  readonly people: readonly PersonListed[]
  readonly openCases: ReadonlyMap<string, number>
  readonly nobodyIn: ReadonlyMap<string, CalendarDate>
  readonly settings: readonly Setting[]
}

export function directoryShown(directory: Directory, looking: DirectoryLooking): object {
  const { who, today, people } = looking
  const teams = directory.teams.filter(({ organisation }) => organisation === who.organisation)
  const own = new Set(teams.map(({ id }) => id))
  const answersFor = directory.responsibilities.filter(({ team }) => own.has(team))
  return {
    organisation: directory.organisations.find(({ id }) => id === who.organisation) ?? null,
    mayEdit: maySetDirectory(who),
    contacts: contactRoles.map((role) => ({ role, is: contactOf(directory, who.organisation, role) })),
    teams: teams.map((team) => ({
      ...teamShown(team, directory, looking),
      answersFor: answersFor
        .filter((responsibility) => responsibility.team === team.id)
        .map((responsibility) => responsibilityShown(responsibility, directory, looking.rules)),
    })),
    careServices: directory.careServices
      .filter(({ organisation }) => organisation === who.organisation)
      .map((service) => ({
        ...service,
        areaName:
          looking.rules.serviceAreas.find(({ code }) => code === service.area)?.name.en ?? service.area,
        teams: answersFor
          .filter(({ careService }) => careService === service.id)
          .map(({ team, subject }) => ({
            name: nameOf(directory, team),
            about: subject === null ? reason('directory:anySubject') : subjectShown(subject, looking.rules),
          })),
      })),
    people: people.map((person) => ({
      ...person,
      away: awayShown(person.away, today),
      teamNames: person.teams.map((team) => nameOf(directory, team)),
      maySet: maySetAbsenceOf(who, person.id),
      isSelf: person.id === who.id,
    })),
    settings: looking.settings.map((setting) => settingShown(setting, directory)),
  }
}

function teamShown(team: Team, directory: Directory, { who, today, people, ...looking }: DirectoryLooking) {
  const members = people.filter(({ teams }) => teams.includes(team.id))
  return {
    ...team,
    isTriage: team.id === who.triageTeam,
    away: awayShown(team.away ?? null, today),
    nobodyUntil: looking.nobodyIn.get(team.id) ?? null,
    openCases: looking.openCases.get(team.id) ?? 0,
    isFull: team.capacity !== undefined && (looking.openCases.get(team.id) ?? 0) >= team.capacity,
    fallbackName: nameOf(directory, team.fallback ?? who.triageTeam),
    managerName: team.manager === undefined ? null : nameOf(directory, team.manager),
    members: members.map(({ name, away }) => ({ name, isAway: awayShown(away, today)?.isNow === true })),
  }
}

/** Null where there is none, or it is over. */
function awayShown(away: Away | null, today: CalendarDate) {
  return away === null || away.until < today ? null : { ...away, isNow: away.from <= today }
}

function responsibilityShown(
  { careService, subject }: Responsibility,
  { careServices }: Directory,
  rules: DirectoryLooking['rules'],
) {
  const service = careServices.find(({ id }) => id === careService)?.name ?? careService
  return {
    careService: service,
    subject: subject === null ? null : subjectShown(subject, rules),
  }
}

/** A duty such as safeguarding has words of its own; a subject its name in the code set. */
function subjectShown(subject: string, rules: DirectoryLooking['rules']): Reason {
  const isCoded = rules.subjects.some(({ code }) => code === subject)
  const [name = subject] = subjectNames([subject], rules)
  return isCoded ? reason('directory:subject', { name }) : reason(`directory:duty.${subject}`)
}

function nameOf({ teams }: Directory, id: string): string {
  return teams.find((team) => team.id === id)?.name ?? id
}

/** What it is about, from what to what, by whom and why. */
function settingShown(setting: Setting, directory: Directory): object {
  const { team, teamName, staffName, contact, field, before, value } = setting
  return {
    ...setting,
    about: team === null ? staffName : teamName,
    role: contact,
    from: valueShown(before, directory),
    to: valueShown(value, directory),
    field,
  }
}

function valueShown({ away, capacity, fallback, manager, contact }: Setting['value'], directory: Directory) {
  if (away) return reason('directory:value.away', { from: away.from, until: away.until })
  if (typeof capacity === 'number') return reason('directory:value.capacity', { count: capacity })
  if (fallback) return reason('directory:value.team', { team: nameOf(directory, fallback) })
  if (manager) return reason('directory:value.team', { team: nameOf(directory, manager) })
  if (contact) return reason('directory:value.contact', { name: contact.name })
  return fallback === null ? reason('directory:value.triage') : reason('directory:value.none')
}
