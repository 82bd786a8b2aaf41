/** Who deals with a request for information, an elected representative's letter or a withdrawal: no ward, but whose duty it is. */
import { reason, type Finding, type Span } from '../../shared/finding.ts'
import type { Knowledge, RequestCode, RequestRule } from '../../shared/knowledge.ts'
import type { Owner } from '../../shared/routing.ts'
import { sentencesOf } from '../../shared/text/sentences.ts'
import { dutyTeam } from './responsible-team.ts'
import type { RuleSubject } from './routing-rules.ts'

export interface RequestOwner {
  readonly owner: Finding<Owner>
  /** What is left for whoever answers for the place, without what is only asked for; null where nothing is. */
  readonly rest: RuleSubject | null
}

/** Null where nothing of the kind is in this issue. A complaints team reads all of a letter; a request is where its words stand. */
export function requestOwner(
  subject: RuleSubject,
  position: number,
  { rules, directory }: Knowledge,
): RequestOwner | null {
  const { organisation } = subject.place
  for (const { code, duty } of rules.requests ?? []) {
    const request = subject.classification.requests.find(({ value }) => value === code)
    if (request === undefined || !concerns(request, duty, subject)) continue
    const named = dutyTeam(organisation, null, duty, directory)
    const why = `router:owner.request.${named === null ? `${duty}-unnamed` : duty}`
    return {
      owner: {
        value: { organisation: organisation.id, team: named ?? organisation.triageTeam, issues: [position] },
        because: [reason(why, { organisation: organisation.name }), ...request.because],
        confidence: request.confidence,
      },
      rest:
        duty === 'information-governance' && hasMore(request, subject)
          ? withoutAsked(request, subject)
          : null,
    }
  }
  return null
}

function concerns(request: Finding<RequestCode>, duty: RequestRule['duty'], { issue }: RuleSubject): boolean {
  const spans = spansOf(request)
  if (duty === 'complaints' || spans.length === 0) return true
  return spans.some((span) => overlap(span, issue))
}

/** "A copy of my records" is no matter of the records office where it is asked for, and something else is told. */
function withoutAsked(request: Finding<RequestCode>, subject: RuleSubject): RuleSubject {
  const { issue } = subject
  const isAsked = (found: Finding<string>) => {
    const spans = spansOf(found)
    return spans.length > 0 && spans.every((span) => spansOf(request).some((one) => overlap(one, span)))
  }
  return { ...subject, issue: { ...issue, subjects: issue.subjects.filter((found) => !isAsked(found)) } }
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

function spansOf({ because }: Finding<string>): readonly Span[] {
  return because.flatMap(({ spans }) => spans ?? [])
}

/** What happened to somebody is told in the past; figures and copies are asked for. */
const whom = /\b(?:i|we|my|our|she|he|her|him|mum|dad)\b/i
const told =
  /\b(?:was|were|had|did|didn.t|wasn.t|weren.t|fell|waited|told|left|came|never|nobody|lost|refused|shouted|ignored|died|sent|said|got|took|felt)\b/i

/** A flag or a grave reading is never left to whoever looks for papers; that lawyers want them is nothing new to those. */
function hasMore(request: Finding<RequestCode>, { submission, issue, risk }: RuleSubject): boolean {
  const isFlagged = risk.flags.some(({ value }) => value !== 'legal-or-media')
  if (isFlagged || risk.level.value === 'High' || risk.level.value === 'Extreme') return true
  const text = submission.text.slice(issue.start, issue.end)
  return sentencesOf(text).some(({ start, end }) => {
    const at = { start: issue.start + start, end: issue.start + end }
    const asks = spansOf(request).some((span) => overlap(span, at))
    const sentence = text.slice(start, end)
    return !asks && whom.test(sentence) && told.test(sentence)
  })
}
