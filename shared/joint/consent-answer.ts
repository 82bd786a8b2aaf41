/** Is this text a clear yes or no to the question of sharing, or a clear order to end it? Whatever is not, a person reads. */

const yes = [
  'yes',
  'yes i agree',
  'yes you may',
  'yes you can',
  'yes that is fine',
  'yes thats fine',
  'yes of course',
  'yes i do',
  'yes i consent',
  'yes i give consent',
  'yes i give my consent',
  'yes i give permission',
  'yes you have my permission',
  'yes you have my consent',
  'yes go ahead',
  'yes do',
  'yes ok',
  'yes okay',
  'i consent',
  'i give my consent',
  'i agree',
  'agree',
  'y',
  'ie',
  'iawn',
  'cytuno',
  'rwyn cytuno',
  'ie rwyn cytuno',
  'ydw rwyn cytuno',
  'cewch',
  'ie cewch',
  'ydw',
]
const no = [
  'no',
  'no i do not agree',
  'i do not agree',
  'no i do not consent',
  'i do not consent',
  'no you may not',
  'no i dont',
  'no i do not',
  'no i would rather you did not',
  'no thank you',
  'no thanks',
  'n',
  'na',
  'nac ydw',
  'nag ydw',
  'anghytuno',
]

/** An order of its own, whatever it follows: it says itself what it is about. */
const stop = [
  'stop sharing',
  'stop sharing it',
  'stop sharing this',
  'stop sharing my information',
  'stop share',
  'do not share',
  'do not share it',
  'do not share this',
  'do not share my information',
  'dont share',
  'dont share it',
  'dont share this',
  'dont share my information',
  'stopiwch rannu',
  'stopio rannu',
  'peidiwch a rhannu',
  'peidio a rhannu',
  'rhowch y gorau i rannu',
  'rhoir gorau i rannu',
]

/** Said with an answer, and no part of it. */
const politeness =
  /\b(?:please|thanks|thank you|many thanks|kind regards|regards|hello|hi|diolch|os gwelwch yn dda|helo)\b/g

/** Longer than any of these with a name beneath it. */
const longest = 100

export type ConsentAnswer = 'yes' | 'no' | 'stop'

/** `name` as the person gave it, which may stand beneath. "Yes, but not the council" is neither. */
export function consentAnswerOf(text: string, name: string | null): ConsentAnswer | null {
  if (text.length > longest) return null
  const plain = plainOf(text)
  const parts = name === null ? [] : [plainOf(name), ...plainOf(name).split(' ')]
  const bare = [plain, ...parts.map((part) => withoutAtEnd(plain, part))].flatMap((words) => [
    words,
    words.replace(politeness, ' ').replace(/\s+/g, ' ').trim(),
  ])
  if (bare.some((words) => yes.includes(words))) return 'yes'
  if (bare.some((words) => stop.includes(words.replace(/^(?:no|na) /, '')))) return 'stop'
  return bare.some((words) => no.includes(words)) ? 'no' : null
}

function plainOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function withoutAtEnd(text: string, end: string): string {
  return end !== '' && text.endsWith(` ${end}`) ? text.slice(0, -end.length - 1) : text
}
