/** Whoever a case goes on to is told why it was offered at all: a red flag stays one, whoever looks at it. */
import type { Reason } from '../finding.ts'

/** How it came to the team that hands it on says nothing to the next one. */
const howItCame = ['desk:handoff.', 'quick:handoff.', 'router:handover.not-accepted', 'router:handover.held']

/** Reasons of a handoff that hold for the next one too. */
export function carriedOn(because: readonly Reason[]): readonly Reason[] {
  return because.filter(({ key }) => !howItCame.some((start) => key.startsWith(start)))
}

const calls = ['router:owner.duty.', 'router:flag.', 'router:handover.']

/** Where a person names another team, the reasons for the wrong one are left out, and what calls for somebody stays. */
export function callsCarriedOn(because: readonly Reason[]): readonly Reason[] {
  return carriedOn(because).filter(({ key }) => calls.some((start) => key.startsWith(start)))
}
