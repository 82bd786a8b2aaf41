/** Flags raised since words read like it, where no rule names them. They only add to what the rules raise. */
import { reason, type Finding } from '../../shared/finding.ts'
import type { RedFlagRule } from '../../shared/knowledge.ts'
import type { FlagReading } from '../../shared/routing.ts'
import type { Flag } from '../../shared/words.ts'
import { onlySoundsLikeFlag, restsOnAlarmsOf } from './raise-flags.ts'

/** What a rule knows as a false alarm in a stretch goes before what the stretch reads like. In the order of the rules. */
export function readFlags(
  readings: readonly FlagReading[],
  raised: readonly Finding<Flag>[],
  rules: readonly RedFlagRule[],
): Finding<Flag>[] {
  if (readings.length === 0) return []
  const meant = readings.filter(
    (reading) => !onlySoundsLikeFlag(reading.plain, rules) && !restsOnAlarmsOf(reading, rules),
  )
  return rules.flatMap(({ flag, hours }) => {
    const told = meant.filter((reading) => reading.flag === flag)
    if (told.length === 0 || raised.some(({ value }) => value === flag)) return []
    const spans = told.flatMap(({ leading }) => leading)
    return [
      {
        value: flag,
        because: [reason(`router:flag.reads-like.${flag}`, { count: hours }, spans)],
        confidence: Math.max(...told.map(({ chance }) => chance)),
      },
    ]
  })
}
