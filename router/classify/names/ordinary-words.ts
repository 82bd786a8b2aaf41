/** Knows the ordinary words of English, which are no slips of a name and say little as a name by themselves. */
import list from './ordinary-words.json' with { type: 'json' }

/** Lower-case letters; inflections are listed by themselves. */
export const ordinaryWords: readonly string[] = list.words.split(' ')

const words: ReadonlySet<string> = new Set(ordinaryWords)

/** Lower-case letters in. */
export function isOrdinary(word: string): boolean {
  return words.has(word)
}
