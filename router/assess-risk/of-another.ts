/** Is somebody else told of where a harm is blamed than where it is told? "My husband died. Nobody gave my mother her tablets." */
import type { Span } from '../../shared/finding.ts'

/** Words of a plain text with what is said around them in their sentence. */
export interface Told {
  readonly words: string
  readonly before: string
  readonly after: string
}

/** Further away nobody is meant any more; and however long a sentence is, it is read in no time. */
const nearby = 160

export function toldAt(plain: string, sentence: Span, { start, end }: Span): Told {
  return {
    words: plain.slice(start, end),
    before: plain.slice(Math.max(sentence.start, start - nearby), start),
    after: plain.slice(end, Math.min(sentence.end, end + nearby)),
  }
}

/** One of the writer's relatives, the same for every word for the same one; or the writer. */
export type Person = string

/** Whose sex each word tells; of a partner, a baby, a friend it may be anybody. English, then Welsh. */
const relatives: readonly { readonly words: string; readonly sex: 'he' | 'she' }[] = [
  { words: 'mum|mummy|mother|mam|mom|fam', sex: 'she' },
  { words: 'dad|daddy|father|tad|nhad', sex: 'he' },
  { words: 'husband|gwr|ngwr', sex: 'he' },
  { words: 'wife|gwraig|ngwraig', sex: 'she' },
  { words: 'son|mab', sex: 'he' },
  { words: 'daughter|merch|ferch', sex: 'she' },
  { words: 'brother|brawd', sex: 'he' },
  { words: 'sister|chwaer', sex: 'she' },
  { words: 'nan|nana|gran|granny|grandma|grandmother|nain', sex: 'she' },
  { words: 'grandad|granddad|grandpa|grandfather|taid|tadcu', sex: 'he' },
  { words: 'aunt|auntie|aunty|modryb', sex: 'she' },
  { words: 'uncle|ewythr', sex: 'he' },
]
const anyRelative = relatives.map(({ words }) => words).join('|')
const pronouns = { he: /\b(?:he|him|his)\b/, she: /\b(?:she|her|hers)\b/ } as const

/** "His mother" is whoever he is; only the writer's own are told apart. */
const named = new RegExp(`(?<!\\b(?:his|her|their|your|whose|the|a) )\\b(${anyRelative})\\b`, 'g')
const mine = '(?:my|our) (?:own |elderly |poor )?'
const rightAfter = new RegExp(`^ (?:to |for )?(?:${mine}(${anyRelative})|(mum|dad|nan|gran|mam|me))\\b`)
const atTheEnd = new RegExp(`\\b${mine}(${anyRelative})$`)
const rightBefore = new RegExp(
  `\\b${mine}(${anyRelative})(?: (?:is|was|has|had|been|being|still|now)){0,4} ?$`,
)
const owner = new RegExp(`\\b${mine}(${anyRelative})'s\\b([^.!?]{0,60})$`)

/** What was done or left undone to that very person; whoever was told, rang or was not listened to only tells of another. */
const care =
  /^(?:nobody|no[- ]?one|never|didn.?t|did not|not|was|were|wasn.?t|weren.?t|been|left|dropped)\b.{0,16}\b(?:g[ai]ven?|checked?|feed|fed|turned?|treat(?:ed)?|help(?:ed)?|seen?|monitor(?:ed)?|watered|moved|waiting|took|alone|unattended|on a|without|him|her|my)\b|^(?:waited|waiting|cancelled|dropped)\b/
const pleas =
  /\b(?:calls?|pleas|concerns?|worr(?:y|ies)|warnings?|begging|letters?|complaints?|word|screams|questions)\b/

/** The nearest before, or within: "my husband died", "we lost my dad". Null where it is not told. */
export function whoIsHarmed({ words, before }: Told): Person | null {
  return personOf([...`${before}${words}`.matchAll(named)].at(-1)?.[1])
}

/** Who was left without care: named right after, right before or as the one whose matter it was. Null where it is not told. */
export function whoIsNeglected({ words, before, after }: Told): Person | null {
  const owned = owner.exec(before)
  if (owned !== null && !pleas.test(owned[2] ?? '')) return personOf(owned[1])
  if (!care.test(words)) return null
  const [, relative, plainly] = rightAfter.exec(after) ?? []
  return personOf(relative ?? plainly ?? atTheEnd.exec(words)?.[1] ?? rightBefore.exec(before)?.[1])
}

/** Where it is not clear who is meant, it is the same person: a death must never be graded too low. */
export function isOfAnother(harmed: Person | null, neglected: Person | null, blame: Told): boolean {
  if (harmed === null || neglected === null || harmed === neglected) return false
  const sex = sexOf(harmed)
  const alsoSaid = sex !== null && sex !== sexOf(neglected) && pronouns[sex]
  return alsoSaid === false || !alsoSaid.test(`${blame.before}${blame.words}${blame.after}`)
}

function personOf(word: string | undefined): Person | null {
  if (word === undefined || word === 'me') return word ?? null
  return relatives.find(({ words }) => words.split('|').includes(word))?.words ?? null
}

function sexOf(person: Person): 'he' | 'she' | null {
  return relatives.find(({ words }) => words === person)?.sex ?? null
}
