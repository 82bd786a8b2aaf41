/** Which member of staff does praise name? Told by the words of a name, whatever role stands before it. */

const roles: ReadonlySet<string> = new Set(
  'nurse sister matron doctor dr consultant midwife carer porter paramedic physio receptionist surgeon therapist health visitor social worker hca nyrs meddyg gofalwr gofalwraig bydwraig called named o’r enw'.split(
    ' ',
  ),
)

/** "Sister Mary Okafor" names "Mary Okafor", and "Nurse Jenny" whoever has Jenny in their name. */
export function isNamed(name: string, phrase: string): boolean {
  const has = new Set(wordsOf(name))
  const said = wordsOf(phrase).filter((word) => !roles.has(word))
  return said.length > 0 && said.every((word) => has.has(word))
}

/**
 * Of those who have such a name, whom it is safe to take for the one who is meant: the only one, or the only one whose
 * whole name was said. Null where it may be another.
 */
export function surelyNamed<Person extends { readonly name: string }>(
  people: readonly Person[],
  phrase: string,
): Person | null {
  const alike = people.filter(({ name }) => isNamed(name, phrase))
  const said = new Set(wordsOf(phrase))
  const whole = alike.filter(({ name }) => wordsOf(name).every((word) => said.has(word)))
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
