/** The vocabulary of harm that red flags and the harm floor share, as pieces of regular expressions. */

/** Up to `most` words in between, within one sentence. Bounded, so that matching stays linear. */
export function gap(most: number): string {
  return `(?: [^ .!?]{1,24}){0,${most}} `
}

/** People who give care or work where it is given. */
export const worker =
  '(?:staff(?: (?:member|nurse))?s?|member of staff|nurses?|hca|sisters?|matron|doctors?|dr|gps?|carers?|care ?workers?|home help|consultants?|surgeons?|anaesthetists?|midwi(?:fe|ves)|health visitors?|paramedics?|porters?|receptionists?|managers?|therapists?|physio(?:therapist)?s?|dentists?|opticians?|pharmacists?|psychiatrists?|psychologists?|counsellors?|social workers?|health ?care assistants?|hcas|support workers?|security(?: guards?)?|orderly|cleaners?|volunteers?|crews?|drivers?|nyrs(?:ys)?|meddyg(?:on)?|gofalwyr|gofalwr|gofalwraig|deintydd|rheolwr)'

/** The same, with the words that stand for them and the bodies they work for. */
export const staff = `(?:${worker}|team|hospital|ward|care home|surgery|trust|they|he|she)`

export const relative =
  '(?:mum|mother|mam|mom|dad|daddy|father|husband|wife|partner|son|daughter|baby|child|children|kids|brother|sister|nan|nana|gran(?:dad|ny|dma|dpa|ddad|dmother|dfather)?|grand(?:mother|father|son|daughter|child)|aunt(?:ie|y)?|uncle|friend|neighbour|cousin|niece|nephew|parents?|in-law|step ?(?:dad|mum|father|mother|son|daughter)|patients?|residents?|clients?|mam|tad|gwr|gwraig|mab|merch|babi|plentyn|nain|taid)'

const person =
  '(?:lady|ladies|man|men|woman|women|child|children|baby|old man|old lady|old people|elderly|boy|girl|person|people|clients?|toddler|infant|service users?)'

const body =
  '(?:face|arms?|hands?|head|legs?|back|hair|wrists?|throat|neck|stomach|breasts?|bottom|bum|thighs?|mouth|nose)'

/** The person the matter is about, as an object or with a possessive. */
export const someone = `(?:me|him|her|them|us|(?:(?:my|our|his|her|their|the|a|an|another|other|this|one|every) (?:[a-z]{2,12} ){0,2}?)?(?:${relative}|${person}|${body})|the (?:elderly|vulnerable|lot of (?:us|them)))\\b`

/** A possessive or a person, before a word for dying or harm. */
export const theirs = '(?:my|our|his|her|their|the)(?: late| dear| poor| elderly| beloved| own| frail)?'

/** Blows, whoever deals them. */
export const strikes =
  '(?:hit|hits|hitting|slap(?:s|p?ed|p?ing)?|smack(?:s|ed|ing)?|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|beat|beats|beaten|beating|whack(?:s|ed|ing)?|thump(?:s|ed|ing)?|head ?butt(?:s|ed)|chok(?:es|ed|ing)|strangl(?:es|ed|ing)|assault(?:s|ed|ing)?|attack(?:s|ed|ing)?|manhandl(?:es|ed|ing)|man ?handled|grop(?:es|ed|ing)|molest(?:s|ed|ing)?|rap(?:es|ed|ing)|bit|bites|sp(?:at|its|itting) (?:at|on)|scald(?:s|ed|ing)|burn(?:s|t|ed|ing)|stab(?:s|b?ed|b?ing)?|tortur(?:es|ed|ing)|starv(?:es|ed|ing)|abus(?:es?|ed|ing)|mistreat(?:s|ed|ing)?|ill[- ]?treat(?:s|ed|ing)?|neglect(?:s|ed|ing)|bull(?:ies|ied|ying)|terroris(?:es|ed|ing)|humiliat(?:es|ed|ing))'

/** A blow in Welsh, with the changes that its first letter goes through. */
export const welshBlow =
  '(?:[td]h?aro|[cg]h?uro|bwrw|fwrw|[tdn]h?reisio|[cg]h?am[- ]?drin|h?esgeuluso|h?anafu|[bfm]rifo|[cgn]h?loi|[ct]h?lymu|[nh]?ymosod|llosgi|losgi|gam[- ]?drin|[bf]wlio)'

/** Where care is soiled by being left undone. */
export const soiled =
  '(?:in (?:his|her|their|my|its|own|the|a) (?:own )?(?:urine|faeces|excrement|mess|soiled|wee|pee|poo|shit|vomit|filth|blood|wet|dirty|soaking)(?: (?:bed|nappy|pad|sheets?|clothes|pyjamas))?|in (?:urine|faeces|excrement|poo|pee|wee|shit|vomit|(?:soaked|wet|dirty|soaking|filthy) (?:bed|sheets|clothes|pads?|nappies|nappy)|soiled)|soaked in urine|covered in (?:urine|faeces|excrement|poo|vomit)|soiled|wet through)'
