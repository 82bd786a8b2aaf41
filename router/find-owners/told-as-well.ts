/** Who is told beside the owners of the issues: the teams whose duty a red flag calls for, before and apart from any score. */
import { dutySubjects, type DutySubject, type Organisation } from '../../shared/directory.ts'
import { reason, type Finding, type Reason } from '../../shared/finding.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Owner, Risk } from '../../shared/routing.ts'
import type { Flag } from '../../shared/words.ts'
import { dutyTeam } from './responsible-team.ts'

/** Which flags call for which duty. */
const callers: Readonly<Record<DutySubject, readonly Flag[]>> = {
  safeguarding: ['safeguarding-adult', 'safeguarding-child'],
  'freedom-to-speak-up': ['whistleblowing'],
  compliments: [],
  'information-governance': [],
  complaints: [],
}

/**
 * Always a team of the organisation that received this: it may look at once, where another's would wait for consent.
 * Where the organisation names nobody for the duty, its triage team is told.
 */
export function toldAsWell(risk: Risk, here: Organisation, knowledge: Knowledge): readonly Finding<Owner>[] {
  return dutySubjects.flatMap((duty) => {
    const raised = risk.flags.filter(({ value }) => callers[duty].includes(value))
    if (raised.length === 0) return []
    return [dutyOwner(duty, raised, here, knowledge)]
  })
}

function dutyOwner(
  duty: DutySubject,
  raised: readonly Finding<Flag>[],
  here: Organisation,
  knowledge: Knowledge,
): Finding<Owner> {
  const named = dutyTeam(here, null, duty, knowledge.directory)
  const why = named === null ? `router:owner.duty.${duty}-unnamed` : `router:owner.duty.${duty}`
  const words: readonly Reason[] = raised.flatMap(({ because }) => because)
  return {
    value: { organisation: here.id, team: named ?? here.triageTeam, issues: [] },
    because: [reason(why, { organisation: here.name }), ...words],
    confidence: Math.max(...raised.map(({ confidence }) => confidence)),
  }
}
