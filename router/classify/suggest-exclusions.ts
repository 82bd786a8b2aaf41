/** Suggests, for a person to decide, that the regulations may not cover a matter or that it comes late. */
import { dueDate } from '../../shared/dates/due-date.ts'
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { Holidays } from '../../shared/dates/working-days.ts'
import { reason, type Finding } from '../../shared/finding.ts'
import type { ExclusionRule } from '../../shared/knowledge.ts'
import type { Submission } from '../../shared/submission.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import { phrases, type Phrases } from '../../shared/text/phrases.ts'

const compiled = new WeakMap<readonly ExclusionRule[], readonly { rule: ExclusionRule; phrases: Phrases }[]>()

export function suggestExclusions(text: PlainText, rules: readonly ExclusionRule[]): Finding<string>[] {
  return ready(rules).flatMap(({ rule, phrases: words }) => {
    const spans = words.find(text.text).map((span) => text.toOriginal(span))
    if (spans.length === 0) return []
    const { regulation, code } = rule
    const because = reason(`router:exclusion.${code}`, { regulation }, spans)
    return [{ value: code, because: [because], confidence: 0.5 }]
  })
}

/** Reg 12: twelve months after the event or, if later, after it came to the person's notice. */
export function suggestOutOfTime(submission: Submission, text: PlainText, today: string): Finding<boolean> {
  const { happenedOn, knownSince } = submission.about
  const known = laterOf(happenedOn, knownSince)
  if (known !== null) {
    const last = dueDate(known, twelveMonths, noHolidays)
    const key = today > last ? 'router:exclusion.out-of-time' : 'router:exclusion.in-time'
    return { value: today > last, because: [reason(key, { since: known, last })], confidence: 0.9 }
  }
  return fromWords(text, today)
}

const twelveMonths = { amount: 12, unit: 'months', startDay: 'day-zero' } as const
const noHolidays: Holidays = new Set()

/** A day of knowledge before the event shortens nothing: such a date is a slip, or the wrong one of two. */
function laterOf(happenedOn: CalendarDate | null, knownSince: CalendarDate | null): CalendarDate | null {
  if (happenedOn === null || knownSince === null) return knownSince ?? happenedOn
  return knownSince > happenedOn ? knownSince : happenedOn
}

const longAgo =
  /\b(?:(?:over|more than) a year ago|(?:two|three|four|five|six|seven|eight|nine|ten|several|many|[2-9]|[1-9]\d) (?:and a half )?years (?:ago|back)|(?:back )?in (?:\w{3,9} )?((?:19|20)\d\d)|years ago|(?:dwy|tair|pedair|pum) (?:flynedd|blynedd|mlynedd) yn ol)\b/gu

function fromWords(text: PlainText, today: string): Finding<boolean> {
  const thisYear = Number(today.slice(0, 4))
  for (const match of text.text.matchAll(longAgo)) {
    const year = match[1] === undefined ? null : Number(match[1])
    if (year !== null && year >= thisYear - 1) continue
    const span = text.toOriginal({ start: match.index, end: match.index + match[0].length })
    return { value: true, because: [reason('router:exclusion.long-ago', {}, [span])], confidence: 0.4 }
  }
  return { value: false, because: [reason('router:exclusion.no-date')], confidence: 0.4 }
}

function ready(rules: readonly ExclusionRule[]): readonly { rule: ExclusionRule; phrases: Phrases }[] {
  const known = compiled.get(rules)
  if (known !== undefined) return known
  const made = rules.map((rule) => ({ rule, phrases: phrases(rule.patterns) }))
  compiled.set(rules, made)
  return made
}
