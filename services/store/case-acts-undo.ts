/** Undoing what one click corrected: the case is as it was before, and what was said is no example of what people say. */
import type { StoodBefore } from '../../shared/case/stood-before.ts'
import { asId, type CaseId } from '../../shared/ids.ts'
import { reason } from '../../shared/finding.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Waiting } from './case-acts.ts'
import { putGrading } from './case-acts-grade.ts'
import { setClocksForKind } from './case-acts-clocks-of-kind.ts'
import { onlyIssue } from './case-acts-kind.ts'
import { moveToTeam } from './case-acts-handoffs.ts'
import type { Database, Queries } from './database.ts'
import { findUndoable } from './quick-corrections.ts'

/** Only while nothing else was done to the case since. `why` stands beside the handoff that goes back. */
export async function undoQuick(
  db: Database,
  acting: Acting,
  id: number,
  why: string,
  rules: Rules,
): Promise<ActResult> {
  return actOnCase(
    db,
    acting,
    'receiver',
    async (act) => {
      const { queries, head, who, now } = act
      const found = await findUndoable(queries, head)
      if (found?.id !== id) throw new Refused(reason('quick:refused.over'))
      const waiting = await putBack(act, found.before, why, rules)
      await takeBack(queries, head.id, found.firstFinding, now)
      await queries
        .updateTable('quick_corrections')
        .set({ undone_at: now, undone_by: who.id })
        .where('id', '=', id)
        .execute()
      return { act: 'correction.undo', details: { about: found.before.about }, waiting }
    },
    async ({ queries, head }) => {
      const row = await queries
        .selectFrom('quick_corrections')
        .select('undone_at')
        .where('case', '=', head.id)
        .where('id', '=', id)
        .executeTakeFirst()
      return row !== undefined && row.undone_at !== null
    },
  )
}

/** Whatever people said of it after that finding. */
async function takeBack(queries: Queries, id: CaseId, first: number, now: Date): Promise<void> {
  await queries
    .insertInto('undone_findings')
    .columns(['finding', 'undone_at'])
    .expression((select) =>
      select
        .selectFrom('findings')
        .select((column) => ['id', column.val(now).as('at')])
        .where('case', '=', id)
        .where('corrected_by', 'is not', null)
        .where('id', '>', first),
    )
    .execute()
}

async function putBack(
  act: Act,
  before: StoodBefore,
  why: string,
  rules: Rules,
): Promise<readonly Waiting[]> {
  const { queries, head } = act
  switch (before.about) {
    case 'kind': {
      const at = before.at === null ? null : new Date(before.at)
      await queries
        .updateTable('cases')
        .set({ kind: before.kind, kind_confirmed_by: before.by, kind_confirmed_at: at })
        .where('id', '=', head.id)
        .execute()
      const issue = await onlyIssue(queries, head.id)
      if (issue !== null && before.issue !== undefined) {
        await queries.updateTable('issues').set({ kind: before.issue }).where('id', '=', issue.id).execute()
      }
      await setClocksForKind(act, before.kind, rules, at !== null)
      return []
    }
    case 'level':
      await gradeAsBefore(act, before, rules)
      return []
    case 'owner':
      return backToTeam(act, before, why, rules)
    case 'subjects':
      await queries
        .updateTable('issues')
        .set({ subjects: [...before.subjects] })
        .where('case', '=', head.id)
        .where('position', '=', before.position)
        .execute()
      return []
  }
}

/** A team that had accepted has it as before, with nothing to accept again; any other is offered it. */
async function backToTeam(
  act: Act,
  { team, accepted }: Extract<StoodBefore, { about: 'owner' }>,
  why: string,
  rules: Rules,
): Promise<readonly Waiting[]> {
  const because = [reason('quick:handoff.undone')]
  const waiting = await moveToTeam(act, { to: team, why, anyway: true }, because, rules)
  if (accepted === undefined) return waiting
  await act.queries
    .updateTable('handoffs')
    .set({
      state: 'accepted',
      decided_by: accepted.by,
      decided_at: new Date(accepted.at),
      // They heard of it when it was first offered.
      told: 'told',
    })
    .where(
      'id',
      'in',
      waiting.map(({ id }) => asId<'handoff'>(id)),
    )
    .execute()
  return []
}

/** Gradings are never overwritten: the one that was undone stays, and what held before is put on record after it. */
async function gradeAsBefore(
  act: Act,
  { seriousness, likelihood, level, because }: Extract<StoodBefore, { about: 'level' }>,
  rules: Rules,
): Promise<void> {
  const why = [...because, reason('quick:grading.undone')]
  await putGrading(act, { stage: 'receipt', seriousness, likelihood, level, because: why }, rules)
}
