/** Is a typed name the signer's own? A name typed under a letter signs it (reg 15), and nobody signs with another's. */

const titles = [
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'professor',
  'sir',
  'dame',
  'lord',
  'lady',
  'rev',
  'revd',
  'cllr',
]

/** Initials will do for given names, and titles are nobody's name; the last name is written out. */
export function isOwnName(typed: string, own: string): boolean {
  const written = wordsOf(typed)
  const known = wordsOf(own)
  const last = known.at(-1)
  if (last === undefined || written.at(-1) !== last) return false
  const given = known.slice(0, -1)
  const initials = new Set(given.map((word) => word.charAt(0)))
  return written
    .slice(0, -1)
    .every(
      (word) =>
        given.includes(word) || (word.length === 1 && initials.has(word)) || given.includes(word.charAt(0)),
    )
}

function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !titles.includes(word))
}
