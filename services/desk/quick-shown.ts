/** What one click may say instead of what the hub found, the likeliest first; and the click that can still be taken back. */
import { harmOf } from '../../shared/case/harm-floor.ts'
import { nearestGrade } from '../../shared/case/nearest-grade.ts'
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { TeamId } from '../../shared/ids.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { kinds, levels, type Kind } from '../../shared/words.ts'
import { levelOf } from '../store/case-acts-grade.ts'
import type { CaseFile } from '../store/case-file.ts'
import type { Queries } from '../store/database.ts'
import {
  findUndoable,
  subjectsChosenInstead,
  teamsNamedInstead,
  type Undoable,
} from '../store/quick-corrections.ts'
import { listTeamsToName, type TeamToName } from '../store/stand-ins.ts'
import type { StaffMember } from '../store/staff.ts'
import { subjectNames } from './names.ts'

/** All that is asked of the store for it, in the transaction that reads the case. */
export interface QuickParts {
  readonly undoable: Undoable | null
  readonly teams: readonly TeamToName[]
  readonly teamsInstead: readonly string[]
  /** By the position of the issue. */
  readonly subjectsInstead: ReadonlyMap<number, readonly string[]>
}

export async function loadQuick(
  queries: Queries,
  { head, issues }: CaseFile,
  { organisation }: StaffMember,
  { now, today }: { readonly now: Date; readonly today: CalendarDate },
): Promise<QuickParts> {
  const subjectsInstead = new Map<number, readonly string[]>()
  for (const { position, subjects } of issues)
    subjectsInstead.set(position, await subjectsChosenInstead(queries, organisation, subjects, now))
  return {
    undoable: await findUndoable(queries, head),
    teams: await listTeamsToName(queries, organisation, today),
    teamsInstead: await teamsNamedInstead(queries, organisation, head.owner_team, now),
    subjectsInstead,
  }
}

/** As many as are looked through at a glance. */
const atAGlance = 3

export function quickShown(file: CaseFile, parts: QuickParts, who: StaffMember, rules: Rules): object {
  const { head } = file
  return {
    kind: kindChoices(file),
    level: levelChoices(file, rules),
    owner: teamChoices(file, parts, who.triageTeam),
    otherTeams: parts.teams.filter(({ id, notThere }) => id !== head.owner_team && notThere.length === 0),
    subjects: rules.subjects.map(({ code, name }) => ({ code, name: name.en })),
    issues: file.issues.map(({ position, subjects }) => ({
      has: named(subjects, rules),
      instead: named(subjectChoices(file, parts, position), rules),
    })),
    undo: undoShown(file, parts, rules),
  }
}

/** A complaint that somebody made or confirmed becomes less only with the person’s agreement: that is for the form. */
function kindChoices({
  head,
  submissions,
}: CaseFile): readonly { readonly kind: Kind; readonly isNow: boolean }[] {
  const isSaid =
    head.kind_confirmed_at !== null || submissions.some(({ content }) => content.kindChosen === head.kind)
  if (head.kind === 'complaint' && isSaid)
    return head.kind_confirmed_at === null ? [{ kind: 'complaint', isNow: true }] : []
  return kinds
    .map((kind) => ({ kind, isNow: kind === head.kind }))
    .filter(({ isNow }) => !isNow || head.kind_confirmed_at === null)
    .toSorted((one, other) => Number(other.isNow) - Number(one.isNow))
}

/** Never below the floor of the harm that was seen, and none once it was graded after an investigation. */
function levelChoices({ head, gradings }: CaseFile, rules: Rules): readonly object[] {
  if (gradings.some(({ stage }) => stage === 'after-investigation')) return []
  const harm = harmOf(gradings, rules)
  return levels
    .filter((level) => level !== head.level)
    .flatMap((level) => {
      const cell = nearestGrade(head, level, rules.matrix.cells)
      return cell !== null && levelOf({ ...cell, harm }, rules).level === level ? [{ level, ...cell }] : []
    })
}

/** What people said of such cases, then what else the hub found for this one, then whoever sorts. */
function teamChoices(
  { head, findings }: CaseFile,
  { teams, teamsInstead }: QuickParts,
  triage: TeamId,
): readonly TeamToName[] {
  const found = findings.flatMap(({ about, value }) => (about === 'owner' ? answeringTeam(value) : []))
  const wanted = [...new Set([...teamsInstead, ...found, triage])].filter((team) => team !== head.owner_team)
  return wanted
    .flatMap((team) => teams.filter(({ id, notThere }) => id === team && notThere.length === 0))
    .slice(0, atAGlance)
}

/** None where it is only told besides, for its duty or of praise: nothing in the case is its own. */
function answeringTeam(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null || !('team' in value)) return []
  const isBeside = 'issues' in value && Array.isArray(value.issues) && value.issues.length === 0
  return isBeside ? [] : [value.team]
}

/** What people chose for such issues, then what the other issues of the case are about. */
function subjectChoices(
  { issues }: CaseFile,
  { subjectsInstead }: QuickParts,
  position: number,
): readonly string[] {
  const has = issues.find((issue) => issue.position === position)?.subjects ?? []
  const others = issues.flatMap((issue) => issue.subjects)
  return [...new Set([...(subjectsInstead.get(position) ?? []), ...others])]
    .filter((code) => !(has.length === 1 && has[0] === code))
    .slice(0, atAGlance)
}

function named(codes: readonly string[], rules: Rules) {
  return codes.map((code) => ({ code, name: subjectNames([code], rules)[0] ?? code }))
}

/** What it was, in words or as a language key. */
function undoShown({ names }: CaseFile, { undoable }: QuickParts, rules: Rules): object | null {
  if (undoable === null) return null
  const { id, before, byName, at } = undoable
  const shown = { id, about: before.about, byName, at }
  switch (before.about) {
    case 'kind':
      return { ...shown, key: `desk:kind.${before.kind}` }
    case 'level':
      return { ...shown, key: `desk:level.${before.level}` }
    case 'owner':
      return { ...shown, text: names.get(before.team) ?? before.team }
    case 'subjects':
      return before.subjects.length === 0
        ? { ...shown, key: 'desk:issue.noSubject' }
        : { ...shown, text: subjectNames(before.subjects, rules).join('; ') }
  }
}
