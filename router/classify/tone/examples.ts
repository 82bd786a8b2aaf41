/** A labelled example, and how much each one counts in training. */
import { plainText } from '../../../shared/text/plain-text.ts'
import { tones, type Tone } from '../../../shared/words.ts'
import { stretchesOf } from '../split-issues.ts'
import { askedOf, featuresOf } from './features.ts'

export interface Example {
  readonly text: string
  readonly question: string | null
  readonly tone: Tone
  /** At the severe end of its scale: missing it costs most. */
  readonly severe: boolean
  /** Did people label copies of it differently? */
  readonly disputed: boolean
}

/** A text as numbers, ready to be learned from. */
export interface Row {
  readonly buckets: Int32Array
  readonly values: Float32Array
}

/** What holds of answers must hold of mail too, as far as the words can stand without their question. */
export function unasked(examples: readonly Example[]): Example[] {
  return examples
    .filter(({ question, text }) => question === null || text.split(/\s+/).length > fewestWords)
    .map((example) => ({ ...example, question: null }))
}

const fewestWords = 4

export interface Prepared {
  readonly example: Example
  readonly whole: Row
  readonly parts: readonly Row[]
  readonly letters: number
  readonly answer: readonly number[]
  readonly weight: number
}

export function prepare(example: Example, buckets: number): Prepared {
  const text = plainText(example.text)
  const asked = askedOf(example.question)
  const rowOf = (plain: string): Row => {
    const features = featuresOf(plain, asked, buckets)
    return { buckets: Int32Array.from(features.buckets), values: Float32Array.from(features.values) }
  }
  return {
    example,
    whole: rowOf(text.text),
    parts: stretchesOf(text.lines).map(({ start, end }) => rowOf(text.text.slice(start, end))),
    letters: text.text.length,
    answer: answerOf(example.tone),
    weight: weightOf(example),
  }
}

/** People mislabel: no answer is taken as quite certain. */
const doubt = 0.03

function answerOf(tone: Tone): number[] {
  return tones.map((each) => (each === tone ? 1 - 2 * doubt : doubt))
}

/** The neutral are few and the severe matter most. */
function weightOf({ tone, severe, disputed }: Example): number {
  return (tone === 'neutral' ? 2 : 1) * (severe ? 2 : 1) * (disputed ? 0.5 : 1)
}
