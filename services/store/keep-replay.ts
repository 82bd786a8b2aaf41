/** What is kept of routing a case again: only what differs, never against a person's decision, and the same twice is once. */
import { clocksForMore } from '../../router/set-clocks/clocks-for-more.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Routing } from '../../shared/routing.ts'
import { isSame } from '../../shared/same.ts'
import { levels, type Flag } from '../../shared/words.ts'
import { record, theHub } from './audit.ts'
import { setNextDue } from './case-acts-clocks.ts'
import { hubScope, withScope, type Database, type Queries } from './database.ts'
import { saveClocks } from './duties.ts'
import { alertAgain } from './replay-alert.ts'
import { findingsOn, holdStanding, type Found, type Standing } from './replays.ts'
import { saveFindings, saveGrading } from './routings.ts'
import { suggestAgain } from './suggest-again.ts'

export interface Kept {
  /** Was anything? */
  readonly written: boolean
  /** What staff are asked about now and were not before: the team, or the subjects of an issue. */
  readonly suggested: readonly string[]
}

const nothing: Kept = { written: false, suggested: [] }

/**
 * In one transaction, which holds the case and reads it afresh: what anybody did since it was listed counts. Findings
 * are added where they are new. The case follows them only where no person has corrected or confirmed that finding, its
 * level and flags can only rise, and where they rise, the team and whoever else the flags call for are told, as on
 * arrival. It keeps its team and subjects: another is suggested to staff. A second run writes nothing.
 */
export async function keepReplay(
  db: Database,
  listed: Pick<Standing, 'case' | 'submission'>,
  routing: Routing,
  knowledge: Knowledge,
  now: Date,
): Promise<Kept> {
  return withScope(db, hubScope, async (queries) => {
    const standing = await holdStanding(queries, listed)
    if (standing === null) return nothing
    const found = await findingsOn(queries, standing.case)
    const follows = whatFollows(standing, routing, found)
    const isNew = (about: string, value: unknown): boolean =>
      isKept(about, value, { standing, found, follows })
    const added = await saveFindings(queries, standing.case, standing.submission, routing, now, 0, isNew)
    const { suggested, written } = await suggestAgain(queries, standing, routing, found, now)
    const isGraver = follows.level || follows.flags.length > 0
    if (added === 0 && !isGraver && !follows.kind && !follows.tone && !written) return nothing
    if (follows.level) await saveGrading(queries, standing.case, routing, now)
    await saveStanding(queries, standing, routing, follows)
    if (follows.kind) await saveLackingClocks(queries, standing, routing)
    if (isGraver) await alertAgain(queries, standing, follows.flags, routing, knowledge, now)
    await record(queries, {
      at: now,
      actor: theHub,
      act: 'case.replay',
      about: { kind: 'case', id: standing.case },
      organisation: null,
      details: { submission: standing.submission, knowledge: routing.knowledgeVersion },
    })
    return { written: true, suggested }
  })
}

interface Follows {
  readonly kind: boolean
  readonly tone: boolean
  readonly level: boolean
  /** Those that the case did not have. */
  readonly flags: readonly Flag[]
}

function whatFollows(
  standing: Standing,
  { classification, risk }: Routing,
  found: readonly Found[],
): Follows {
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

function isCorrected(about: string, found: readonly Found[]): boolean {
  return found.some((finding) => finding.corrected_by !== null && finding.about === about)
}

interface Comparison {
  readonly standing: Standing
  readonly found: readonly Found[]
  readonly follows: Follows
}

/** Where there is but one of a thing the newest finding is the one that holds, so what the case does not follow is left out. */
function isKept(about: string, value: unknown, { standing, found, follows }: Comparison): boolean {
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
        !about.startsWith('issue.') &&
        !isCorrected(about, found) &&
        !found.some(
          (old) => old.submission === standing.submission && old.about === about && isSame(old.value, value),
        )
      )
  }
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
