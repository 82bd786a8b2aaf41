/** Which member of staff does praise name? Told by the words of a name. */

/** "Okafor" names "Mary Okafor", and "Jenny" whoever has Jenny in their name. */
export function isNamed(name: string, said: string): boolean {
  const has = new Set(wordsOf(name))
  const words = wordsOf(said)
  return words.length > 0 && words.every((word) => has.has(word))
}

/**
 * Of those who have such a name, whom it is safe to take for the one who is meant: the only one, or the only one whose
 * whole name was said. Null where it may be another.
 */
export function surelyNamed<Person extends { readonly name: string }>(
  people: readonly Person[],
  said: string,
): Person | null {
  const alike = people.filter(({ name }) => isNamed(name, said))
  const words = new Set(wordsOf(said))
  const whole = alike.filter(({ name }) => wordsOf(name).every((word) => words.has(word)))
  const [only, another] = whole.length > 0 ? whole : alike
  return only === undefined || another !== undefined ? null : only
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll("'", '’')
    .split(/[^\p{L}\p{M}’-]+/u)
    .filter((word) => word !== '')
}
