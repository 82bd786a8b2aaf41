/** Red flags: said anywhere in the text, once is enough, and no tone can outweigh them. */
import { reason, type Finding } from '../../shared/finding.ts'
import type { RedFlagRule } from '../../shared/knowledge.ts'
import { onceFor } from '../../shared/once-for.ts'
import type { FlagReading } from '../../shared/routing.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import { phrases } from '../../shared/text/phrases.ts'
import type { Flag } from '../../shared/words.ts'
import { restsOnAlarms } from './only-alarms.ts'

const ready = onceFor((rules: readonly RedFlagRule[]) =>
  rules.map((rule) => ({ rule, phrases: phrases(rule.patterns, rule.unless) })),
)

/** All of the text is read. In the order of the rules. */
export function raiseFlags(text: PlainText, rules: readonly RedFlagRule[]): Finding<Flag>[] {
  return ready(rules).flatMap(({ rule: { flag, hours }, phrases: words }) => {
    const spans = words.find(text.text).map((span) => text.toOriginal(span))
    if (spans.length === 0) return []
    return [
      { value: flag, because: [reason(`router:flag.${flag}`, { count: hours }, spans)], confidence: 0.8 },
    ]
  })
}

/** Does it only sound like what a flag is raised for? A plain text. */
export function onlySoundsLikeFlag(plain: string, rules: readonly RedFlagRule[]): boolean {
  return ready(rules).some(({ phrases: words }) => words.areOnlyAlarms(plain))
}

/** Does it read like that flag only by words that the rule of the flag knows as a false alarm? */
export function restsOnAlarmsOf(
  { flag, plain, telling }: FlagReading,
  rules: readonly RedFlagRule[],
): boolean {
  return ready(rules).some(
    ({ rule, phrases: words }) => rule.flag === flag && restsOnAlarms({ plain, telling }, words),
  )
}
