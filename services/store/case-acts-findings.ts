/** A correction is a finding of its own: beside the one it corrects, which stays, and with the reason a person gave. */
import type { Reason } from '../../shared/finding.ts'
import { reason } from '../../shared/finding.ts'
import { Refused, type Act } from './case-acts.ts'

export interface Correction {
  /** The name under which the router's finding stands. */
  readonly about: string
  readonly value: unknown
  readonly because: readonly Reason[]
}

/** The reason where there is nothing else to say than that a person sees it so. */
export const bySomeone: readonly Reason[] = [reason('desk:finding.bySomeone')]

/** Nothing is corrected without a reason. */
export function needReason(why: string): void {
  if (why.trim() === '') throw new Refused(reason('desk:refused.noReason'))
}

/** `why` is what the member of staff wrote. */
export async function saveCorrections(
  { queries, head, who, now }: Act,
  why: string,
  corrections: readonly Correction[],
): Promise<void> {
  await queries
    .insertInto('findings')
    .values(
      corrections.map(({ about, value, because }) => ({
        case: head.id,
        about,
        value: JSON.stringify(value),
        because: JSON.stringify(because),
        // A person says so.
        confidence: 1,
        found_at: now,
        corrected_by: who.id,
        correction: why,
      })),
    )
    .execute()
}
