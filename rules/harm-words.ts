/** The vocabulary of harm that red flags and the harm floor share, as pieces of regular expressions. */

/** Up to `most` words in between, within one sentence. Bounded, so that matching stays linear. */
export function gap(most: number): string {
  return `(?: [^ .!?]{1,24}){0,${most}} `
}

/** People who give care or work where it is given. */
export const staff =
  '(?:staff(?: member)?|nurses?|doctors?|gps?|carers?|care ?workers?|consultants?|surgeons?|midwi(?:fe|ves)|paramedics?|porters?|receptionists?|managers?|therapists?|social workers?|health ?care assistants?|hcas?|support workers?|security(?: guards?)?|crews?|drivers?|team|hospital|ward|care home|surgery|trust|they|he|she|nyrs(?:ys)?|meddyg(?:on)?|gofalwyr|gofalwr|staff)'

/** The person the matter is about, as an object or with a possessive. */
export const someone =
  '(?:me|him|her|them|us|my \\w{2,14}|our \\w{2,14}|his \\w{2,14}|the (?:patients?|residents?|lady|man|woman|child|baby|old man|old lady|boy|girl)|(?:a|another|other|an elderly) (?:patients?|residents?|lady|man|woman|child|person)|mum|mam|dad|nan|gran(?:dad|ny|ddad)?|patients|residents)'

/** A possessive or a person, before a word for dying or harm. */
export const theirs = '(?:my|our|his|her|their|the)(?: late| dear| poor| elderly| beloved| own| frail)?'

export const relative =
  '(?:mum|mother|mam|dad|father|husband|wife|partner|son|daughter|baby|child|brother|sister|nan|nana|gran(?:dad|ny|dma|dpa|ddad|dmother|dfather)?|grand(?:mother|father|son|daughter)|aunt(?:ie|y)?|uncle|friend|neighbour|cousin|niece|nephew|parent|patient|resident|mam|tad|gwr|gwraig|mab|merch|babi|plentyn|nain|taid)'
