/** Which teams are responsible: by rule, by responsibility, by duty; triage is the last resort, so never nobody. */
import type { Organisation } from '../../shared/directory.ts'
import { reason, type Finding } from '../../shared/finding.ts'
import type { TeamId } from '../../shared/ids.ts'
import type { Knowledge, RoutingRule } from '../../shared/knowledge.ts'
import type { Classification, IssueReading, Owner, Owners, Risk } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import { isNonEmpty } from '../../shared/words.ts'
import { withoutLeftOut } from './left-out.ts'
import { placesOf, receiver, type IssuePlace } from './place-of.ts'
import { managersOfPraised, namedStaff } from './praised.ts'
import { besides, requestsOf } from './request-of-issue.ts'
import { requestOwner } from './request-owners.ts'
import { praisedTeam, responsibleTeam, type Responsible } from './responsible-team.ts'
import { ruleFor } from './routing-rules.ts'
import type { RuleSubject } from './rule-subject.ts'
import {
  aboutWorkplace,
  isSpokenUp,
  speakUpOwner,
  speakUpTeam,
  spokenUp,
  spokenUpFirst,
} from './spoken-up.ts'
import { withStandIn } from './stand-in.ts'
import { toldAsWell } from './told-as-well.ts'
import { isOnlyTold, toldByRules } from './told-by-rule.ts'

/** How sure each way of finding a team makes us; a rule was written by a person for just this. */
const sureness: Readonly<Record<'rule' | Responsible['by'], number>> = {
  rule: 1,
  'service-and-subject': 0.9,
  service: 0.8,
  subject: 0.7,
  compliments: 0.7,
  organisation: 0.6,
  triage: 0.3,
}

/** One for each team, its issues together. The first belongs to the organisation that received this. */
export function findOwners(
  submission: Submission,
  classification: Classification,
  risk: Risk,
  knowledge: Knowledge,
): Owners {
  const subjects = classification.issues.map((issue) =>
    placesOf(issue, submission, classification, knowledge).map((place): RuleSubject => ({
      submission,
      classification,
      risk,
      issue,
      place,
    })),
  )
  const answering = answerersOf(subjects.flat(), knowledge)
  const perIssue = subjects.flatMap((places, position) =>
    places.flatMap((subject) => ownersOf(subject, position, answering, knowledge)),
  )
  const here = receiver(knowledge)
  const asked = withoutLeftOut(perIssue, here, classification, knowledge)
  const keeper = spokenUp(risk) === null ? here.triageTeam : speakUpTeam(here, knowledge)
  const looking = [...asked, ...keptHere(asked, here, keeper), ...toldAsWell(risk, here, knowledge)]
  const told = [
    ...(spokenUp(risk) === null ? managersOfPraised(asked, classification, here, knowledge) : []),
    ...toldByRules(subjects.flat(), here, knowledge),
  ]
  const owners = merge([...looking, ...told].map((owner) => withStandIn(owner, knowledge)))
  const ours = owners.filter(({ value }) => value.organisation === here.id)
  const theirs = owners.filter(({ value }) => value.organisation !== here.id)
  const ordered = [...ours.toSorted(byIssues), ...theirs.toSorted(byIssues)]
  if (!isNonEmpty(ordered)) throw new Error('An issue was left without an owner')
  return ordered
}

type Answering = (subject: RuleSubject, position: number) => Finding<Owner>

/** Whoever answers for the place; what is spoken up, and whatever else the team spoken of would have, those who look after that. */
function answerersOf(all: readonly RuleSubject[], knowledge: Knowledge): Answering {
  const spokenOf = new Set(
    aboutWorkplace(all).map(({ issue, place }) => responsibleFor(issue, place, knowledge).team),
  )
  return (subject, position) => {
    if (isSpokenUp(subject)) return speakUpOwner(subject, position, 'words', knowledge)
    const owner = responsibleOwner(subject, position, knowledge)
    return spokenOf.has(owner.value.team) ? speakUpOwner(subject, position, 'same-team', knowledge) : owner
  }
}

/** An administrator’s rule comes before all; then whoever deals with requests of the kind, alone or besides. */
function ownersOf(
  subject: RuleSubject,
  position: number,
  answering: Answering,
  knowledge: Knowledge,
): readonly Finding<Owner>[] {
  const ruled = ruleFor(subject, knowledge)
  if (ruled === null) {
    const asked = requestOwner(subject, position, knowledge)
    if (asked === null) return [answering(subject, position)]
    // Who speaks up is not left to whoever answers letters.
    const rest = asked.rest ?? (isSpokenUp(subject) ? subject : null)
    return rest === null ? [asked.owner] : [answering(rest, position), asked.owner]
  }
  const { rule, team } = ruled
  const owner = {
    value: { organisation: team.organisation, team: team.id, issues: [position] },
    because: [reason('router:owner.rule', { team: team.name, why: rule.reason, author: rule.author })],
    confidence: sureness.rule,
  } as const
  const rest = besideRule(ruled.rule, subject, knowledge)
  return rest === null ? [owner] : [...ownersOf(rest, position, answering, knowledge), owner]
}

/** A rule for requests takes the request: what happened to the person besides goes its own way, as without the rule. */
function besideRule({ when }: RoutingRule, subject: RuleSubject, { rules }: Knowledge): RuleSubject | null {
  const asked = requestsOf(subject, rules).find(({ request }) => when.request?.includes(request.value))
  const rest = asked === undefined ? null : besides(asked, subject)
  if (rest === null) return null
  const requests = rest.classification.requests.filter((request) => request !== asked?.request)
  return { ...rest, classification: { ...rest.classification, requests } }
}

function responsibleOwner(
  { issue, place, classification }: RuleSubject,
  position: number,
  knowledge: Knowledge,
): Finding<Owner> {
  const found = responsibleFor(issue, place, knowledge)
  const named = issue.kind === 'compliment' ? namedStaff(issue, classification.staff) : []
  return {
    value: { organisation: place.organisation.id, team: found.team, issues: [position] },
    because: [
      reason(`router:owner.place.${place.basis}`, { organisation: place.organisation.name }),
      reason(`router:owner.by.${found.by}`, {
        team: teamName(found.team, knowledge),
        organisation: place.organisation.name,
        careService: place.careService?.name ?? '',
        subject: subjectName(found.subject, knowledge),
      }),
      ...named,
    ],
    confidence: place.basis === 'received' ? Math.min(sureness[found.by], 0.5) : sureness[found.by],
  }
}

function responsibleFor(issue: IssueReading, place: IssuePlace, { directory }: Knowledge): Responsible {
  const { organisation, careService } = place
  if (issue.kind === 'compliment') return praisedTeam(organisation, careService, directory)
  const subjects = issue.subjects.map(({ value }) => value)
  return responsibleTeam(organisation, careService, subjects, directory)
}

/** Somebody here keeps the case and asks for consent where every issue belongs to others. */
function keptHere(
  perIssue: readonly Finding<Owner>[],
  here: Organisation,
  team: TeamId,
): readonly Finding<Owner>[] {
  if (perIssue.some(({ value }) => value.organisation === here.id)) return []
  return [
    {
      value: { organisation: here.id, team, issues: [] },
      because: [reason('router:owner.keeps-case', { organisation: here.name })],
      confidence: 1,
    },
  ]
}

function merge(owners: readonly Finding<Owner>[]): readonly Finding<Owner>[] {
  const byTeam = new Map<TeamId, Finding<Owner>>()
  for (const owner of owners) {
    const other = byTeam.get(owner.value.team)
    byTeam.set(owner.value.team, other === undefined ? owner : together(other, owner))
  }
  return [...byTeam.values()]
}

/** Whoever answers for a part of it, or has to look at it, is not merely told of it besides. */
function together(one: Finding<Owner>, other: Finding<Owner>): Finding<Owner> {
  if (isOnlyTold(other) && !isOnlyTold(one)) return one
  const issues = [...new Set([...one.value.issues, ...other.value.issues])].sort((a, b) => a - b)
  const said = new Set(one.because.map((because) => JSON.stringify(because)))
  const added = other.because.filter((because) => !said.has(JSON.stringify(because)))
  // A team that answers for a part of it by itself stands in for nobody.
  const { insteadOf } = other.value
  const { insteadOf: standsInFor, ...own } = one.value
  const isStandIn = standsInFor !== undefined && insteadOf !== undefined
  return {
    value: { ...own, ...(isStandIn ? { insteadOf: standsInFor } : {}), issues },
    because: [...one.because, ...added],
    confidence: Math.max(one.confidence, other.confidence),
  }
}

/** Whoever has what is spoken up, then most issues first; otherwise in the order the person raised them. */
function byIssues(one: Finding<Owner>, other: Finding<Owner>): number {
  return spokenUpFirst(one, other) || other.value.issues.length - one.value.issues.length
}

function teamName(id: TeamId, knowledge: Knowledge): string {
  return knowledge.directory.teams.find((team) => team.id === id)?.name ?? id
}

function subjectName(code: string | null, knowledge: Knowledge): string {
  return knowledge.rules.subjects.find((subject) => subject.code === code)?.name.en ?? code ?? ''
}
