/** Is a name mentioned only as the way somebody came: "brought in by ambulance", "my surgery referred me to"? */
import type { Span } from '../finding.ts'

/** As much of the text on either side as such a phrase needs. */
const reach = 40

const going = '(?:brought|taken|rushed|sent|referred|transferred|conveyed|arrived|came|went)'
const before = new RegExp(`\\b${going}(?: [\\p{L}’']+){0,3} (?:by|via)(?: (?:the|an?|my|our))?\\s*$`, 'iu')
const after = new RegExp(
  "^\\s*(?:had )?(?:brought|took|taken|rushed|sent|referred|transferred)(?: [\\p{L}’']+){1,2} (?:straight )?(?:to|into?|over)\\b",
  'iu',
)

/** The span is one of the text. */
export function isOnTheWay({ start, end }: Span, text: string): boolean {
  return (
    before.test(text.slice(Math.max(0, start - reach), start)) || after.test(text.slice(end, end + reach))
  )
}
