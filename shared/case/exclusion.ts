/** What a person decides where the regulations may not cover a matter, or where it comes late; and what follows from it. */

/** The code of what comes more than twelve months later (SI 2009/309 reg 12); all others are of reg 8(1). */
export const late = 'out-of-time'

/** The code of what was said aloud and settled by the next working day (reg 8(1)(c)). */
export const saidAndSettled = 'resolved-orally'

/** `waived`: late, but looked into all the same. */
export const exclusionOutcomes = ['applies', 'applies-in-part', 'waived', 'does-not-apply'] as const
export type ExclusionOutcome = (typeof exclusionOutcomes)[number]

/** A part can be excluded while the rest is handled; twelve months pass for the whole, and can be waived. */
export function outcomesFor(code: string): readonly ExclusionOutcome[] {
  return code === late
    ? ['applies', 'waived', 'does-not-apply']
    : ['applies', 'applies-in-part', 'does-not-apply']
}

/** The name under which the decision stands among the findings. */
export function aboutDecision(code: string): string {
  return code === late ? late : `exclusion.${code}`
}

/** Null for what is no decision on an exclusion. */
export function codeDecided(about: string): string | null {
  if (about === late) return late
  return about.startsWith('exclusion.') ? about.slice('exclusion.'.length) : null
}

export function asOutcome(value: unknown): ExclusionOutcome | null {
  return exclusionOutcomes.find((outcome) => outcome === value) ?? null
}

export interface DecisionMade {
  readonly code: string
  readonly outcome: ExclusionOutcome
  /** Was the person told of it? */
  readonly isTold: boolean
}

/** `law`: in writing and with the reason, reg 8(2); `practice`: nobody should have to guess; `reversed`: they were told otherwise. */
export type DutyToTell = 'law' | 'practice' | 'reversed'

/** Put right by word of mouth to their satisfaction, it needs no letter (reg 8(2A)). */
export const withoutLetter: readonly string[] = [saidAndSettled]

/** Newest first. Null: nothing is to be told, or was told already. */
export function dutyToTell([standing, ...earlier]: readonly DecisionMade[]): DutyToTell | null {
  if (standing === undefined || standing.isTold) return null
  const { code, outcome } = standing
  if (outcome === 'applies' || outcome === 'applies-in-part') {
    if (withoutLetter.includes(code)) return null
    return code === late ? 'practice' : 'law'
  }
  const lastTold = earlier.find(({ isTold }) => isTold)
  return lastTold !== undefined && ['applies', 'applies-in-part'].includes(lastTold.outcome)
    ? 'reversed'
    : null
}
