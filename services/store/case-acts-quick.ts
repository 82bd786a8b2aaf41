/** Correcting with one click: kind, level, team or subjects, by the same rules as on the forms, and undone by another. */
import { floorReason, harmOf, type Graded } from '../../shared/case/harm-floor.ts'
import { nearestGrade } from '../../shared/case/nearest-grade.ts'
import type { TeamId } from '../../shared/ids.ts'
import type { StoodBefore } from '../../shared/case/stood-before.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import type { Rules } from '../../shared/knowledge.ts'
import type { Kind, Level } from '../../shared/words.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Done } from './case-acts.ts'
import { changeIssue } from './case-acts-correct.ts'
import { changeGrading, levelOf } from './case-acts-grade.ts'
import { acceptedBy, moveToTeam } from './case-acts-handoffs.ts'
import { changeKind, onlyIssue } from './case-acts-kind.ts'
import type { Database } from './database.ts'
import { gradingsOf, issuesOf } from './case-file-parts.ts'
import { findUndoable, newestFinding, saveQuick } from './quick-corrections.ts'

export type QuickWish =
  | { readonly about: 'kind'; readonly kind: Kind }
  | { readonly about: 'level'; readonly level: Level }
  | { readonly about: 'owner'; readonly team: TeamId }
  | {
      readonly about: 'subjects'
      readonly position: number
      readonly how: 'add' | 'remove' | 'only'
      /** A code. */
      readonly subject: string
    }

/** `why` is one of our short reasons, or that none was given. Whatever a form would refuse is refused here. */
export async function correctAtOnce(
  db: Database,
  acting: Acting,
  wish: QuickWish,
  why: string,
  rules: Rules,
): Promise<ActResult> {
  const work = async (act: Act): Promise<Done> => {
    const before = await beforeOf(act, wish, rules)
    const first = await newestFinding(act.queries, act.head.id)
    const done = await change(act, wish, why, rules)
    await saveQuick(act, before, first)
    return { ...done, details: { ...done.details, oneClick: true } }
  }
  return actOnCase(db, acting, 'receiver', work, (act) => isDone(act, wish, acting.version))
}

/** Did the first of two clicks on the same button do it? */
async function isDone({ queries, head, who }: Act, wish: QuickWish, version: number): Promise<boolean> {
  const last = await findUndoable(queries, head)
  if (last === null || last.by !== who.id || head.version !== version + 1) return false
  switch (wish.about) {
    case 'kind':
      return head.kind === wish.kind
    case 'level':
      return head.level === wish.level
    case 'owner':
      return head.owner_team === wish.team
    case 'subjects':
      // A second click may well mean a second subject.
      return false
  }
}

async function beforeOf({ queries, head }: Act, wish: QuickWish, rules: Rules): Promise<StoodBefore> {
  switch (wish.about) {
    case 'kind': {
      const { kind, kind_confirmed_by: by, kind_confirmed_at: at } = head
      const issue = await onlyIssue(queries, head.id)
      return { about: 'kind', kind, by, at: at?.toISOString() ?? null, issue: issue?.kind }
    }
    case 'level': {
      const { seriousness, likelihood, level } = head
      const because = reasonsOf(await gradingsOf(queries, head.id), rules)
      return { about: 'level', seriousness, likelihood, level, because }
    }
    case 'owner':
      return { about: 'owner', team: head.owner_team, accepted: await acceptedBy(queries, head) }
    case 'subjects': {
      const { position } = wish
      const issue = (await issuesOf(queries, head.id)).find((one) => one.position === position)
      if (issue === undefined) throw new Refused(reason('desk:refused.noIssue'))
      return { about: 'subjects', position, subjects: issue.subjects }
    }
  }
}

/** Of the grading that stands, with harm that was heard in words before it. */
function reasonsOf(gradings: readonly Graded[], rules: Rules): readonly Reason[] {
  const because = gradings[0]?.because ?? []
  const floor = rules.harmFloor.find(({ code }) => code === harmOf(gradings, rules))
  if (floor === undefined || harmOf([{ because, graded_by: null }], rules) === floor.code) return because
  return [...because, floorReason(floor.code, floor.level)]
}

async function change(act: Act, wish: QuickWish, why: string, rules: Rules): Promise<Done> {
  switch (wish.about) {
    case 'kind': {
      // Nobody needs a reason for saying that it is right.
      const said = wish.kind === act.head.kind ? '' : why
      return changeKind(act, { kind: wish.kind, why: said, agreedByPerson: false }, rules)
    }
    case 'level':
      return changeLevel(act, wish.level, why, rules)
    case 'owner': {
      const because = [reason('desk:handoff.afterCorrection')]
      const waiting = await moveToTeam(act, { to: wish.team, why, anyway: false }, because, rules)
      return { act: 'owner.correct', details: { from: act.head.owner_team, to: wish.team }, waiting }
    }
    case 'subjects':
      return changeSubjects(act, wish, why, rules)
  }
}

/** To the nearest place in the matrix, with the harm that was seen before: a click never lifts the floor under it. */
async function changeLevel(act: Act, level: Level, why: string, rules: Rules): Promise<Done> {
  const { queries, head } = act
  const gradings = await gradingsOf(queries, head.id)
  if (gradings.some(({ stage }) => stage === 'after-investigation'))
    throw new Refused(reason('quick:refused.investigated'))
  const cell = nearestGrade(head, level, rules.matrix.cells)
  if (cell === null) throw new Refused(reason('desk:refused.nothingChanged'))
  const grading = { stage: 'receipt', ...cell, harm: harmOf(gradings, rules), why } as const
  // Another place in the matrix under the same floor would be a correction that corrects nothing.
  if (levelOf(grading, rules).level !== level) throw new Refused(reason('quick:refused.floor'))
  return changeGrading(act, grading, rules)
}

async function changeSubjects(
  act: Act,
  { position, how, subject }: Extract<QuickWish, { about: 'subjects' }>,
  why: string,
  rules: Rules,
): Promise<Done> {
  const issue = (await issuesOf(act.queries, act.head.id)).find((one) => one.position === position)
  if (issue === undefined) throw new Refused(reason('desk:refused.noIssue'))
  const { kind, organisation, care_service: careService } = issue
  const others = issue.subjects.filter((code) => code !== subject)
  const subjects = { add: [...others, subject], remove: others, only: [subject] }[how]
  return changeIssue(act, { position, kind, subjects, organisation, careService, why }, rules)
}
