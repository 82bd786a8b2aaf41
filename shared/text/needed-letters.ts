/** Which letters stand together in whatever a pattern finds, so that it need not be tried on a text where they do not. */
import { RegExpParser, type AST } from '@eslint-community/regexpp'

/** Places in the table of threesIn. A text in which the pattern finds something has one of each row marked. */
export type Needed = readonly (readonly number[])[]

/** No row: the pattern tells nothing of the kind, and has to be tried. `pattern` must be a regular expression without flags. */
export function neededThrees(pattern: string): Needed {
  const { alternatives } = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(pattern, 0, pattern.length)
  const [only, ...others] = alternatives
  const union = neededByOneOf(alternatives)
  const all =
    only !== undefined && others.length === 0 ? neededByAll(only.elements) : union === null ? [] : [union]
  return all.slice(0, mostRows).map((threes) => [...threes].map(placeOf))
}

/** The rarest few tell nearly as much as all. */
const mostRows = 4

/** A table of all threes of letters, marked where the text holds them. Time linear in the text. */
export function threesIn(text: string): Uint32Array {
  const table = new Uint32Array(places / 32)
  let place = 0
  for (let at = 0; at < text.length; at++) {
    place = ((place << 5) | signOf(text.charCodeAt(at))) & (places - 1)
    if (at >= 2) table[place >> 5] = (table[place >> 5] ?? 0) | (1 << (place & 31))
  }
  return table
}

/** May the pattern that needs these find anything in that text? */
export function mayOccur(needed: Needed, table: Uint32Array): boolean {
  for (const row of needed) if (!isOneMarked(row, table)) return false
  return true
}

function isOneMarked(row: readonly number[], table: Uint32Array): boolean {
  for (const place of row) if (((table[place >> 5] ?? 0) >>> (place & 31)) & 1) return true
  return false
}

/** Five bits a letter: what shares a sign is taken for the same, which costs a needless try and misses nothing. */
const places = 1 << 15
const otherSign = 0

function signOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 96
  if (code === 32) return 27
  if (code === 39) return 28
  if (code === 45) return 29
  return code >= 48 && code <= 57 ? 30 : otherSign
}

function placeOf(three: string): number {
  return (
    (signOf(three.charCodeAt(0)) << 10) | (signOf(three.charCodeAt(1)) << 5) | signOf(three.charCodeAt(2))
  )
}

type Threes = ReadonlySet<string>

/** One of the alternatives is what stands there, so each must need something. */
function neededByOneOf(alternatives: readonly AST.Alternative[]): Threes | null {
  const all = new Set<string>()
  for (const alternative of alternatives) {
    const [rarest] = neededByAll(alternative.elements)
    if (rarest === undefined) return null
    for (const three of rarest) all.add(three)
  }
  return all
}

/** Everything in a row stands there, so all that its elements need. The rarest first, as it says most. */
function neededByAll(elements: readonly AST.Element[]): readonly Threes[] {
  const choices: Threes[] = []
  let run = ''
  const endRun = (): void => {
    const threes = Array.from(
      { length: Math.max(0, run.length - 2) },
      (_, at) => new Set([run.slice(at, at + 3)]),
    )
    const [rarest] = threes.toSorted((a, b) => commonness(a) - commonness(b))
    if (rarest !== undefined) choices.push(rarest)
    run = ''
  }
  for (const element of elements) {
    const letters = lettersOf(element)
    if (letters !== null) {
      run += letters
      continue
    }
    endRun()
    const needed = neededBy(element)
    if (needed !== null) choices.push(needed)
  }
  endRun()
  return choices.toSorted((a, b) => commonness(a) - commonness(b))
}

/** What stands there letter for letter; empty for what takes up no room; null where it may be this or that. */
function lettersOf(element: AST.Element): string | null {
  if (element.type === 'Assertion') return ''
  if (element.type === 'Character') return String.fromCodePoint(element.value)
  if (!isGroup(element)) return null
  const [only, ...others] = element.alternatives
  if (only === undefined || others.length > 0) return null
  const letters = only.elements.map(lettersOf)
  return letters.includes(null) ? null : letters.join('')
}

function neededBy(element: AST.Element): Threes | null {
  if (isGroup(element)) return neededByOneOf(element.alternatives)
  if (element.type !== 'Quantifier' || element.min === 0) return null
  return neededByAll([element.element])[0] ?? null
}

function isGroup(element: AST.Element): element is AST.Group | AST.CapturingGroup {
  return element.type === 'Group' || element.type === 'CapturingGroup'
}

/** Letters of English by how often they come, the commonest first. */
const byFrequency = " etaoinshrdlucmfwypvbgkjqxz'-"

/** How likely a text holds one of them, as a measure to choose by and nothing more. */
function commonness(threes: Threes): number {
  let sum = 0
  for (const three of threes) {
    let product = 1
    for (const letter of three) {
      const rank = byFrequency.indexOf(letter)
      product /= rank < 0 ? byFrequency.length : rank + 1
    }
    sum += product
  }
  return sum
}
