/** More words for a case that is there already: they can only raise what was found and add duties, and rewrite nothing. */
import { handOverAgain } from '../../router/hand-over/hand-over-again.ts'
import { clocksForMore } from '../../router/set-clocks/clocks-for-more.ts'
import { asksForNothing } from '../../router/set-clocks/set-clocks.ts'
import { changeCase } from '../../shared/case/case-changes.ts'
import { kindAfterMore } from '../../shared/case/kind-changes.ts'
import type { CaseId, HandoffId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Reference } from '../../shared/reference.ts'
import type { HandoffPlan, Routing } from '../../shared/routing.ts'
import { levels, type Flag, type Kind } from '../../shared/words.ts'
import { record, theHub, type AuditEntry } from './audit.ts'
import { setNextDue } from './case-acts-clocks.ts'
import type { Queries } from './database.ts'
import { giveOwner, saveClocks, saveIssues, saveMoreHandoffs } from './duties.ts'
import { whereIssuesGo, type IssuesGo } from './one-call.ts'
import { answersSharing } from './joint/consent-reply.ts'
import { leadWithoutRefused } from './joint/not-to-tell.ts'
import { saveArrangement } from './joint/open-joint.ts'
import { noteHarm, saveFindings, saveGrading } from './routings.ts'
import type { StoredSubmission } from './submissions.ts'

/** They are read with the same care as the first. `wholeGoes`: they are a message whose parts are there already. Returns the handoffs to tell now. */
export async function continueCase(
  db: Queries,
  id: CaseId,
  submission: StoredSubmission,
  routing: Routing,
  knowledge: Knowledge,
  now: Date,
  wholeGoes: IssuesGo | null,
): Promise<readonly HandoffId[]> {
  const before = await loadStanding(db, id)
  const after = raised(before, routing)
  await saveStanding(db, id, before, after, routing)
  await addAlias(db, id, submission.reference)
  const { issues } = routing.classification
  const { first, how } =
    wholeGoes ??
    ((await isBareAnswer(db, id, submission, routing, before.issues))
      ? ({ first: before.issues - 1, how: 'not-saved' } as const)
      : await whereIssuesGo(db, id, submission.content, issues.length, before.issues))
  if (how !== 'not-saved') await saveIssues(db, id, submission.id, routing, first, how === 'replacing')
  const holds = (about: string): boolean =>
    !(how === 'not-saved' && about.startsWith('issue.')) && holdsFor(about, before, after)
  await saveFindings(db, id, submission.id, routing, now, first, holds)
  await (after.rises ? saveGrading : noteHarm)(db, id, routing, now)
  await saveClocks(db, id, clocksForMore(before.kind, before.clocks, routing))
  await saveArrangement(
    db,
    { case: id, receivedBy: before.received_by, affected: before.affected, firstIssue: first },
    routing,
  )
  const refused = routing.classification.notToTell.map(({ value }) => value)
  await leadWithoutRefused(db, id, before.received_by, refused)
  await setNextDue(db, id)
  await record(db, ...entriesOf(id, before, after, submission, routing, now))
  const wasClosed = before.state === 'closed'
  const plans = numberedAfter(first, handOverAgain({ ...before, wasClosed }, routing, knowledge))
  return saveMoreHandoffs(db, id, await giveOwner(db, id, before.ownerTeam, plans, now), now)
}

/** Longer words say more than that. */
const longestAnswer = 200
const opensAnswer = /^\W*(?:yes|yeah|no|not|ok|okay|ie|na|nac|nag|ydw|cewch)\b/i

/** An answer to our question of sharing that a person must read, and nothing else: it is no matter of its own. */
async function isBareAnswer(
  db: Queries,
  id: CaseId,
  { content }: StoredSubmission,
  { classification, risk }: Routing,
  issues: number,
): Promise<boolean> {
  const isAboutNothing = classification.issues.every(
    ({ subjects, organisation, careService }) =>
      subjects.length === 0 && organisation === null && careService === null,
  )
  const isGrave = risk.flags.length > 0 || risk.level.value === 'High' || risk.level.value === 'Extreme'
  const isAnswer = opensAnswer.test(content.text) || asksForNothing(classification, risk)
  if (issues === 0 || content.text.length > longestAnswer || !isAboutNothing || isGrave) return false
  return isAnswer && answersSharing(db, id)
}

/** What they were told as the reference of more words leads to the case as well. */
export async function addAlias(db: Queries, id: CaseId, reference: Reference): Promise<void> {
  await db
    .insertInto('case_aliases')
    .values({ reference, case: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type Standing = Awaited<ReturnType<typeof loadStanding>>

async function loadStanding(db: Queries, id: CaseId) {
  const head = await db
    .selectFrom('cases')
    .select(['state', 'kind', 'kind_confirmed_at', 'level', 'flags', 'owner_team', 'received_by', 'affected'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const clocks = await db
    .selectFrom('clocks')
    .select(['name', 'process', 'state'])
    .where('case', '=', id)
    .where('organisation', '=', head.received_by)
    .execute()
  const { last } = await db
    .selectFrom('issues')
    .select((select) => select.fn.max<number | null>('position').as('last'))
    .where('case', '=', id)
    .executeTakeFirstOrThrow()
  return { ...head, ownerTeam: head.owner_team, clocks, issues: last === null ? 0 : last + 1 }
}

interface Raised {
  readonly rises: boolean
  readonly kind: Kind
  readonly flags: readonly Flag[]
}

function raised(before: Standing, { classification, risk }: Routing): Raised {
  const record = { kind: before.kind, confirmed: before.kind_confirmed_at !== null }
  return {
    rises: levels.indexOf(risk.level.value) > levels.indexOf(before.level),
    kind: kindAfterMore(record, classification.kind.value),
    flags: [...new Set([...before.flags, ...risk.flags.map((flag) => flag.value)])],
  }
}

async function saveStanding(
  db: Queries,
  id: CaseId,
  { state }: Standing,
  { rises, kind, flags }: Raised,
  { risk }: Routing,
): Promise<void> {
  const grades = {
    level: risk.level.value,
    seriousness: risk.seriousness.value,
    likelihood: risk.likelihood.value,
  }
  const reopened = changeCase(state, 'open', 'person', { handoffs: 0, clocks: 0 })
  await db
    .updateTable('cases')
    .set((set) => ({
      ...('to' in reopened ? { state: reopened.to } : {}),
      ...(rises ? grades : {}),
      kind,
      flags: [...flags],
      unread: set('unread', '+', 1),
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Where there is but one of a thing, the newest finding is the one that holds: what did not rise is not among them. */
function holdsFor(about: string, before: Standing, { rises, kind }: Raised): boolean {
  switch (about) {
    case 'kind':
      return kind !== before.kind
    case 'level':
    case 'seriousness':
    case 'likelihood':
      return rises
    case 'tone':
    case 'language':
    case 'lead':
    case 'owner':
      return false
    default:
      return true
  }
}

function numberedAfter(first: number, plans: readonly HandoffPlan[]): readonly HandoffPlan[] {
  return plans.map((plan) => ({ ...plan, issues: plan.issues.map((position) => first + position) }))
}

function entriesOf(
  id: CaseId,
  before: Standing,
  { kind }: Raised,
  submission: StoredSubmission,
  { risk }: Routing,
  now: Date,
): readonly AuditEntry[] {
  const entry = (act: string, details: AuditEntry['details'] = {}): AuditEntry => ({
    at: now,
    actor: theHub,
    act,
    about: { kind: 'case', id },
    organisation: before.received_by,
    details: { submission: submission.id, ...details },
  })
  return [
    ...(before.state === 'closed' ? [entry('case.reopen')] : []),
    entry('case.continue', { level: risk.level.value }),
    ...(kind === before.kind ? [] : [entry('kind.convert', { from: before.kind, to: kind })]),
  ]
}
