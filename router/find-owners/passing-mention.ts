/** Is an organisation or service only mentioned as a stop of somebody's way, and answers for nothing? */
import type { Finding } from '../../shared/finding.ts'
import { isOnTheWay } from '../../shared/text/on-the-way.ts'

/** True only if every mention of it is such; where no words are marked, nothing can be said against it. */
export function isPassingMention(finding: Finding<string>, text: string, isPraise = false): boolean {
  const spans = finding.because.flatMap((because) => because.spans ?? [])
  return spans.length > 0 && spans.every((span) => isOnTheWay(span, text, isPraise))
}
