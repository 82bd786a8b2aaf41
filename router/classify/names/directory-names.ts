/** Every name the directory knows, as a tree of words that a text can be walked along once. */
import type { Directory } from '../../../shared/directory.ts'
import type { CareServiceId, OrganisationId } from '../../../shared/ids.ts'
import { onceFor } from '../../../shared/once-for.ts'
import { nameSpellingOf, type NameSpelling } from './name-spelling.ts'
import { nameWords, shortened, withoutLegalForm } from './name-words.ts'

/**
 * `initials`: stands for longer words and is easily something else ("ED", "ACC"). `shortening`: what staff call a role
 * ("the OT"). `ward`: what patients and staff leave the word ward off ("on Rowan"). `common`: words that name this organisation only because no other of the kind is near ("the council").
 */
type NameManner = 'proper' | 'common' | 'initials' | 'shortening' | 'ward'

export interface Named {
  readonly organisation: OrganisationId
  /** Null where the organisation itself is named. */
  readonly careService: CareServiceId | null
  readonly manner: NameManner
}

export interface NameTree {
  readonly next: Map<string, NameTree>
  readonly names: Named[]
}

export interface DirectoryNames {
  readonly tree: NameTree
  readonly spelling: NameSpelling
  /** Does a word, as it is compared, stand in any name? */
  holds(word: string): boolean
}

/** Directories are frozen: the tree is grown once for each. */
export const namesIn = onceFor(grow)

type Subject = Omit<Named, 'manner'>

function grow(directory: Directory): DirectoryNames {
  const tree: NameTree = { next: new Map(), names: [] }
  const words = new Set<string>()
  const add = (name: readonly string[], named: Named) => {
    for (const word of name) words.add(word)
    plant(tree, name, named)
  }
  const addForm = (form: string, subject: Subject) => {
    const name = nameWords(form)
    const manner = mannerOf(form, name)
    add(name, { ...subject, manner })
    for (const short of shortened(name)) {
      add(short, { ...subject, manner: short.length === 1 ? 'shortening' : manner })
    }
    if (canBeWrittenTogether(name)) add([name.join('')], { ...subject, manner })
    const [ofWard, ward, more] = name
    if (ofWard !== undefined && ward === 'ward' && more === undefined && isOwnName(ofWard)) {
      add(['on', ofWard], { ...subject, manner: 'ward' })
      add(['on', ofWard, ward], { ...subject, manner: 'proper' })
    }
  }
  for (const { id, name, aliases } of directory.organisations) {
    const subject: Subject = { organisation: id, careService: null }
    for (const form of [name, ...aliases]) addForm(form, subject)
    const short = withoutLegalForm(nameWords(name))
    if (short.length > 1) add(short, { ...subject, manner: 'proper' })
    if (short.length > 2) add([initialsOf(short)], { ...subject, manner: 'initials' })
  }
  for (const { id, organisation, name, aliases } of directory.careServices) {
    for (const form of [name, ...aliases]) addForm(form, { organisation, careService: id })
  }
  return { tree, spelling: nameSpellingOf(words), holds: (word) => words.has(word) }
}

const longestInitials = 5

function mannerOf(form: string, name: readonly string[]): NameManner {
  const bare = form.replace(/\([^()]*\)/g, '').trim()
  const isShort = bare.length <= longestInitials && name.length === 1
  if (isShort && /^\p{Lu}[\p{Lu}.]+$/u.test(bare)) return 'initials'
  return /^the /i.test(bare) ? 'common' : 'proper'
}

/** "Medical ward" is a kind of ward, "Rowan Ward" has a name. */
function isOwnName(word: string): boolean {
  return /^[a-z]{4,}$/.test(word) && !kindsOfWard.has(word)
}

const kindsOfWard: ReadonlySet<string> = new Set([
  'medical',
  'surgical',
  'labour',
  'children',
  'paediatric',
  'maternity',
  'postnatal',
  'antenatal',
  'mental',
  'psychiatric',
  'rehab',
  'rehabilitation',
  'stroke',
  'acute',
  'elderly',
  'emergency',
  'assessment',
  'isolation',
  'private',
  'general',
])

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join('')
}

/** "Larchhouse", "socialworkers". */
const fewestTogether = 8

function canBeWrittenTogether(name: readonly string[]): boolean {
  const letters = name.join('')
  return name.length > 1 && name.length < 4 && letters.length >= fewestTogether && /^[a-z]+$/.test(letters)
}

function plant(tree: NameTree, name: readonly string[], named: Named): void {
  if (name.length === 0) return
  let node = tree
  for (const word of name) {
    const next = node.next.get(word) ?? { next: new Map<string, NameTree>(), names: [] }
    node.next.set(word, next)
    node = next
  }
  const same = (known: Named) =>
    known.careService === named.careService && known.organisation === named.organisation
  if (!node.names.some(same)) node.names.push(named)
}
