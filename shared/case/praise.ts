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

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replaceAll("'", '’')
    .split(/[^\p{L}\p{M}’-]+/u)
    .filter((word) => word !== '')
}
