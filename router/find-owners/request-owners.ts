/** Who deals with a request for information, an elected representative's letter or a withdrawal: no ward, but whose duty it is. */
import { reason, type Finding } from '../../shared/finding.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Owner } from '../../shared/routing.ts'
import { besides, requestsOf } from './request-of-issue.ts'
import { dutyTeam } from './responsible-team.ts'
import type { RuleSubject } from './rule-subject.ts'

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
  for (const { duty, request } of requestsOf(subject, rules)) {
    const named = dutyTeam(organisation, null, duty, directory)
    const why = `router:owner.request.${named === null ? `${duty}-unnamed` : duty}`
    return {
      owner: {
        value: { organisation: organisation.id, team: named ?? organisation.triageTeam, issues: [position] },
        because: [reason(why, { organisation: organisation.name }), ...request.because],
        confidence: request.confidence,
      },
      rest: besides({ duty, request }, subject),
    }
  }
  return null
}
