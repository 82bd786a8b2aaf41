/** Is a name mentioned only as a stop of the way, while the words are about another: "brought in by ambulance", "who took me to A&E were kind"? */
import type { Span } from '../finding.ts'

/** As much of the text on either side as such a phrase needs. */
const reach = 90

const going =
  '(?:brought|took|taken|rushed|sent|referred|transferred|transported|conveyed|drove|moved|admitted|got|booked|dropped|kept)'
const taking =
  '(?:taking|bringing|rushing|getting|sending|referring|transferring|moving|driving|booking|keeping)'
const movedBy =
  '(?:brought|taken|rushed|sent|referred|transferred|transported|conveyed|moved|arrived|came|went)'
const whom = "(?: (?!who\\b|that\\b|and\\b|but\\b|to\\b|was\\b|were\\b)[\\p{L}’']+){1,4}"
const towards = '(?:(?:straight |back |over |up |down )?(?:to|into)|out of|away from|off at)'
const being =
  "(?:(?:was|were|is|are|have|had|has|did|made|gave|kept|looked|treated|could|would|went)(?:n['’]?t)?)"
/** Whoever is spoken of next, by a word that tells nothing of who it is. */
const others = '(?:they|everyone|everybody|all|(?:all )?the staff|staff there)'

const broughtBy = new RegExp(
  `\\b${movedBy}(?: [\\p{L}’']+){0,3} (?:by|via)(?: (?:the|an?|my|our))?\\s*$`,
  'iu',
)
/** Where somebody lies since, was sent on to, or learned what is wrong: "he is now in the General", "diagnosed with lung cancer at the General". */
const nowThere =
  /(?:\b(?:is|are|am|['’]s|['’]m) now (?:back )?(?:in|at)|\b(?:ended|finished|landed|wound) up (?:back )?(?:in|at)|\b(?:was|were|been|got) discharged(?: [^\s!?]{1,12}){0,6} (?:back )?to|\bdiagnosed (?:with|as having)(?: [\p{L}\d’'-]+){1,6} (?:in|at|by))(?: (?:the|our))?\s*$/iu
/** "After outpatients I went to"; "after the ambulance dropped us off". */
const afterwards = /\b(?:after|when|once|before)(?: (?:the|an?|my|our))?\s*$/iu
const thenWent =
  /^,? (?:(?:i|we|he|she|they|mum|dad|(?:my|our) \p{L}+) (?:went|came|moved|was|were|had to go)\b|(?:crew |service )?(?:dropped|brought|took|left|delivered)\b)/iu
const wentOn = new RegExp(`^\\s*(?:had )?${going}${whom} ${towards}\\b`, 'iu')
/** What stands before a stop that somebody else brought the person to; what is caught says who. */
const broughtTo = new RegExp(
  `(?<![\\p{L}’'&])([\\p{L}’'&]{1,24}) (?:have |had |has |kindly |then |quickly )?(?:${going}|${taking})${whom} ${towards}(?: (?:the|our|my|an?))?\\s*$`,
  'iu',
)
/** Whoever goes by themselves, or is moved by nobody we hear of, was not brought by a service. */
const noService =
  /^(?:i|we|he|she|they|mum|dad|mother|father|husband|wife|son|daughter|partner|was|were|been|being|and|then|to)$/iu
const relative = /^(?:who|that|which)$/iu

/** After the name of the stop: the sentence goes on about whoever brought them there, or about the stop. */
const wordsOn = "(?: [\\p{L}&’'-]+){0,4}?"
const stillOfTheFirst = new RegExp(`^${wordsOn},? (?:and|but)(?: all| also| then| always)? ${being}\\b`, 'iu')
const predicate = new RegExp(`^${wordsOn},? (?:all |both |always |just )?${being}\\b`, 'iu')
const nowOfTheStop = new RegExp(
  `^${wordsOn},? (?:where|who|which|whose)\\b|^${wordsOn},? (?:and|but) (?!${being}\\b)[^.!?]{1,30}? ${being}\\b|^${wordsOn}[.!?]+\\s+${others}\\b`,
  'iu',
)
const maybeOfTheStop = new RegExp(`^${wordsOn}[.!?]+\\s+${others}\\b`, 'iu')

/**
 * The span is one of the text. `isPraise` says how the words around it sound: a crew that took somebody somewhere is what
 * praise without another subject is about, while whoever then complains of waiting does not mean the crew.
 */
export function isOnTheWay({ start, end }: Span, text: string, isPraise = false): boolean {
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  if (nowThere.test(before) && !nowOfTheStop.test(after)) return true
  if (broughtBy.test(before) || (afterwards.test(before) && thenWent.test(after))) return true
  const goes = wentOn.exec(after)
  return goes !== null
    ? isPassedBy(after.slice(goes[0].length), isPraise)
    : isOnlyWhereTo(before, after, isPraise)
}

/** "Outpatients sent me to A&E": what follows is about A&E, unless it says what outpatients were. */
function isPassedBy(stop: string, isPraise: boolean): boolean {
  const named = stop.replace(/^ (?:the|our|my|an?)(?= )/iu, '')
  if (stillOfTheFirst.test(named)) return false
  return !isPraise || (nowOfTheStop.test(named) && !maybeOfTheStop.test(named))
}

/** "The crew took mum to A&E and were brilliant": nothing is said of A&E. */
function isOnlyWhereTo(before: string, after: string, isPraise: boolean): boolean {
  const who = broughtTo.exec(before)?.[1]
  if (who === undefined || noService.test(who)) return false
  if (relative.test(who)) return (isPraise || predicate.test(after)) && !nowOfTheStop.test(after)
  if (stillOfTheFirst.test(after)) return true
  return isPraise && !nowOfTheStop.test(after)
}
