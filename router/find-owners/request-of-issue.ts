/** Which of the requests that were recognised is one issue about, and what of the issue is left besides? */
import type { Finding } from '../../shared/finding.ts'
import type { RequestCode, RequestRule, Rules } from '../../shared/knowledge.ts'
import { sentencesOf } from '../../shared/text/sentences.ts'
import type { RuleSubject } from './rule-subject.ts'
import { maySay, overlap, spansOf } from './where-said.ts'

export interface RequestOfIssue {
  readonly duty: RequestRule['duty']
  readonly request: Finding<RequestCode>
}

/** In the order of the rules of requests. A complaints team reads all of a letter; a request is where its words stand. */
export function requestsOf(
  subject: RuleSubject,
  { requests }: Pick<Rules, 'requests'>,
): readonly RequestOfIssue[] {
  return (requests ?? []).flatMap(({ code, duty }) => {
    const request = subject.classification.requests.find(({ value }) => value === code)
    return request !== undefined && concerns(request, duty, subject) ? [{ duty, request }] : []
  })
}

/** What is left for whoever answers for the place, without what is only asked for; null where nothing is. */
export function besides({ duty, request }: RequestOfIssue, subject: RuleSubject): RuleSubject | null {
  if (duty !== 'information-governance' || !hasMore(request, subject)) return null
  return withoutAsked(request, subject)
}

function concerns(request: Finding<RequestCode>, duty: RequestRule['duty'], { issue }: RuleSubject): boolean {
  return duty === 'complaints' || maySay(issue, request)
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
