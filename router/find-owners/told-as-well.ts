/** Who is told beside the owners of the issues: the teams whose duty a red flag calls for, before and apart from any score. */
import type { DutySubject, Organisation } from '../../shared/directory.ts'
import { reason, type Finding, type Reason } from '../../shared/finding.ts'
import type { TeamId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Owner, Risk } from '../../shared/routing.ts'
import type { Flag, NonEmpty } from '../../shared/words.ts'
import { dutyTeam } from './responsible-team.ts'

interface Call {
  readonly flags: readonly Flag[]
  /** All that are named are told: nobody can say from the flag whether it is a claim or the press. */
  readonly duties: NonEmpty<DutySubject>
}

/** Every flag calls for somebody. */
const calls: readonly Call[] = [
  { flags: ['immediate-danger', 'self-harm', 'threat'], duties: ['duty-manager'] },
  { flags: ['safeguarding-adult', 'safeguarding-child'], duties: ['safeguarding'] },
  { flags: ['whistleblowing'], duties: ['freedom-to-speak-up'] },
  { flags: ['duty-of-candour'], duties: ['patient-safety'] },
  { flags: ['legal-or-media'], duties: ['legal', 'media'] },
  { flags: ['discrimination'], duties: ['equality'] },
]

/**
 * Always a team of the organisation that received this: it may look at once, where another's would wait for consent.
 * Where the organisation names nobody for the duty, its triage team is told.
 */
export function toldAsWell(risk: Risk, here: Organisation, knowledge: Knowledge): readonly Finding<Owner>[] {
  return calls.flatMap(({ flags, duties }) => {
    const raised = risk.flags.filter(({ value }) => flags.includes(value))
    if (raised.length === 0) return []
    const named = duties.flatMap((duty) => {
      const team = dutyTeam(here, null, duty, knowledge.directory)
      return team === null ? [] : [dutyOwner(team, duty, raised, here)]
    })
    return named.length > 0 ? named : [dutyOwner(here.triageTeam, `${duties[0]}-unnamed`, raised, here)]
  })
}

function dutyOwner(
  team: TeamId,
  why: DutySubject | `${DutySubject}-unnamed`,
  raised: readonly Finding<Flag>[],
  here: Organisation,
): Finding<Owner> {
  const words: readonly Reason[] = raised.flatMap(({ because }) => because)
  return {
    value: { organisation: here.id, team, issues: [] },
    because: [reason(`router:owner.duty.${why}`, { organisation: here.name }), ...words],
    confidence: Math.max(...raised.map(({ confidence }) => confidence)),
  }
}
