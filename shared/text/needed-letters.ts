/** Which letters stand together in whatever a pattern finds, so that it need not be tried on a text where they do not. */
import { RegExpParser, type AST } from '@eslint-community/regexpp'

/** Places in the table of stretchesIn. A text in which the pattern finds something has one of each row marked. */
export type Needed = readonly (readonly number[])[]

/** No row: the pattern tells nothing of the kind, and has to be tried. `pattern` must be a regular expression without flags. */
export function neededStretches(pattern: string): Needed {
  const { alternatives } = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(pattern, 0, pattern.length)
  const [only, ...others] = alternatives
  const union = neededByOneOf(alternatives, noEdges)
  const all =
    only !== undefined && others.length === 0
      ? neededByAll(only.elements, noEdges)
      : union === null
        ? []
        : [union]
  return all.slice(0, mostRows).map((stretches) => [...new Set([...stretches].map(placeOf))])
}

/** The rarest few tell nearly as much as all. */
const mostRows = 4
/** A longer stretch tells more; one shorter than the shortest next to nothing. */
const longest = 4
const shortest = 3

/**
 * A table of all stretches of letters, marked where the text holds them, its two ends as edges. Time linear in the text.
 * `table`: that of a text done with, which is written over.
 */
export function stretchesIn(text: string, table: Uint32Array = new Uint32Array(places / 32)): Uint32Array {
  table.fill(0)
  let signs = 0
  for (let at = 0; at <= text.length; at++) {
    signs = ((signs << bits) | (at < text.length ? signOf(text.charCodeAt(at)) : edgeSign)) & lastFour
    mark(table, placeOfThree(signs))
    mark(table, placeOfFour(signs))
  }
  return table
}

function mark(table: Uint32Array, place: number): void {
  table[place >> 5] = (table[place >> 5] ?? 0) | (1 << (place & 31))
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

/** Five bits a letter: what shares a sign or a place is taken for the same, which costs a needless try and misses nothing. */
const bits = 5
const lastThree = (1 << (3 * bits)) - 1
const lastFour = (1 << (4 * bits)) - 1
const places = 1 << 16
/** Of whatever is no part of a word, as `\b` understands it. */
const edgeSign = 0
const otherInWord = 27
const edge = ' '

function signOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 96
  return isInWord(code) ? otherInWord : edgeSign
}

function isInWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95
  )
}

function placeOfThree(signs: number): number {
  return signs & lastThree
}

/** In the other half of the table, for which there are too many: scattered by Knuth's multiplication. */
function placeOfFour(signs: number): number {
  return (places >> 1) | (Math.imul(signs, 0x9e3779b1) >>> 17)
}

function placeOf(stretch: string): number {
  let signs = 0
  for (let at = 0; at < stretch.length; at++) signs = (signs << bits) | signOf(stretch.charCodeAt(at))
  return stretch.length === shortest ? placeOfThree(signs) : placeOfFour(signs)
}

type Stretches = ReadonlySet<string>

/** Does a word begin or end where something stands? */
interface Edges {
  readonly before: boolean
  readonly after: boolean
}

const noEdges: Edges = { before: false, after: false }

/** One of the alternatives is what stands there, so each must need something. */
function neededByOneOf(alternatives: readonly AST.Alternative[], edges: Edges): Stretches | null {
  const all = new Set<string>()
  for (const alternative of alternatives) {
    const [rarest] = neededByAll(alternative.elements, edges)
    if (rarest === undefined) return null
    for (const stretch of rarest) all.add(stretch)
  }
  return all
}

/** Everything in a row stands there, so all that its elements need. The rarest first, as it says most. */
function neededByAll(elements: readonly AST.Element[], outer: Edges): readonly Stretches[] {
  const choices: Stretches[] = []
  const run = new Run(choices)
  let atEdge = outer.before
  elements.forEach((element, at) => {
    if (element.type === 'Assertion') {
      if (!isWordEdge(element)) return
      run.endAtEdge()
      atEdge = true
      return
    }
    const letters = lettersOf(element)
    if (letters === null) {
      run.end()
      const rest = elements.slice(at + 1)
      const needed = neededBy(element, { before: atEdge, after: endsAtEdge(rest, outer.after) })
      if (needed !== null) choices.push(needed)
    } else run.add(letters, atEdge)
    atEdge = false
  })
  if (outer.after) run.endAtEdge()
  else run.end()
  return choices.toSorted((a, b) => commonness(a) - commonness(b))
}

/** Is what comes next the edge of a word? */
function endsAtEdge(rest: readonly AST.Element[], outer: boolean): boolean {
  const next = rest.findIndex((element) => element.type !== 'Assertion')
  return (next < 0 && outer) || rest.slice(0, next < 0 ? undefined : next).some(isWordEdge)
}

function isWordEdge(element: AST.Element): boolean {
  return element.type === 'Assertion' && element.kind === 'word' && !element.negate
}

/** Letters that stand side by side, until something comes that may be this or that. */
class Run {
  readonly #choices: Stretches[]
  #letters = ''

  constructor(choices: Stretches[]) {
    this.#choices = choices
  }

  add(letters: string, atEdge: boolean): void {
    const opens = this.#letters === '' && atEdge && isInWord(letters.charCodeAt(0))
    this.#letters += opens ? edge + letters : letters
  }

  /** After a letter of a word, an edge is a place where something else stands, or nothing. */
  endAtEdge(): void {
    if (this.#letters !== '' && isInWord(this.#letters.charCodeAt(this.#letters.length - 1)))
      this.#letters += edge
    this.end()
  }

  end(): void {
    const size = Math.min(longest, this.#letters.length)
    if (size >= shortest) {
      const stretches = Array.from({ length: this.#letters.length - size + 1 }, (_, at) =>
        this.#letters.slice(at, at + size),
      )
      const [rarest] = stretches.toSorted((a, b) => commonness([a]) - commonness([b]))
      if (rarest !== undefined) this.#choices.push(new Set([rarest]))
    }
    this.#letters = ''
  }
}

/** What stands there letter for letter; null where it may be this or that. */
function lettersOf(element: AST.Element): string | null {
  if (element.type === 'Character') return String.fromCodePoint(element.value)
  if (!isGroup(element)) return null
  const [only, ...others] = element.alternatives
  if (only === undefined || others.length > 0) return null
  const letters = only.elements.map(lettersOf)
  return letters.includes(null) ? null : letters.join('')
}

function neededBy(element: AST.Element, edges: Edges): Stretches | null {
  if (isGroup(element)) return neededByOneOf(element.alternatives, edges)
  if (element.type !== 'Quantifier' || element.min === 0) return null
  return neededByAll([element.element], noEdges)[0] ?? null
}

function isGroup(element: AST.Element): element is AST.Group | AST.CapturingGroup {
  return element.type === 'Group' || element.type === 'CapturingGroup'
}

/** Letters of English by how often they come, the commonest first. */
const byFrequency = " etaoinshrdlucmfwypvbgkjqxz'-"

/** How likely a text holds one of them, as a measure to choose by and nothing more. */
function commonness(stretches: Iterable<string>): number {
  let sum = 0
  for (const stretch of stretches) {
    let product = 1
    for (const letter of stretch) {
      const rank = byFrequency.indexOf(letter)
      product /= rank < 0 ? byFrequency.length : rank + 1
    }
    sum += product
  }
  return sum
}
