/** Suggests, for a person to decide, that the regulations may not cover a matter or that it comes late. */
import type { CalendarDate } from '../../shared/dates/london.ts'
import { knownLater, timesTold } from '../../shared/dates/times-told.ts'
import { lastDayFor, laterOf } from '../../shared/dates/twelve-months.ts'
import { reason, type Finding, type Reason } from '../../shared/finding.ts'
import type { ExclusionRule } from '../../shared/knowledge.ts'
import { onceFor } from '../../shared/once-for.ts'
import type { Submission } from '../../shared/submission.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import { phrases } from '../../shared/text/phrases.ts'
import type { Kind } from '../../shared/words.ts'

const ready = onceFor((rules: readonly ExclusionRule[]) =>
  rules.map((rule) => ({ rule, phrases: phrases(rule.patterns) })),
)

export function suggestExclusions(text: PlainText, rules: readonly ExclusionRule[]): Finding<string>[] {
  return ready(rules).flatMap(({ rule, phrases: words }) => {
    const spans = words.find(text.text).map((span) => text.toOriginal(span))
    if (spans.length === 0) return []
    const { regulation, code } = rule
    const because = reason(`router:exclusion.${code}`, { regulation }, spans)
    return [{ value: code, because: [because], confidence: 0.5 }]
  })
}

/** Reg 12: twelve months after the event or, if later, after it came to the person's notice. It is about complaints. */
export function suggestOutOfTime(
  submission: Submission,
  text: PlainText,
  { kind, today }: { readonly kind: Kind; readonly today: CalendarDate },
): Finding<boolean> {
  const { happenedOn, knownSince } = submission.about
  const known = laterOf(happenedOn, knownSince)
  if (known === null) return isRaised(kind) ? fromWords(text, today) : nothingTold
  const last = lastDayFor(known)
  // Counted from the day they came to know, the reason says so.
  const since = known === knownSince && known !== happenedOn ? '-known' : ''
  if (today <= last)
    return {
      value: false,
      because: [reason(`router:exclusion.in-time${since}`, { since: known, last })],
      confidence: 0.9,
    }
  const late = reason(`router:exclusion.out-of-time${since}`, { since: known, last })
  const later = knownSince === null ? foundOutLater(text) : null
  return later === null
    ? { value: true, because: [late], confidence: 0.9 }
    : { value: true, because: [late, later], confidence: 0.4 }
}

function isRaised(kind: Kind): boolean {
  return kind === 'concern' || kind === 'complaint'
}

const nothingTold: Finding<boolean> = {
  value: false,
  because: [reason('router:exclusion.no-date')],
  confidence: 0.4,
}

/** Late only where every time that the words name is: what went wrong yesterday may have a history of years. */
function fromWords(text: PlainText, today: CalendarDate): Finding<boolean> {
  const times = timesTold(text.text, today)
  const [first, ...others] = times
  const later = foundOutLater(text)
  if (first === undefined) return nothingTold
  if (times.some(({ latest }) => lastDayFor(latest) >= today))
    return later === null ? nothingTold : { value: false, because: [later], confidence: 0.4 }
  const spans = [first, ...others].map(({ span }) => text.toOriginal(span))
  const longAgo = reason('router:exclusion.long-ago', {}, spans)
  return later === null
    ? { value: true, because: [longAgo], confidence: 0.4 }
    : { value: true, because: [longAgo, later], confidence: 0.25 }
}

function foundOutLater(text: PlainText): Reason | null {
  const words = knownLater(text.text)
  return words === null ? null : reason('router:exclusion.found-out-later', {}, [text.toOriginal(words)])
}
