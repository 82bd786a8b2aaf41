/** One form for the many ways in which a word of a name is written: "St. Anne's", "saint annes"; "hosp", "hospitals". */

/** Letters, initials with stops, numbers and the signs for "and", each a word of its own. */
export const wordPattern = /(?<![\p{L}'])(?:\p{L}\.){2,5}\p{L}?(?![\p{L}'])|[\p{L}']+|\d+|[&+/]/gu

/** By the form without its ending. */
const sameWords: Readonly<Record<string, string>> = {
  '&': 'and',
  '+': 'and',
  '/': 'and',
  n: 'and',
  saint: 'st',
  dr: 'doctor',
  drs: 'doctor',
  doc: 'doctor',
  gps: 'gp',
  hr: 'hour',
  hrs: 'hour',
  dept: 'department',
  hosp: 'hospital',
  hospitol: 'hospital',
  gen: 'general',
  rd: 'road',
  hse: 'house',
  wd: 'ward',
  wrd: 'ward',
  dist: 'district',
  crt: 'court',
  center: 'centre',
  ctr: 'centre',
  theater: 'theatre',
  labor: 'labour',
  midwive: 'midwife',
  crise: 'crisis',
  pediatric: 'paediatric',
  appt: 'appointment',
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

/** As it is compared. A lower-case word in; apostrophes and the ending of a plural or a possessive do not count. */
export function nameWord(word: string): string {
  const bare = withoutEnding(word.replace(/['.]/g, ''))
  return sameWords[bare] ?? bare
}

/** "Bus", "glass" and "clinic is" keep theirs. */
function withoutEnding(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  return word.slice(0, -1)
}

/** What stands in brackets is a remark on the name. Without the article. */
export function nameWords(name: string): string[] {
  const plain = name
    .replace(/\([^()]*\)/g, ' ')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
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
export function withoutLegalForm(words: readonly string[]): string[] {
  let end = words.length
  while (end > 1 && legalWords.has(words[end - 1] ?? '')) end -= 1
  return words.slice(0, end)
}

/** What staff and patients shorten, as they are compared: those of one word are easily something else. */
const shortenings: readonly (readonly [readonly string[], string])[] = [
  [['out', 'of', 'hour'], 'ooh'],
  [['mental', 'health'], 'mh'],
  [['social', 'worker'], 'sw'],
  [['health', 'visitor'], 'hv'],
  [['district', 'nurse'], 'dn'],
  [['occupational', 'therapist'], 'ot'],
  [['outpatient'], 'opd'],
  [['county', 'council'], 'cc'],
  [['integrated', 'care', 'board'], 'icb'],
  [['general', 'hospital'], 'gh'],
  [['physiotherapist'], 'physio'],
  [['physiotherapy'], 'physio'],
]

/** The name with such a part shortened, once for each that it holds. */
export function shortened(words: readonly string[]): string[][] {
  return shortenings.flatMap(([long, short]) => {
    const at = words.findIndex((_, start) => long.every((word, index) => words[start + index] === word))
    return at < 0 ? [] : [[...words.slice(0, at), short, ...words.slice(at + long.length)]]
  })
}
