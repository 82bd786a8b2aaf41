/** Which clocks more words start on a case that has, or had, its own. Those that run are never touched. */
import type { ClockState } from '../../shared/clock/clock.ts'
import type { ClockSetting, Routing } from '../../shared/routing.ts'
import type { Kind } from '../../shared/words.ts'
import { asksForNothing, isPraiseOrRemark } from './set-clocks.ts'

export interface ClockOfCase extends Pick<ClockSetting, 'name' | 'process'> {
  readonly state: ClockState
}

/**
 * Counted from the receipt of the new words; the day the case was received stays. A case on which nothing runs is held
 * to a complaint's clocks, unless praise follows praise; and what turns out to be more than praise, or a complaint, gets
 * those it lacks.
 */
export function clocksForMore(
  kind: Kind,
  clocks: readonly ClockOfCase[],
  { classification, risk, clocks: wanted }: Pick<Routing, 'classification' | 'risk' | 'clocks'>,
): readonly ClockSetting[] {
  const isPraise = isPraiseOrRemark(kind)
  if (isPraise && asksForNothing(classification, risk)) return []
  if (!clocks.some(({ state }) => state === 'running')) return wanted
  const isNowComplaint = classification.kind.value === 'complaint' && kind !== 'complaint'
  if (!isPraise && !isNowComplaint) return []
  const present = clocks.filter(({ state }) => state !== 'dropped')
  return wanted.filter(
    ({ name, process }) => !present.some((clock) => clock.name === name && clock.process === process),
  )
}
