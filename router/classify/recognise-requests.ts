/** Does it ask for information or records, to end a complaint, or come from an elected representative? For a person to look at. */
import { holidaySet } from '../../shared/dates/bank-holidays.ts'
import { dueDate } from '../../shared/dates/due-date.ts'
import { reason, type Finding, type Reason, type Span } from '../../shared/finding.ts'
import type { Knowledge, RequestCode, RequestRule } from '../../shared/knowledge.ts'
import { onceFor } from '../../shared/once-for.ts'
import type { Submission } from '../../shared/submission.ts'
import { phrases } from '../../shared/text/phrases.ts'
import { plainText, type PlainText } from '../../shared/text/plain-text.ts'

const ready = onceFor((rules: readonly RequestRule[]) =>
  rules.map((rule) => ({ rule, phrases: phrases(rule.patterns, rule.unless) })),
)

/** In the order of the rules. What stands only in the subject line has no words to mark. */
export function recogniseRequests(
  { subject }: Pick<Submission, 'subject'>,
  text: PlainText,
  { rules, today }: Pick<Knowledge, 'rules' | 'today'>,
): readonly Finding<RequestCode>[] {
  const heading = plainText(subject ?? '').text
  return ready(rules.requests ?? []).flatMap(({ rule, phrases: words }) => {
    const inForce = rule.from <= today && (rule.until === null || today <= rule.until)
    if (!inForce) return []
    const spans = words.find(text.text).map((span) => text.toOriginal(span))
    if (spans.length === 0 && !words.occurIn(heading)) return []
    const because = [reasonFor(rule, spans, { rules, today })] as const
    return [{ value: rule.code, because, confidence: 0.7 }]
  })
}

function reasonFor(
  { code, due, source }: RequestRule,
  spans: readonly Span[],
  { rules, today }: Pick<Knowledge, 'rules' | 'today'>,
): Reason {
  const by = due === null ? {} : { by: dueDate(today, due, holidaySet(rules.bankHolidays)) }
  return reason(`router:request.${code}`, { source, ...by }, spans)
}
