/** What stands around the matter of a letter or mail: greeting, sign-off, name and address, headers of a forwarded mail, disclaimers. */
import type { Span } from '../../shared/finding.ts'

const greeting =
  /^(?:dear|hi|hello|hiya|good (?:morning|afternoon|evening)|to whom it may concern|annwyl|bore da|prynhawn da|helo)\b[^.!?\n]{0,40}[,.!]?$/u
const signOff =
  /^(?:(?:with )?(?:kind|kindest|best|warm|warmest)(?: regards| wishes)?|regards|yours(?: (?:faithfully|sincerely|truly))?|(?:many )?thanks(?: in advance)?|thank you(?: in advance)?|cofion(?: cynnes| gorau)?|yn gywir|diolch)[,.! ]{0,3}(?:\p{L}{2,14} ?){0,2}$/u
const header =
  /^(?:from|sent|to|cc|bcc|date|(?:our|your) ref(?:erence)?|ref|tel|telephone|phone|mobile|e-?mail|nhs (?:no|number)|dob|oddi wrth|at|dyddiad) ?[:.][^\n]{0,90}$/u
const machine = /^(?:sent from (?:my|outlook|yahoo|samsung|mail)|get outlook|anfonwyd o fy)\b/u
const disclaimer =
  /\b(?:this (?:e-?mail|message) and any attachments?|(?:received|receive) (?:it|this(?: e-?mail| message)?) in error|intended (?:solely|only) for|delete (?:it|this e-?mail) and (?:inform|notify))\b/u
const address = /^[^.!?]{0,60}\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}[.,]?$/u
const card = /^[^.!?|]{2,40} \| [^|]{2,60}(?: \| [^\n]{2,60})?$/u

/** After a sign-off come a name, a street, a number: short lines, and only so many. */
const longestBelow = 45
const mostBelow = 6

/** Which of these stretches of a plain text, given with its line breaks, tell nothing of the matter? In the order given. */
export function aroundTheMatter(stretches: readonly Span[], lines: string): readonly boolean[] {
  let below = 0
  return stretches.map(({ start, end }) => {
    const words = lines.slice(start, end)
    if (signOff.test(words)) {
      below = mostBelow
      return true
    }
    const follows = below > 0 && words.length <= longestBelow && !/[.!?]$/.test(words)
    below = follows ? below - 1 : 0
    return follows || isAround(words)
  })
}

function isAround(words: string): boolean {
  return [greeting, header, machine, disclaimer, address, card].some((part) => part.test(words))
}
