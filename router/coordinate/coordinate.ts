/** Several organisations, one answer: proposes who leads and says whose consent is needed before anything leaves. */
import { reason, type Finding, type Reason } from '../../shared/finding.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type {
  Arrangement,
  Classification,
  ConsentNeeded,
  IssueReading,
  Owners,
  Risk,
} from '../../shared/routing.ts'
import { consentGiver } from '../../shared/joint/consent.ts'
import { isWantedToAnswer } from './preferred-lead.ts'
import type { Submission } from '../../shared/submission.ts'
import { isNonEmpty, type NonEmpty } from '../../shared/words.ts'

/** What speaks for an organisation leading; no law ranks these, so a person confirms. */
interface Share {
  readonly organisation: OrganisationId
  /** Do the words that made it serious stand in one of its issues? */
  readonly gravest: boolean
  /** Did the person say that they would like it to answer? */
  readonly preferred: boolean
  /** How many of its issues ask for an answer? */
  readonly issues: number
  /** How many of those are about a care service that it provides itself, and so can put right? */
  readonly canResolve: number
  readonly received: boolean
}

/** Joint where two or more organisations answer for issues. The lead is a proposal that staff confirm or change. */
export function coordinate(
  submission: Submission,
  classification: Classification,
  risk: Risk,
  owners: Owners,
  knowledge: Knowledge,
): Arrangement {
  const here = owners[0].value.organisation
  const shares = sharesOf(submission, classification, risk, owners, knowledge)
  const consentsNeeded = shares
    .filter(({ received }) => !received)
    .map(({ organisation }) => consentFor(organisation, submission, knowledge))
  const [first, ...others] = shares
  const contributors = others.map(({ organisation }) => organisation)
  if (first !== undefined && isNonEmpty(others) && isNonEmpty(contributors)) {
    const lead = leadOf(first, others, knowledge)
    const preferred = shares.find((share) => share.preferred)?.organisation ?? null
    return { joint: true, lead, contributors, consentsNeeded, preferred }
  }
  return { joint: false, organisation: first?.organisation ?? here, consentsNeeded }
}

/** One for each organisation that answers for an issue, the strongest claim to lead first. */
function sharesOf(
  submission: Submission,
  classification: Classification,
  risk: Risk,
  owners: Owners,
  knowledge: Knowledge,
): readonly Share[] {
  const here = owners[0].value.organisation
  const positions = new Map<OrganisationId, Set<number>>()
  for (const { value } of owners) {
    if (value.issues.length === 0) continue
    const known = positions.get(value.organisation) ?? []
    positions.set(value.organisation, new Set([...known, ...value.issues]))
  }
  const gravest = holdingTheGravestWords(classification, risk)
  const asking = askingForAnAnswer(classification)
  const said = [submission.text, submission.wantedOutcome ?? ''].join('\n')
  return [...positions]
    .map(([organisation, issues]) => ({
      organisation,
      gravest: gravest.some((position) => issues.has(position)),
      preferred: isWantedToAnswer(said, organisation, knowledge),
      issues: asking.filter((position) => issues.has(position)).length,
      canResolve: asking.filter(
        (position) =>
          issues.has(position) && providerOf(classification, position, knowledge) === organisation,
      ).length,
      received: organisation === here,
    }))
    .toSorted(byClaim)
}

function providerOf({ issues }: Classification, position: number, { directory }: Knowledge) {
  const careService = issues[position]?.careService ?? null
  return directory.careServices.find(({ id }) => id === careService)?.organisation ?? null
}

function holdingTheGravestWords({ issues }: Classification, risk: Risk): readonly number[] {
  const spans = risk.seriousness.because.flatMap((because) => because.spans ?? [])
  return positionsWhere(issues, (issue) =>
    spans.some(({ start, end }) => start >= issue.start && end <= issue.end),
  )
}

/** Praise and remarks ask for none; where there is nothing else, all of them count. */
function askingForAnAnswer({ issues }: Classification): readonly number[] {
  const asking = positionsWhere(issues, ({ kind }) => kind === 'concern' || kind === 'complaint')
  return asking.length > 0 ? asking : positionsWhere(issues, () => true)
}

function positionsWhere(
  issues: readonly IssueReading[],
  holds: (issue: IssueReading) => boolean,
): readonly number[] {
  return issues.flatMap((issue, position) => (holds(issue) ? [position] : []))
}

function byClaim(one: Share, other: Share): number {
  return (
    Number(other.gravest) - Number(one.gravest) ||
    Number(other.preferred) - Number(one.preferred) ||
    other.issues - one.issues ||
    other.canResolve - one.canResolve ||
    Number(other.received) - Number(one.received)
  )
}

function leadOf(first: Share, others: NonEmpty<Share>, knowledge: Knowledge): Finding<OrganisationId> {
  const organisation = nameOf(first.organisation, knowledge)
  const gravest = first.gravest && others.every((other) => !other.gravest)
  const most = others.every((other) => first.issues > other.issues)
  const resolves = others.every((other) => first.canResolve > other.canResolve)
  const because = [
    ...(gravest ? [reason('router:joint.lead.gravest', { organisation })] : []),
    ...(first.preferred ? [reason('router:joint.lead.preferred', { organisation })] : []),
    ...(most ? [reason('router:joint.lead.most-issues', { organisation, count: first.issues })] : []),
    ...(resolves ? [reason('router:joint.lead.resolves', { organisation })] : []),
    ...(first.received ? [reason('router:joint.lead.received', { organisation })] : []),
  ]
  return {
    value: first.organisation,
    because: isNonEmpty(because) ? because : beforeTheNext(first, others[0], knowledge),
    confidence: [0.4, 0.6, 0.75, 0.9][because.length] ?? 0.9,
  }
}

/** Where it stands out before all of them by nothing: what put it before the next, so that no reason is given that is not so. */
function beforeTheNext(first: Share, next: Share, knowledge: Knowledge): NonEmpty<Reason> {
  const both = {
    organisation: nameOf(first.organisation, knowledge),
    other: nameOf(next.organisation, knowledge),
  }
  const decided = [
    ...(first.gravest ? [reason('router:joint.lead.also-gravest', both)] : []),
    ...(first.issues > next.issues ? [reason('router:joint.lead.more-issues', both)] : []),
    ...(first.canResolve > next.canResolve ? [reason('router:joint.lead.resolves-more', both)] : []),
  ]
  return isNonEmpty(decided) ? decided : [reason('router:joint.lead.first-named', both)]
}

function consentFor(to: OrganisationId, submission: Submission, knowledge: Knowledge): ConsentNeeded {
  const from = consentGiver(submission.affected)
  return {
    from,
    to,
    because: reason(`router:joint.consent.${from}`, { organisation: nameOf(to, knowledge) }),
  }
}

function nameOf(id: OrganisationId, knowledge: Knowledge): string {
  return knowledge.directory.organisations.find((organisation) => organisation.id === id)?.name ?? id
}
