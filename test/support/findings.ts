/** What the earlier stages of the router would have concluded, made to order for a test. */
import { exampleDirectory } from '../../rules/example-directory.ts'
import { seedRules } from '../../rules/seed-rules.ts'
import type { Finding } from '../../shared/finding.ts'
import { asId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Classification, IssueReading, Risk } from '../../shared/routing.ts'
import { submissionOf, type Submission } from '../../shared/submission.ts'
import { isNonEmpty, type Flag, type Kind, type Level } from '../../shared/words.ts'

export function found<T>(value: T, spans: readonly (readonly [number, number])[] = []): Finding<T> {
  const marked = spans.map(([start, end]) => ({ start, end }))
  return { value, because: [{ key: 'test:given', spans: marked }], confidence: 0.8 }
}

/** The seeded rules, the example county, a Monday without holidays near. */
export function knowledgeOf(given: Partial<Knowledge> = {}): Knowledge {
  return {
    version: 'test',
    today: '2026-11-16',
    routedOn: '2026-11-16',
    receivedBy: exampleDirectory.host,
    directory: exampleDirectory,
    rules: seedRules,
    earlierCounts: new Map(),
    model: {
      version: 'none',
      tone: { classes: [], buckets: 1, bias: [], weights: [], steps: [] },
      judge: null,
      sense: null,
      unasked: null,
      meanings: null,
      grave: null,
      danger: null,
      flags: null,
    },
    ...given,
  }
}

export function writtenBy(given: Partial<Submission> = {}): Submission {
  return submissionOf({ channel: 'web-form', text: 'What the person wrote.', ...given })
}

export interface IssueWish {
  readonly kind?: Kind
  readonly subjects?: readonly string[]
  readonly organisation?: string | null
  readonly careService?: string | null
  readonly start?: number
  readonly end?: number
}

export function issueOf(wish: IssueWish = {}): IssueReading {
  return {
    kind: wish.kind ?? 'complaint',
    tone: 'negative',
    start: wish.start ?? 0,
    end: wish.end ?? 100,
    subjects: (wish.subjects ?? []).map((subject) => found(subject)),
    organisation: wish.organisation ? asId(wish.organisation) : null,
    careService: wish.careService ? asId(wish.careService) : null,
  }
}

/** One issue where none is given; the kind of the first is the kind of the case. */
export function classified(
  wishes: readonly IssueWish[] = [{}],
  given: Partial<Classification> = {},
): Classification {
  const issues = wishes.map(issueOf)
  if (!isNonEmpty(issues)) throw new Error('A classification has at least one issue')
  return {
    kind: found(issues[0].kind),
    tone: found('negative'),
    language: found('en'),
    issues,
    organisations: [],
    careServices: [],
    wants: [],
    notToTell: [],
    exclusions: [],
    outOfTime: found(false),
    requests: [],
    staff: [],
    grave: [],
    flagged: [],
    ...given,
  }
}

export function riskOf(level: Level = 'Moderate', flags: readonly Flag[] = []): Risk {
  return {
    seriousness: found('Medium'),
    likelihood: found('Possible'),
    level: found(level),
    matrixVersion: 'test',
    impactOnPerson: found('Medium'),
    impactOnOrganisation: found('Low'),
    flags: flags.map((flag) => found(flag)),
    attention: [],
  }
}
