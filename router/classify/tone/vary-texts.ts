/** Makes many texts of few, for an encoder to say what they mean: clauses by themselves, words exchanged for near ones, clauses joined. */
import { randomFrom } from './random.ts'

/** How large a share of the words of a variant may be exchanged. */
const shares = [0.15, 0.25, 0.4, 0.55]
/** What people write who write little. Braces stand for words. */
const shortForms = [
  '{}',
  'very {}',
  '{} staff',
  'not {}',
  'staff {}',
  'too {}',
  'more {}',
  '{} service',
  'no {}',
  'nothing {}',
]
const shortTexts = 6000
const seed = 20261127

/** `near`: the words that may stand for a word. The same texts give the same variants, each once, themselves among them. */
export function variedTexts(
  texts: readonly string[],
  near: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const next = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)]
  const exchanged = (text: string, share: number) =>
    text.replace(/[a-z]+/gi, (word) => {
      const other = next() < share ? pick(near.get(word.toLowerCase()) ?? []) : undefined
      return other === undefined ? word : likeCased(other, word)
    })
  const clauses = texts.flatMap(clausesOf)
  const of = (text: string): string[] => {
    const own = clausesOf(text)
    const joined = [
      text.replace(/\.$/, ''),
      ...(next() < 0.7 ? [pick(clauses)] : [pick(clauses), pick(clauses)]),
    ]
    return [
      ...(own.length > 1 ? own : []),
      ...shares.map((share) => exchanged(text, share)),
      exchanged(joined.join('. '), pick([0, 0.2, 0.4]) ?? 0),
      exchanged(pick(own) ?? text, 0.5),
    ]
  }
  const words = [...near.keys()]
  const short = Array.from({ length: words.length === 0 ? 0 : shortTexts }, () => {
    const some = Array.from({ length: pick([1, 1, 2, 2, 3]) ?? 1 }, () => exchanged(pick(words) ?? '', 0.5))
    return (pick(shortForms) ?? '{}').replace('{}', some.join(next() < 0.4 ? ' ' : ' and '))
  })
  return [...new Set([...texts, ...texts.flatMap(of), ...short])]
}

/** The words of the texts that others may stand for: not those that hold a sentence together. */
export function exchangeableWords(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => text.toLowerCase().match(/[a-z]{3,}/g) ?? [])
  return [...new Set(words)].filter((word) => !holdsTogether.has(word)).sort()
}

const holdsTogether: ReadonlySet<string> = new Set(
  `the this that these those there here its you your him his she her our they them their who whom whose which what and
  but nor yet than for from into off onto with about are was were been being did does done had has have not never
  nothing none nobody without can cannot could would should will shall may might must`.split(/\s+/),
)

const clauseEnds = /(?<=[.!?;])\s|,\s|\s(?=(?:but|and|although|however|because|which)\s)/

function clausesOf(text: string): string[] {
  return text
    .split(clauseEnds)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length > 2)
}

function likeCased(word: string, model: string): string {
  return /^[A-Z]/.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
