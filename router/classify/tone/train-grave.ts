/** Learns which words tell of grave harm, from sentences labelled by us and from collected comments that tell of none. */
import type { LinearModel } from '../../../shared/classifier-model.ts'
import { prepare, type Example } from './examples.ts'
import { trainWords, type Lesson, type WordTraining } from './train-words.ts'

export interface GraveExample {
  readonly text: string
  /** Does it tell of what the guide calls High: death, serious harm, abuse, neglect, crime, danger? */
  readonly grave: boolean
  /** Was it collected, so that nobody looked whether harm is told in it? */
  readonly collected: boolean
}

export const graveClasses = ['calm', 'grave'] as const

const training: WordTraining = { buckets: 1 << 17, epochs: 10, rate: 0.15, decay: 1e-5 }

/** The same examples give the same model. */
export function trainGrave(examples: readonly GraveExample[]): LinearModel {
  return trainWords(examples.map(lessonOf), training, graveClasses)
}

/** As in train-words: people mislabel, so no answer is taken as quite certain. */
const doubt = 0.03

/** The grave are few, and what was collected is many and not looked at one by one. */
function lessonOf({ text, grave, collected }: GraveExample): Lesson {
  const example: Example = { text, question: null, tone: 'negative', severe: false, disputed: false }
  const { whole } = prepare(example, training.buckets)
  return {
    whole,
    answer: grave ? [doubt, 1 - doubt] : [1 - doubt, doubt],
    weight: collected ? 0.5 : grave ? 3 : 1.5,
  }
}
