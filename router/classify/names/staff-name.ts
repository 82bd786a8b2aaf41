/** The name that stands beside a role: "a nurse called Mary", "Dr Ahmed", "Mary the midwife". */
import type { Span } from '../../../shared/finding.ts'
import { isOrdinary } from './ordinary-words.ts'

export interface NameBeside {
  readonly name: string
  /** Role and name together, in the original. */
  readonly span: Span
}

const nameWord = "(?!I[’'])\\p{Lu}(?=[\\p{Lu}’']{0,3}\\p{Ll})[\\p{L}’'-]{1,20}"
const saying =
  "(?:(?: who(?: was| is|’s|'s))? (?:called|named|by the name of)| (?:whose|her|his|their) name (?:is|was)|,? o[’']r enw)"
const title = '(?: (?:Mr|Mrs|Ms|Miss|Dr)\\.?)?'

const saidAfter = new RegExp(`([.,]?)(${saying})?${title}((?: ${nameWord}){1,2})`, 'uy')
/** In haste names are written small; then only what is no word of English is taken for one. */
const smallAfter = new RegExp(`${saying} ([\\p{Ll}’'-]{3,20})`, 'uy')
const smallAfterTitle = / (\p{L}[\p{L}’'-]{2,20})/uy
const before = new RegExp(
  `(?<!\\p{L})((?:(?:\\p{L}{2,4}) )?)(${nameWord}(?: ${nameWord})?),? (?:the|our|your|my)(?: \\p{Ll}{4,10})? $`,
  'u',
)

/** What stands before a role and its name begins at most so far away. */
const farthest = 60

export function nameBeside(original: string, role: Span): NameBeside | null {
  return nameAfter(original, role) ?? nameBefore(original, role)
}

function nameAfter(original: string, { start, end }: Span): NameBeside | null {
  const found = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = end
    return expression.exec(original)
  }
  const role = original.slice(start, end)
  const [whole = '', mark = '', saying, names = ''] = found(saidAfter) ?? []
  if (names !== '' && isName(owned(names), { role, mark, isSaid: saying !== undefined }))
    return named(owned(names), start, end + whole.length - cut(names))
  const small = found(smallAfter) ?? (isTitle(role) ? found(smallAfterTitle) : null)
  const name = owned(small?.[1] ?? '')
  if (small === null || isOrdinary(name.toLowerCase())) return null
  return named(name, start, end + small[0].length - cut(small[1] ?? ''))
}

function nameBefore(original: string, { start, end }: Span): NameBeside | null {
  const from = Math.max(0, start - farthest)
  const found = before.exec(original.slice(from, start))
  const [, leading = '', name = ''] = found ?? []
  if (found === null || isPlaceAfter.test(leading) || isNoName(name)) return null
  return named(name, from + found.index + leading.length, end)
}

function named(name: string, start: number, end: number): NameBeside | null {
  return name === '' ? null : { name, span: { start, end } }
}

interface Told {
  readonly role: string
  /** What stands between the role and what may be a name. */
  readonly mark: string
  /** Do the words say that it is one? */
  readonly isSaid: boolean
}

function isName(name: string, { role, mark, isSaid }: Told): boolean {
  if (isTitle(role)) return true
  if (isSaid || mark === '') return !isTitleCase(name)
  return mark === ',' && !isNoName(name)
}

function isTitle(role: string): boolean {
  return /^dr$/i.test(role)
}

const isPlaceAfter = /^(?:in|at|to|from|on|of|near|ward|yn|o|i) $/i

/** "Nurse In Charge", "GP Surgery", "the nurse called Mum": no names, though each begins with a capital. */
function isTitleCase(name: string): boolean {
  const [first = ''] = name.toLowerCase().split(' ')
  return noNames.has(first)
}

const noNames: ReadonlySet<string> = new Set(
  `in on at the and or who was is has had led from for of to with i we he she they it this that when but so then not no did
  said told came please thank thanks manager specialist practitioner consultant surgeon registrar cardiologist assistant
  surgery practice clinic team service services station call hospital ward unit home house centre department care health
  social mental community trust however although because unfortunately also there these those my our his her their your if as
  all after before very only even still monday tuesday wednesday thursday friday saturday sunday mum mam mom dad nan gran grandad security`.split(
    /\s+/,
  ),
)

/** "Yesterday the nurse", "Monday the nurse". */
function isNoName(name: string): boolean {
  const [first = ''] = name.toLowerCase().split(' ')
  return isOrdinary(first) || /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(first)
}

/** "Nurse Mary’s kindness" is Mary's. */
function owned(name: string): string {
  return name.trim().replace(/[’']s?$/u, '')
}

function cut(name: string): number {
  return name.trim().length - owned(name).length
}
