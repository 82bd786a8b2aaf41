/** Which team of an organisation answers for a care service and subject, the most specific responsibility first. */
import type { CareService, Directory, Organisation, Responsibility } from '../../shared/directory.ts'
import type { OrganisationId, TeamId } from '../../shared/ids.ts'
import { onceFor } from '../../shared/once-for.ts'

export interface Responsible {
  readonly team: TeamId
  readonly by: 'service-and-subject' | 'subject' | 'service' | 'compliments' | 'organisation' | 'triage'
  /** The code that decided, where one did. */
  readonly subject: string | null
}

/**
 * In this order: this service and one of the subjects; any service and the strongest subject, because a team that
 * answers for parking everywhere is meant to; this service whatever the subject; the whole organisation; triage.
 */
export function responsibleTeam(
  organisation: Organisation,
  careService: CareService | null,
  subjects: readonly string[],
  directory: Directory,
): Responsible {
  const rows = rowsOf(organisation, directory)
  const find = (service: string | null, subject: string | null) =>
    rows.find((row) => row.careService === service && row.subject === subject)?.team ?? null

  if (careService !== null) {
    for (const subject of subjects) {
      const team = find(careService.id, subject)
      if (team !== null) return { team, by: 'service-and-subject', subject }
    }
  }
  const strongest = subjects[0] ?? null
  const bySubject = strongest === null ? null : find(null, strongest)
  if (bySubject !== null) return { team: bySubject, by: 'subject', subject: strongest }
  const byService = careService === null ? null : find(careService.id, null)
  if (byService !== null) return { team: byService, by: 'service', subject: null }
  const general = find(null, null)
  if (general !== null) return { team: general, by: 'organisation', subject: null }
  return { team: organisation.triageTeam, by: 'triage', subject: null }
}

/** The team of an organisation that carries a duty such as safeguarding; null where nobody is named. */
export function dutyTeam(
  organisation: Organisation,
  careService: CareService | null,
  duty: string,
  directory: Directory,
): TeamId | null {
  const rows = rowsOf(organisation, directory).filter((row) => row.subject === duty)
  const own = rows.find((row) => row.careService !== null && row.careService === careService?.id)
  return (own ?? rows.find((row) => row.careService === null))?.team ?? null
}

/** Praise goes to the team of the service praised, whatever it praises; only a complaint needs the subject's team. */
export function praisedTeam(
  organisation: Organisation,
  careService: CareService | null,
  directory: Directory,
): Responsible {
  const found = responsibleTeam(organisation, careService, [], directory)
  const keeper = dutyTeam(organisation, careService, 'compliments', directory)
  if (found.by === 'service' || keeper === null) return found
  return { team: keeper, by: 'compliments', subject: null }
}

type RowsOf = ReadonlyMap<OrganisationId | undefined, readonly Responsibility[]>

/** Whose rows are whose. */
const byOrganisation = onceFor(({ teams, responsibilities }: Directory): RowsOf => {
  const ownerOf = new Map(teams.map(({ id, organisation }) => [id, organisation]))
  return Map.groupBy(responsibilities, ({ team }) => ownerOf.get(team))
})

function rowsOf(organisation: Organisation, directory: Directory): readonly Responsibility[] {
  return byOrganisation(directory).get(organisation.id) ?? []
}
