/** Knows the ordinary words of English, which are no slips of a name and say little as a name by themselves. */
import list from './ordinary-words.json' with { type: 'json' }

const words: ReadonlySet<string> = new Set(list.words.split(' '))

/** Lower-case letters in; inflections are listed by themselves. */
export function isOrdinary(word: string): boolean {
  return words.has(word)
}
