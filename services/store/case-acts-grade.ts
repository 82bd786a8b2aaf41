/** Grading a case again, by the matrix and never below the floor for harm; the gradings before it stay. */
import { floorReason } from '../../shared/case/harm-floor.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { HarmFloorRule, Rules } from '../../shared/knowledge.ts'
import { higherOf, levels, type Level, type Likelihood, type Seriousness } from '../../shared/words.ts'
import { actOnCase, type Act, type ActResult, type Acting, type Done } from './case-acts.ts'
import { bySomeone, needReason, saveCorrections } from './case-acts-findings.ts'
import type { Database } from './database.ts'

export interface NewGrading {
  readonly stage: 'receipt' | 'after-investigation'
  readonly seriousness: Seriousness
  readonly likelihood: Likelihood
  /** Harm put down to care or to a person's act; null where there is none. */
  readonly harm: HarmFloorRule['code'] | null
  readonly why: string
}

export async function gradeAgain(
  db: Database,
  acting: Acting,
  grading: NewGrading,
  rules: Rules,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', (act) => changeGrading(act, grading, rules))
}

/** Within an act on the case. */
export async function changeGrading(act: Act, grading: NewGrading, rules: Rules): Promise<Done> {
  const { stage, seriousness, likelihood } = grading
  const { level, because } = levelOf(grading, rules)
  needReason(grading.why)
  await putGrading(act, { stage, seriousness, likelihood, level, because }, rules)
  await saveCorrections(act, grading.why, [
    { about: 'seriousness', value: seriousness, because: bySomeone },
    { about: 'likelihood', value: likelihood, because: bySomeone },
    { about: 'level', value: level, because },
  ])
  const details = { stage, from: act.head.level, to: level, matrix: rules.matrix.version, harm: grading.harm }
  return { act: 'case.grade', details }
}

interface Graded extends Pick<NewGrading, 'stage' | 'seriousness' | 'likelihood'> {
  readonly level: Level
  readonly because: readonly Reason[]
}

/** The case stands so from now on; gradings before it are never overwritten. */
export async function putGrading(
  { queries, head, who, now }: Pick<Act, 'queries' | 'head' | 'who' | 'now'>,
  { stage, seriousness, likelihood, level, because }: Graded,
  { matrix }: Pick<Rules, 'matrix'>,
): Promise<void> {
  await queries
    .updateTable('cases')
    .set({ seriousness, likelihood, level })
    .where('id', '=', head.id)
    .execute()
  await queries
    .insertInto('gradings')
    .values({
      case: head.id,
      stage,
      seriousness,
      likelihood,
      level,
      matrix_version: matrix.version,
      because: JSON.stringify(because),
      graded_by: who.id,
      graded_at: now,
    })
    .execute()
}

/** What the matrix says, raised by the harm floor where it applies. */
export function levelOf(
  { seriousness, likelihood, harm }: Pick<NewGrading, 'seriousness' | 'likelihood' | 'harm'>,
  rules: Pick<Rules, 'matrix' | 'harmFloor'>,
): { readonly level: Level; readonly because: readonly Reason[] } {
  const cell = rules.matrix.cells[seriousness][likelihood]
  const byMatrix = reason('desk:grading.byMatrix', { seriousness, likelihood, level: cell })
  const floor = rules.harmFloor.find((rule) => rule.code === harm)?.level ?? cell
  const level = higherOf(levels, cell, floor)
  if (harm === null) return { level, because: [byMatrix] }
  return { level, because: [byMatrix, floorReason(harm, floor)] }
}
