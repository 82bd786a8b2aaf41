/** Where did an issue happen: which organisations it concerns, and which care service of each? */
import type { CareService, Organisation } from '../../shared/directory.ts'
import type { Finding } from '../../shared/finding.ts'
import type { CareServiceId, OrganisationId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Classification, IssueReading } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import { isNonEmpty, type NonEmpty } from '../../shared/words.ts'
import { isPassingMention } from './passing-mention.ts'

export interface IssuePlace {
  readonly organisation: Organisation
  readonly careService: CareService | null
  /** How do we know: the words say so, the person chose it, or we only assume whoever received it? */
  readonly basis: 'read' | 'chosen' | 'received'
}

/** The organisation that received this; the host where the directory does not know it. Throws if it knows neither. */
export function receiver(knowledge: Knowledge): Organisation {
  const { directory, receivedBy } = knowledge
  const found = organisationOf(receivedBy, knowledge) ?? organisationOf(directory.host, knowledge)
  if (found === null) throw new Error(`The directory does not list its own host, ${directory.host}`)
  return found
}

/**
 * At least one: first the place the issue itself points to, then other organisations named in the same words. One that
 * is only mentioned as the way somebody came there answers for nothing, unless no other is named.
 */
export function placesOf(
  issue: IssueReading,
  submission: Submission,
  classification: Classification,
  knowledge: Knowledge,
): NonEmpty<IssuePlace> {
  const main = mainPlace(issue, submission, classification, knowledge)
  const named = classification.organisations.filter((finding) => isSaidIn(issue, finding))
  const passing = named.filter((finding) =>
    isPassingMention(finding, submission.text, issue.kind === 'compliment'),
  )
  const others = named.flatMap(({ value }) => {
    const organisation = value === main.organisation.id ? null : organisationOf(value, knowledge)
    if (organisation === null) return []
    const careService = namedService(issue, classification, organisation, knowledge)
    return [{ organisation, careService, basis: 'read' } as const]
  })
  const staying = [main, ...others].filter(
    ({ organisation }) => !passing.some(({ value }) => value === organisation.id),
  )
  return isNonEmpty(staying) ? staying : [main]
}

/** What the words say, made complete by a service they name and then by what the person chose. */
function mainPlace(
  issue: IssueReading,
  submission: Submission,
  classification: Classification,
  knowledge: Knowledge,
): IssuePlace {
  const read = placeAt(issue.organisation, issue.careService, 'read', knowledge)
  const chosen = placeAt(submission.about.organisation, submission.about.careService, 'chosen', knowledge)
  if (read === null) {
    return chosen ?? { organisation: receiver(knowledge), careService: null, basis: 'received' }
  }
  if (read.careService !== null) return read
  const named = namedService(issue, classification, read.organisation, knowledge)
  const sameChosen = chosen?.organisation.id === read.organisation.id ? chosen.careService : null
  return { ...read, careService: named ?? sameChosen }
}

/** A care service says whose it is; one of another organisation than the one named is left aside. */
function placeAt(
  organisationId: OrganisationId | null,
  careServiceId: CareServiceId | null,
  basis: IssuePlace['basis'],
  knowledge: Knowledge,
): IssuePlace | null {
  const careService = knowledge.directory.careServices.find(({ id }) => id === careServiceId) ?? null
  const organisation = organisationOf(organisationId ?? careService?.organisation ?? null, knowledge)
  if (organisation === null) return null
  return {
    organisation,
    careService: careService?.organisation === organisation.id ? careService : null,
    basis,
  }
}

function organisationOf(id: OrganisationId | null, knowledge: Knowledge): Organisation | null {
  return knowledge.directory.organisations.find((organisation) => organisation.id === id) ?? null
}

function namedService(
  issue: IssueReading,
  classification: Classification,
  organisation: Organisation,
  knowledge: Knowledge,
): CareService | null {
  const named = classification.careServices.filter((finding) => isSaidIn(issue, finding))
  return (
    knowledge.directory.careServices.find(
      ({ id, organisation: owner }) =>
        owner === organisation.id && named.some((finding) => finding.value === id),
    ) ?? null
  )
}

function isSaidIn(issue: IssueReading, finding: Finding<string>): boolean {
  return finding.because.some(({ spans }) =>
    (spans ?? []).some(({ start, end }) => start >= issue.start && end <= issue.end),
  )
}
