/** What is missing before the person can be answered: contributions, what changes and by when, what they wanted. */
import { reason } from '../../shared/finding.ts'
import type { Composer, Filed, IssueToAnswer, Remark } from '../../shared/joint/composition.ts'
import { isWithheld, ownersOf } from './answer-issue.ts'

export function findGaps(given: Composer): readonly Remark[] {
  return [
    ...(given.wantedOutcome?.trim() ? [] : [wantedMissing]),
    ...given.issues.flatMap((issue) => gapsOf(issue, given)),
  ]
}

const wantedMissing: Remark = {
  kind: 'gap',
  section: 'understood',
  issue: null,
  organisations: [],
  because: reason('answer:gap.wanted'),
}

function gapsOf(issue: IssueToAnswer, given: Composer): readonly Remark[] {
  const owners = ownersOf(issue, given)
  if (owners.length === 0) return [gap('unowned', issue, [])]
  const silent = owners.filter(
    (part) =>
      !isWithheld(part) &&
      !given.contributions.some(
        (each) => each.issue === issue.position && each.organisation === part.organisation,
      ),
  )
  return [
    ...silent.map(({ organisation }) => gap('contribution', issue, [organisation], given)),
    ...given.contributions
      .filter((each) => each.issue === issue.position)
      .flatMap((each) => changesMissing(each, issue, given)),
  ]
}

/** Something that went wrong and nothing that changes, or nobody knows when. */
function changesMissing(each: Filed, issue: IssueToAnswer, given: Composer): readonly Remark[] {
  if (each.outcome === 'not-upheld') return []
  if (each.whatChanges.trim() === '') return [gap('changes', issue, [each.organisation], given)]
  return each.changeBy === null ? [gap('day', issue, [each.organisation], given)] : []
}

function gap(
  what: 'unowned' | 'contribution' | 'changes' | 'day',
  issue: IssueToAnswer,
  organisations: Remark['organisations'],
  given?: Composer,
): Remark {
  const [first] = organisations
  const name = given?.organisations.find(({ id }) => id === first)?.name ?? ''
  return {
    kind: 'gap',
    section: 'issue',
    issue: issue.position,
    organisations,
    because: reason(`answer:gap.${what}`, { organisation: name }),
  }
}
