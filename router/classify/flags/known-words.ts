/** What the flags know of a word by itself: its hashes and its kinds, kept for the words that come again and again. */
import { hashOf, mix } from '../tone/hash.ts'
import { wordKinds } from './word-kinds.ts'

/** A kind of words, with its hashes as the features need them. */
export interface Kind {
  readonly hash: number
  readonly alone: number
  /** As the earlier of two. */
  readonly first: number
}

export interface KnownWord {
  readonly word: number
  /** Of how it begins; null where it is short. */
  readonly stem: number | null
  readonly kinds: readonly Kind[]
}

/** Sets features of different sorts apart. */
const sorts = { word: 11, stem: 41, kind: 211, kinds: 223 }
const stemLetters = 5

/** Everyday words fit in; of what only looks like words there is no end. */
const mostKept = 8_192
/** A longer word cut out of a text is no copy to the engine: kept, it would keep the whole text of a person with it. */
const mostLetters = 12
const kept = new Map<string, KnownWord>()

/** `token` is a word of a plain text. */
export function wordAs(token: string): KnownWord {
  const known = kept.get(token)
  if (known !== undefined) return known
  const made = {
    word: hashOf(token, sorts.word),
    stem: token.length > stemLetters ? hashOf(token.slice(0, stemLetters), sorts.stem) : null,
    kinds: kindsOf(token),
  }
  if (token.length > mostLetters) return made
  if (kept.size >= mostKept) kept.clear()
  kept.set(token, made)
  return made
}

const none: readonly Kind[] = []
const listed = new Map<string, Kind[]>()
Object.entries(wordKinds).forEach(([name, words]) => {
  const hash = hashOf(name, sorts.kind)
  const kind = { hash, alone: mix(sorts.kind, hash), first: mix(sorts.kinds, hash) }
  for (const word of new Set(words.split(/\s+/))) {
    const known = listed.get(word)
    if (known === undefined) listed.set(word, [kind])
    else known.push(kind)
  }
})

const endings = ["'s", 's', 'es', 'ed', 'ing', 'ly', 'er', 'd']

/** A word that is not listed is of the kinds of the word it is made from, "slapped" of those of "slap". */
function kindsOf(token: string): readonly Kind[] {
  const known = listed.get(token)
  if (known !== undefined) return known
  for (const ending of endings) {
    if (!token.endsWith(ending)) continue
    const stem = token.slice(0, -ending.length)
    const found = listed.get(stem) ?? listed.get(`${stem}e`)
    if (found !== undefined) return found
  }
  return token.includes("'") ? (listed.get(token.replaceAll("'", '')) ?? none) : none
}
