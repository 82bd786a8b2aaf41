/** Whose a matter is in which somebody speaks up about their workplace: those who look after that, never the team it is about. */
import type { Organisation } from '../../shared/directory.ts'
import { reason, type Finding } from '../../shared/finding.ts'
import type { TeamId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Owner, Risk } from '../../shared/routing.ts'
import { dutyTeam } from './responsible-team.ts'
import type { RuleSubject } from './rule-subject.ts'
import { maySay } from './where-said.ts'

const prefix = 'router:owner.spoken-up.'

export function spokenUp({ flags }: Risk): Finding<string> | null {
  return flags.find(({ value }) => value === 'whistleblowing') ?? null
}

/** Do the words stand in this issue? */
export function isSpokenUp({ issue, risk }: RuleSubject): boolean {
  const flag = spokenUp(risk)
  return flag !== null && maySay(issue, flag)
}

/** Where they name no service in the same breath as the wrong, any service that they name may be where they work. */
export function aboutWorkplace(all: readonly RuleSubject[]): readonly RuleSubject[] {
  const spoken = all.filter(isSpokenUp)
  const isUnsaid = spoken.some(({ place }) => place.careService === null)
  return isUnsaid ? [...spoken, ...all.filter(({ place }) => place.careService !== null)] : spoken
}

/** Their triage team where the organisation names nobody for it. */
export function speakUpTeam(organisation: Organisation, { directory }: Pick<Knowledge, 'directory'>): TeamId {
  return dutyTeam(organisation, null, 'freedom-to-speak-up', directory) ?? organisation.triageTeam
}

/** `same-team`: another matter, which would go to the team that the words are about. */
export function speakUpOwner(
  { place: { organisation }, risk }: RuleSubject,
  position: number,
  why: 'words' | 'same-team',
  knowledge: Pick<Knowledge, 'directory'>,
): Finding<Owner> {
  const flag = spokenUp(risk)
  const named = dutyTeam(organisation, null, 'freedom-to-speak-up', knowledge.directory)
  const who = named === null ? 'unnamed' : 'named'
  return {
    value: { organisation: organisation.id, team: named ?? organisation.triageTeam, issues: [position] },
    because: [
      reason(`${prefix}${why === 'words' ? who : why}`, { organisation: organisation.name }),
      ...(flag?.because ?? []),
    ],
    confidence: flag?.confidence ?? 0,
  }
}

/** Whoever has what is spoken up answers for the case, however few matters of it they have. */
export function spokenUpFirst(one: Finding<Owner>, other: Finding<Owner>): number {
  return Number(hasSpokenUp(other)) - Number(hasSpokenUp(one))
}

function hasSpokenUp({ because }: Finding<Owner>): boolean {
  return because.some(({ key }) => key.startsWith(prefix))
}
