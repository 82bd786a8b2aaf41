/** An organisation that the person does not want told is given nothing: what is about it alone stays with who received it. */
import type { Organisation } from '../../shared/directory.ts'
import { reason, type Finding } from '../../shared/finding.ts'
import { isLeftOut } from '../../shared/joint/not-to-tell.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Classification, Owner } from '../../shared/routing.ts'

/** Whoever received it was told by the person, whatever they write. */
export function withoutLeftOut(
  owners: readonly Finding<Owner>[],
  here: Organisation,
  { notToTell }: Classification,
  { directory }: Knowledge,
): readonly Finding<Owner>[] {
  const refused = notToTell.map(({ value }) => value)
  const leftOut = directory.organisations.filter(
    (organisation) => organisation.id !== here.id && isLeftOut(organisation, refused),
  )
  const isAsked = ({ value }: Finding<Owner>) => leftOut.every(({ id }) => id !== value.organisation)
  const asked = owners.filter(isAsked)
  const answered = new Set(asked.flatMap(({ value }) => value.issues))
  const kept = owners
    .filter((owner) => !isAsked(owner) && !owner.value.issues.some((issue) => answered.has(issue)))
    .map(({ value }) => keptInstead(value, leftOut, here))
  return [...asked, ...kept]
}

function keptInstead(
  { organisation, issues }: Owner,
  leftOut: readonly Organisation[],
  here: Organisation,
): Finding<Owner> {
  const other = leftOut.find(({ id }) => id === organisation)?.name ?? organisation
  return {
    value: { organisation: here.id, team: here.triageTeam, issues },
    because: [reason('router:owner.left-out', { organisation: here.name, other })],
    confidence: 0.5,
  }
}
