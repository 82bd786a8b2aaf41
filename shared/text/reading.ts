/** A text made plain with the spelling of the words that the rules look for. */
import type { Rules } from '../knowledge.ts'
import { plainText, type PlainText } from './plain-text.ts'
import { spellingOf, wordsIn, type Spelling } from './spelling.ts'
import { onceFor } from '../once-for.ts'

/** Rules are frozen: what was worked out for one value holds for as long as it lives. */
export function plainByRules(original: string, rules: Rules): PlainText {
  if (inHand?.original === original && inHand.rules === rules) return inHand.plain
  const plain = plainText(original, spellingFor(rules))
  inHand = { original, rules, plain }
  return plain
}

/** Each stage of the router asks for the same text. */
let inHand: { readonly original: string; readonly rules: Rules; readonly plain: PlainText } | null = null

const spellingFor = onceFor((rules: Rules): Spelling => spellingOf(wordsIn(weightyPatterns(rules))))

/** Only where a missed word would do harm; a slip in "parking" need not be mended. */
function* weightyPatterns(rules: Rules): Generator<string> {
  for (const flag of rules.redFlags) yield* flag.patterns
  for (const floor of rules.harmFloor) yield* [...floor.patterns, ...(floor.attributedBy ?? [])]
}
