/** Texts that are not feedback but say whether and how we may write to someone. In doubt it is feedback. */
import type { Language } from '../../shared/words.ts'
import type { ContactKeyword } from '../channel.ts'

export interface Keyword {
  readonly word: ContactKeyword['word']
  readonly language: Language
}

/**
 * Twilio's own English opt-out words, and Welsh ones. YES is left out although Twilio takes it for START:
 * here it answers a question.
 */
const keywords: ReadonlyMap<string, Keyword> = new Map([
  ...listed('stop', 'en', ['stop', 'stopall', 'stop all', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke']),
  ...listed('stop', 'en', ['optout', 'opt out']),
  ...listed('stop', 'cy', ['stopiwch', 'stopio', 'stopia', 'peidiwch', 'dim mwy']),
  ...listed('start', 'en', ['start', 'unstop']),
  ...listed('start', 'cy', ['dechrau', 'dechreuwch', 'cychwyn', 'ailddechrau']),
  ...listed('help', 'en', ['help', 'info']),
  ...listed('help', 'cy', ['cymorth', 'gwybodaeth']),
])

function listed(word: Keyword['word'], language: Language, texts: readonly string[]) {
  return texts.map((text) => [text, { word, language }] as const)
}

const longestKeyword = 60
const politeness =
  /\b(?:please|thanks|thank you|texting me|messaging me|messages|texts|os gwelwch yn dda|diolch|negeseuon)\b/g

/** Orders to stop in other words than a keyword; each names what is to stop, for "stop sending carers" is feedback. */
const orders: readonly (readonly [RegExp, Language])[] = [
  [
    /^(?:please )?(?:stop|do not|don ?t|no more)(?: (?:sending|send))?(?: me)?(?: any)?(?: more)? (?:texts?|texting|text messages|messages|messaging|message)(?: me)?(?: again| any ?more)?(?: please| thanks| thank you)?$/,
    'en',
  ],
  [
    /^(?:plis )?(?:peidiwch|paid|stopiwch)(?: (?:â|ag|a))?(?: (?:anfon|gyrru|tecstio|thecstio))(?: negeseuon| neges| tecstiau)?(?: ata i| ataf| fi)?(?: eto)?(?: plis| diolch)?$/,
    'cy',
  ],
  [/^dim mwy o (?:negeseuon|decstiau)(?: plis| diolch| os gwelwch yn dda)?$/, 'cy'],
]

/** Only when the whole text is the keyword: "stop the bleeding" is feedback. */
export function keywordOf(text: string): Keyword | null {
  if (text.length > longestKeyword) return null
  const words = spaced(text.toLowerCase().replace(/[^\p{L}\s]/gu, ' '))
  const order = orders.find(([pattern]) => pattern.test(words))
  if (order !== undefined) return { word: 'stop', language: order[1] }
  return keywords.get(spaced(words.replace(politeness, ' '))) ?? null
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** In capitals whatever mark follows it; else as a whole sentence or line: "Stop, I told the nurse" is feedback. */
const inCapitals = /^\s*["'“‘]?(?:STOP|STOPIWCH|UNSUBSCRIBE)["'”’]?\s*(?:[.!,;:]|\n)/
/** Other keywords before a full stop are feedback too: "Cancel. That is all they said." */
const asASentence = /^(?:stop(?:iwch| all)?|unsubscribe|opt ?out)$/

/** STOP as an order of its own before other words, or beside a picture: it holds, and the rest is feedback. */
export function beginsWithStop(text: string): boolean {
  if (inCapitals.test(text) || keywordOf(text)?.word === 'stop') return true
  const [first = '', ...more] = text.trimStart().split(/[.\n]/)
  if (more.length === 0 || keywordOf(first)?.word !== 'stop') return false
  const bare = spaced(first.toLowerCase().replace(/[^\p{L}\s]/gu, ' '))
  return asASentence.test(bare) || orders.some(([pattern]) => pattern.test(bare))
}

const callBack = [
  /^(?:please |can you |could you |can someone |could someone )?(?:call|ring|phone) ?-?(?:me )?back(?: (?:please|on|at|after|before|today|tomorrow|asap|any ?time|when) ?.*)?$/,
  /^(?:please )?(?:call|ring|phone) me(?: (?:please|on|at|after|before|today|tomorrow|asap|any ?time|when) ?.*)?$/,
  /^(?:plis |a )?(?:ffoniwch|galwch|wnewch chi ffonio|allwch chi ffonio)(?: fi| ni)?(?: yn ol| nol)?(?: os gwelwch yn dda| plis| ar .*| ar ol .*)?$/,
]

/** CALL BACK, as a sentence or line of its own: "they never rang me back" asks for nothing. */
export function asksForCallBack(text: string): boolean {
  return sentencesOf(text).some((sentence) => callBack.some((pattern) => pattern.test(sentence)))
}

const yesToACall =
  /^(?:yes|y|yeah|yep|ok|okay|sure|please|ie|oes|ydw|iawn)(?: (?:please|plis|thanks|thank you|do|i do|i would|os gwelwch yn dda|diolch))*(?: (?:on|at|after|before|between|today|tomorrow|asap|any ?time|when|call|ring|phone|ar|rhwng|cyn|heddiw|yfory|ffoniwch|galwch)(?: .*)?| [\d +]{8,20})?$/

/** Yes to "Want us to ring you?", with when or where if they say so. Of other questions' answers this tells nothing. */
export function agreesToACall(text: string): boolean {
  return text.length <= 160 && yesToACall.test(sentencesOf(text)[0] ?? '')
}

/** In small letters without accents. */
function sentencesOf(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.split(/[.!?;,\n]+/).flatMap((sentence) => sentence.replace(/\s+/g, ' ').trim() || [])
}
