/** Every name the directory knows, as a tree of words that a text can be walked along once. */
import type { Directory } from '../../shared/directory.ts'
import type { CareServiceId, OrganisationId } from '../../shared/ids.ts'
import { spellingOf, type Spelling } from '../../shared/text/spelling.ts'

export interface Named {
  readonly organisation: OrganisationId
  /** Null where the organisation itself is named. */
  readonly careService: CareServiceId | null
  /** Made from the first letters of a name: counts only in capitals. */
  readonly initials: boolean
}

export interface NameTree {
  readonly next: Map<string, NameTree>
  readonly names: Named[]
}

export interface DirectoryNames {
  readonly tree: NameTree
  readonly spelling: Spelling
}

/** Directories are frozen: the tree is grown once for each. */
const grown = new WeakMap<Directory, DirectoryNames>()

export function namesIn(directory: Directory): DirectoryNames {
  const known = grown.get(directory)
  if (known !== undefined) return known
  const made = grow(directory)
  grown.set(directory, made)
  return made
}

function grow(directory: Directory): DirectoryNames {
  const tree: NameTree = { next: new Map(), names: [] }
  const words = new Set<string>()
  const add = (name: readonly string[], named: Named) => {
    if (name.length === 0) return
    for (const word of name) words.add(word)
    plant(tree, name, named)
  }
  for (const { id, name, aliases } of directory.organisations) {
    const named: Named = { organisation: id, careService: null, initials: false }
    for (const form of [name, ...aliases]) add(nameWords(form), named)
    const short = withoutLegalForm(nameWords(name))
    if (short.length > 1) add(short, named)
    if (short.length > 2)
      plant(tree, [short.map((word) => word.charAt(0)).join('')], { ...named, initials: true })
  }
  for (const { id, organisation, name, aliases } of directory.careServices) {
    const named: Named = { organisation, careService: id, initials: false }
    for (const form of [name, ...aliases]) add(nameWords(form), named)
  }
  return { tree, spelling: spellingOf(words) }
}

function plant(tree: NameTree, name: readonly string[], named: Named): void {
  let node = tree
  for (const word of name) {
    const next = node.next.get(word) ?? { next: new Map<string, NameTree>(), names: [] }
    node.next.set(word, next)
    node = next
  }
  if (
    !node.names.some(
      (known) => known.careService === named.careService && known.organisation === named.organisation,
    )
  ) {
    node.names.push(named)
  }
}

const sameWords: Readonly<Record<string, string>> = {
  '&': 'and',
  '+': 'and',
  n: 'and',
  saint: 'st',
  dr: 'doctor',
  dept: 'department',
  hosp: 'hospital',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
}

/** One word of a name as it is compared: "St. Anne's" and "saint annes" are the same. */
export function nameWord(word: string): string {
  const bare = word.replace(/'/g, '')
  return sameWords[bare] ?? bare
}

/** Letters, numbers and the signs for "and", each a word of its own. */
export const wordPattern = /[\p{L}']+|\d+|[&+]/gu

export function nameWords(name: string): string[] {
  const plain = name.toLowerCase().replace(/[‘’]/g, "'").normalize('NFKD').replace(/\p{M}/gu, '')
  const words = [...plain.matchAll(wordPattern)]
    .map((match) => nameWord(match[0]))
    .filter((word) => word !== '')
  return words[0] === 'the' ? words.slice(1) : words
}

const legalWords: ReadonlySet<string> = new Set([
  'nhs',
  'foundation',
  'trust',
  'ltd',
  'limited',
  'plc',
  'cic',
])

/** What people leave off: "NHS Foundation Trust", "Limited". */
function withoutLegalForm(words: readonly string[]): string[] {
  let end = words.length
  while (end > 1 && legalWords.has(words[end - 1] ?? '')) end -= 1
  return words.slice(0, end)
}
