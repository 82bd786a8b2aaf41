/** What is kept of routing a case again: only what differs, never against a person's decision, and the same twice is once. */
import { clocksForMore } from '../../router/set-clocks/clocks-for-more.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Routing } from '../../shared/routing.ts'
import { isSame } from '../../shared/same.ts'
import { levels, type Flag } from '../../shared/words.ts'
import { record, theHub } from './audit.ts'
import { setNextDue } from './case-acts-clocks.ts'
import { hubScope, withScope, type Database, type Queries } from './database.ts'
import { saveClocks } from './duties.ts'
import { alertAgain } from './replay-alert.ts'
import { holdStanding, type Standing } from './replays.ts'
import { saveFindings, saveGrading } from './routings.ts'

/**
 * In one transaction, which holds the case and reads it afresh: what anybody did since it was listed counts. Findings
 * are added where they are new. The case follows them only where no person has corrected or confirmed that finding, its
 * level and flags can only rise, and it stays with its team, since moving it is a person's act; where they rise, the
 * team and whoever else the flags call for are told, as on arrival. Says whether anything was written; a second run
 * writes nothing.
 */
export async function keepReplay(
  db: Database,
  listed: Pick<Standing, 'case' | 'submission'>,
  routing: Routing,
  knowledge: Knowledge,
  now: Date,
): Promise<boolean> {
  return withScope(db, hubScope, async (queries) => {
    const standing = await holdStanding(queries, listed)
    if (standing === null) return false
    const found = await findingsOn(queries, standing.case)
    const follows = whatFollows(standing, routing, found)
    const issues = await issuesOf(queries, standing)
    const isNew = (about: string, value: unknown): boolean =>
      isKept(about, value, {
        standing,
        found,
        follows,
        sameIssues: issues === routing.classification.issues.length,
      })
    const added = await saveFindings(queries, standing.case, standing.submission, routing, now, 0, isNew)
    if (added === 0 && !follows.level && !follows.kind && !follows.tone && follows.flags.length === 0)
      return false
    if (follows.level) await saveGrading(queries, standing.case, routing, now)
    await saveStanding(queries, standing, routing, follows)
    if (follows.kind) await saveLackingClocks(queries, standing, routing)
    const isGraver = follows.level || follows.flags.length > 0
    if (isGraver) await alertAgain(queries, standing, follows.flags, routing, knowledge, now)
    await record(queries, {
      at: now,
      actor: theHub,
      act: 'case.replay',
      about: { kind: 'case', id: standing.case },
      organisation: null,
      details: { submission: standing.submission, knowledge: routing.knowledgeVersion },
    })
    return true
  })
}

type Found = Awaited<ReturnType<typeof findingsOn>>

async function findingsOn(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('findings')
    .select(['about', 'value', 'submission', 'corrected_by'])
    .where('case', '=', id)
    .execute()
}

interface Follows {
  readonly kind: boolean
  readonly tone: boolean
  readonly level: boolean
  /** Those that the case did not have. */
  readonly flags: readonly Flag[]
}

function whatFollows(standing: Standing, { classification, risk }: Routing, found: Found): Follows {
  // A person has written more since, which made it what it is: the first words alone do not make it less.
  const hasMore = found.some(
    ({ about, submission }) => about === 'kind' && submission !== null && submission !== standing.submission,
  )
  const isOpen = standing.state === 'open'
  const kindStands = !isOpen || standing.kindConfirmed || hasMore || isCorrected('kind', found)
  return {
    kind: !kindStands && classification.kind.value !== standing.kind,
    tone: isOpen && !isCorrected('tone', found) && classification.tone.value !== standing.tone,
    level: !isCorrected('level', found) && levels.indexOf(risk.level.value) > levels.indexOf(standing.level),
    flags: [...new Set(risk.flags.map(({ value }) => value))].filter(
      (flag) => !standing.flags.includes(flag),
    ),
  }
}

/** A person corrects the subjects of an issue together; the router finds them one by one. */
function isCorrected(about: string, found: Found): boolean {
  return found.some(
    (finding) => finding.corrected_by !== null && (finding.about === about || finding.about === `${about}s`),
  )
}

interface Comparison {
  readonly standing: Standing
  readonly found: Found
  readonly follows: Follows
  /** Has it as many issues as before? Else the numbers of its issues are no longer those of the case. */
  readonly sameIssues: boolean
}

/** Where there is but one of a thing the newest finding is the one that holds, so what the case does not follow is left out. */
function isKept(
  about: string,
  value: unknown,
  { standing, found, follows, sameIssues }: Comparison,
): boolean {
  switch (about) {
    case 'kind':
      return follows.kind
    case 'tone':
      return follows.tone
    case 'level':
    case 'seriousness':
    case 'likelihood':
      return follows.level
    case 'language':
    case 'lead':
    case 'owner':
      return false
    default:
      return (
        (sameIssues || !about.startsWith('issue.')) &&
        !isCorrected(about, found) &&
        !found.some(
          (old) => old.submission === standing.submission && old.about === about && isSame(old.value, value),
        )
      )
  }
}

async function issuesOf(queries: Queries, { submission }: Standing): Promise<number> {
  const { count } = await queries
    .selectFrom('issues')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('submission', '=', submission)
    .executeTakeFirstOrThrow()
  return count
}

async function saveStanding(
  queries: Queries,
  { case: id, flags }: Standing,
  { classification, risk }: Routing,
  follows: Follows,
): Promise<void> {
  const grades = {
    level: risk.level.value,
    seriousness: risk.seriousness.value,
    likelihood: risk.likelihood.value,
  }
  await queries
    .updateTable('cases')
    .set((set) => ({
      flags: [...flags, ...follows.flags],
      version: set('version', '+', 1),
      ...(follows.kind ? { kind: classification.kind.value } : {}),
      ...(follows.tone ? { tone: classification.tone.value } : {}),
      ...(follows.level ? grades : {}),
    }))
    .where('id', '=', id)
    .execute()
}

/** What turns out to be more than praise or a remark gets the clocks it lacks, counted from the day it was received. */
async function saveLackingClocks(queries: Queries, standing: Standing, routing: Routing): Promise<void> {
  const present = await queries
    .selectFrom('clocks')
    .select(['name', 'process', 'state'])
    .where('case', '=', standing.case)
    .where('organisation', '=', standing.receivedBy)
    .execute()
  const lacking = clocksForMore(standing.kind, present, routing).filter(
    ({ name, process }) => !present.some((clock) => clock.name === name && clock.process === process),
  )
  await saveClocks(queries, standing.case, lacking)
  await setNextDue(queries, standing.case)
}
