/** Reads a line of a corpus of labelled comments into an example to learn from. */
import { z } from 'zod'
import type { Example } from '../../router/classify/tone/examples.ts'
import type { FlagExample } from '../../router/classify/flags/flag-example.ts'
import { flags, tones } from '../../shared/words.ts'

export interface LabelledComment {
  readonly example: Example
  /** Which collection it is of: they are measured apart, since their labels differ in meaning. */
  readonly source: string
  /** What a person said of the harm told in it; null where nobody looked. */
  readonly harm: Harm | null
}

const harms = ['none', 'unsure', 'grave'] as const
export type Harm = (typeof harms)[number]

const flagShape = z.object({
  text: z.string().min(1),
  flags: z.array(z.enum(flags)),
  lookedFor: z.enum(['all', 'danger']).default('all'),
})

/** None where the line is blank; throws where it does not say which flags it tells of. */
export function flagExampleOf(line: string): FlagExample[] {
  return line.trim() === '' ? [] : [{ question: null, ...flagShape.parse(JSON.parse(line)) }]
}

const lineShape = z.object({
  text: z.string(),
  label: z.enum(tones),
  question: z.string().nullish(),
  source: z.string().default('corpus'),
  /** Below zero critical, above zero pleased; the lower end of a source is its severe end. */
  criticality: z.number().nullish(),
  labels_agree: z.number().nullish(),
  harm: z.enum(harms).nullish(),
})

/** None where the line is blank or has no tone; throws where it is not JSON. */
export function exampleOf(line: string): LabelledComment[] {
  if (line.trim() === '') return []
  const read = lineShape.safeParse(JSON.parse(line))
  if (!read.success) return []
  const { text, label, question, source, criticality, labels_agree: agree, harm } = read.data
  const collection = source.split('/')[0] ?? source
  return [
    {
      source: collection,
      harm: harm ?? null,
      example: {
        text,
        question: question || null,
        tone: label,
        severe: (criticality ?? 0) <= severeFrom(collection),
        disputed: agree === 0,
      },
    },
  ]
}

/** The scale of phase 1 runs to -5, of which -3 and lower are severe; other scales end at -2. */
function severeFrom(source: string): number {
  return source.includes('phase1') ? -3 : -2
}
