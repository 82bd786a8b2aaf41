/** Whom praise is meant for by name, and who hears of it besides: whoever manages the team praised. */
import type { Organisation } from '../../shared/directory.ts'
import { toldAsManager } from '../../shared/case/only-told.ts'
import { reason, type Finding, type Reason } from '../../shared/finding.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Classification, IssueReading, Owner } from '../../shared/routing.ts'

/** Told to the team with the praise, so that it reaches the people it is for; the words stay where they are marked. */
export function namedStaff(
  { start, end }: Pick<IssueReading, 'start' | 'end'>,
  staff: Classification['staff'],
): Reason[] {
  const spans = staff
    .filter(({ value }) => value.name !== null)
    .flatMap(({ because }) => because.flatMap((found) => found.spans ?? []))
    .filter((span) => span.start >= start && span.end <= end)
    .toSorted((a, b) => a.start - b.start)
  return spans.length === 0 ? [] : [reason('router:owner.named-staff', {}, spans)]
}

/** Only within the organisation that received this: another's managers would wait for consent as their team does. */
export function managersOfPraised(
  owners: readonly Finding<Owner>[],
  { issues }: Classification,
  here: Organisation,
  { directory }: Knowledge,
): readonly Finding<Owner>[] {
  const praised = owners.filter(
    ({ value }) =>
      value.organisation === here.id && value.issues.some((issue) => issues[issue]?.kind === 'compliment'),
  )
  return praised.flatMap(({ value, confidence }) => {
    const team = directory.teams.find(({ id }) => id === value.team)
    const manager = directory.teams.find(({ id }) => id === team?.manager)
    if (team === undefined || manager?.organisation !== here.id) return []
    return [
      {
        value: { organisation: here.id, team: manager.id, issues: [] },
        because: [reason(toldAsManager, { team: team.name, manager: manager.name })],
        confidence,
      },
    ]
  })
}
