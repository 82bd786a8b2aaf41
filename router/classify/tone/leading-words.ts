/** The words that spoke most for what a model found. */
import type { Span } from '../../../shared/finding.ts'
import type { LinearModel } from '../../../shared/classifier-model.ts'
import type { Features } from './features.ts'
import { bucketIn } from './scores.ts'

/** At most so many words are marked for the reader. */
const mostMarked = 5

/** They weigh too, since a model counts all, but marked they would tell a reader nothing. English, then Welsh. */
const saysNothing: ReadonlySet<string> = new Set(
  `a an the this that these those there here it its it's i i'm i've i'd i'll me my mine you your yours he him his she her
  hers we us our ours they them their theirs who whom whose which what and or but so if then than as at by for from in
  into of off on onto to with about am is are was were be been being do does did done doing have has had having will
  would shall should can could may might must one also just when where while how some any all each other
  y yr a ac i o ar at am gan gyda efo yn yng ym mewn fy dy ei ein eich eu mi fi ti fe fo hi ni chi nhw mae roedd oedd
  bod sydd sy yw ydy oes wedi wnaeth gwnaeth cafodd hyn hwn hon hynny dyna dyma`.split(/\s+/),
)

type WordFeatures = Pick<Features, 'buckets' | 'values' | 'words' | 'wordStarts' | 'wordEnds'>

/** What a feature of a bucket says for what is asked. */
type WeightIn = (bucket: number) => number

/** Where the features were made: of the whole plain text, or of a stretch that begins at `start`. */
export interface ReadFrom {
  readonly plain: string
  readonly start: number
}

/** Places in the whole plain text, in its order; words that tell a reader nothing stand only where there are no others. */
export function leadingWords(
  features: WordFeatures,
  { plain, start }: ReadFrom,
  weightIn: WeightIn,
): readonly Span[] {
  const words = weighty(features, weightIn).map((word) => ({
    weight: word.weight,
    start: start + word.start,
    end: start + word.end,
  }))
  const telling = words.filter((word) => tells(plain.slice(word.start, word.end)))
  return (telling.length > 0 ? telling : words)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostMarked)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start)
}

/** "7" of "Ward 7" weighs as a word, and tells nobody why. */
function tells(word: string): boolean {
  return !saysNothing.has(word) && !/^\d+$/.test(word)
}

interface Weighed extends Span {
  readonly weight: number
}

function weighty(features: WordFeatures, weightIn: WeightIn): Weighed[] {
  const { buckets, values, words, wordStarts, wordEnds } = features
  const share = new Float64Array(wordStarts.length)
  for (let at = 0; at < buckets.length; at += 1) {
    const word = words[at] ?? -1
    if (word < 0) continue
    share[word] = (share[word] ?? 0) + weightIn(buckets[at] ?? 0) * (values[at] ?? 0)
  }
  const weighed: Weighed[] = []
  for (let word = 0; word < share.length; word += 1) {
    const weight = share[word] ?? 0
    if (weight > 0.02) weighed.push({ weight, start: wordStarts[word] ?? 0, end: wordEnds[word] ?? 0 })
  }
  return weighed
}

/** What a bucket says for one class of a model and against the others. */
export function weightFor(row: number, model: LinearModel): WeightIn {
  const { weights, steps } = model
  return (bucket) => {
    const place = bucketIn(model, bucket)
    let own = 0
    let others = 0
    for (let each = 0; each < weights.length; each += 1) {
      const weight = (weights[each]?.[place] ?? 0) * (steps[each] ?? 1)
      if (each === row) own = weight
      else others += weight
    }
    return own - others / (weights.length - 1)
  }
}
