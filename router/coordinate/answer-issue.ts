/** The section that answers one issue: what each organisation says happened, word for word, and what was found. */
import { reason } from '../../shared/finding.ts'
import type {
  ComposedSection,
  Composer,
  Filed,
  IssueToAnswer,
  Paragraph,
  PartToAnswer,
} from '../../shared/joint/composition.ts'

export function answerIssue(issue: IssueToAnswer, given: Composer): ComposedSection {
  const number = given.issues.indexOf(issue) + 1
  const filed = given.contributions.filter((each) => each.issue === issue.position)
  const [only] = filed
  const owners = ownersOf(issue, given)
  return {
    name: 'issue',
    issue: issue.position,
    organisation: filed.length === 1 && only ? only.organisation : (issue.organisation ?? null),
    paragraphs: [
      says('issue', { number, words: issue.words }),
      ...(filed.length === 0 ? [silence(owners, given)] : filed.flatMap((each) => told(each, filed, given))),
    ],
  }
}

/** Its own words, never ours. */
function told(each: Filed, all: readonly Filed[], given: Composer): readonly Paragraph[] {
  const organisation = nameIn(given, each.organisation)
  return [
    says(all.length > 1 ? 'told-by' : 'answers', { organisation }),
    { kept: each.whatHappened },
    says(`found.${each.outcome}`),
  ]
}

function silence(owners: readonly PartToAnswer[], given: Composer): Paragraph {
  const [withheld] = owners.filter(isWithheld)
  if (withheld !== undefined && owners.every(isWithheld)) {
    return says('issue-not-shared', { organisation: nameIn(given, withheld.organisation) })
  }
  const open = owners.find((part) => !isWithheld(part))
  return open === undefined
    ? says('issue-unowned')
    : says('contribution-missing', { organisation: nameIn(given, open.organisation) })
}

export function ownersOf({ position }: IssueToAnswer, { parts }: Composer): readonly PartToAnswer[] {
  return parts.filter(({ issues, state }) => issues.includes(position) && state !== 'left')
}

/** Nothing of it was let out to them. */
export function isWithheld({ state }: PartToAnswer): boolean {
  return state === 'ours' || state === 'waiting'
}

function nameIn({ organisations }: Composer, id: Filed['organisation']): string {
  return organisations.find((organisation) => organisation.id === id)?.name ?? id
}

function says(key: string, params?: Record<string, string | number>): Paragraph {
  return { says: reason(`answer:letter.${key}`, params) }
}
