/** Is this text a clear yes or no to the question of sharing? Whatever is not, a person reads. */

const yes = [
  'yes',
  'yes i agree',
  'yes you may',
  'yes you can',
  'i agree',
  'agree',
  'y',
  'ie',
  'iawn',
  'cytuno',
  'rwyn cytuno',
  'ydw',
]
const no = [
  'no',
  'no i do not agree',
  'i do not agree',
  'no thank you',
  'no thanks',
  'do not share',
  'n',
  'na',
  'nac ydw',
  'nag ydw',
  'anghytuno',
]

/** Said with an answer, and no part of it. */
const politeness =
  /\b(?:please|thanks|thank you|many thanks|kind regards|regards|hello|hi|diolch|os gwelwch yn dda|helo)\b/g

/** Longer than any of these with a name beneath it. */
const longest = 100

/** `name` as the person gave it, which may stand beneath. "Yes, but not the council" is neither. */
export function consentAnswerOf(text: string, name: string | null): 'yes' | 'no' | null {
  if (text.length > longest) return null
  const plain = plainOf(text)
  const parts = name === null ? [] : [plainOf(name), ...plainOf(name).split(' ')]
  const bare = [plain, ...parts.map((part) => withoutAtEnd(plain, part))].flatMap((words) => [
    words,
    words.replace(politeness, ' ').replace(/\s+/g, ' ').trim(),
  ])
  if (bare.some((words) => yes.includes(words))) return 'yes'
  return bare.some((words) => no.includes(words)) ? 'no' : null
}

function plainOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function withoutAtEnd(text: string, end: string): string {
  return end !== '' && text.endsWith(` ${end}`) ? text.slice(0, -end.length - 1) : text
}
