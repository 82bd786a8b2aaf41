/** Does what reads like harm rest only on words that the rules know to be harmless, besides those for whom it tells of? */
import type { Span } from '../../shared/finding.ts'
import type { Phrases } from '../../shared/text/phrases.ts'

/** A stretch of plain text and the words in it that weighed most. */
interface Read {
  readonly plain: string
  readonly telling: readonly Span[]
}

/** By themselves they tell of nothing: people, and how old or how many. English, then Welsh. */
const whom: ReadonlySet<string> = new Set(
  `mum mums mummy mother mam mom dad dads daddy father husband wife partner son sons daughter daughters child children
  kids baby brother sister nan nana gran granny grandma grandmother grandad grandpa grandfather grandson granddaughter
  aunt auntie uncle niece nephew friend neighbour man woman lady boy girl person people family
  mum's mother's dad's father's husband's wife's son's daughter's nan's
  i'm i'n a'r o'r i'r mae'r
  nhad nhaid mhlentyn plentyn phlentyn blentyn plant mab merch gŵr gwr gwraig nain taid`.split(/\s+/),
)

export function restsOnAlarms({ plain, telling }: Read, words: Phrases): boolean {
  const meant = telling.filter(({ start, end }) => {
    const word = plain.slice(start, end)
    return !whom.has(word) && !/^\d+$/.test(word)
  })
  return telling.length > 0 && words.coverAll(plain, meant)
}
