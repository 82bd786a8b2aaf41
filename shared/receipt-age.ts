/** How long a machine's "we have it" is worth sending: later it comes out of the blue, and a person should write instead. */

/**
 * Past the three working days of SI 2009/309 reg 13 with a bank holiday weekend in them; a hub that stood still for some
 * days still answers everybody.
 */
export const receiptDays = 7

/** Whatever came, or was written, before this is too old for it. */
export function receiptsSince(now: Date): Date {
  return new Date(now.getTime() - receiptDays * 24 * 3_600_000)
}
