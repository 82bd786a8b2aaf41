/** Learns which words tell of danger to a life, from sentences labelled by us and from collected comments that tell of none. */
import type { LinearModel } from '../../../shared/classifier-model.ts'
import { dangers, type Flag } from '../../../shared/words.ts'
import type { FlagExample } from '../flags/flag-example.ts'
import { prepare, type Example, type Row } from './examples.ts'
import { trainWords, wordTraining, type Lesson, type WordTraining } from './train-words.ts'

/** Few buckets are enough for so few sentences, and they are quick to load and to read. */
const training: WordTraining = { buckets: 1 << 16, epochs: 10, rate: 0.15, decay: 1e-5 }

/** Calm is the first class, then each danger. The same examples give the same model. */
export function trainDanger(examples: readonly FlagExample[]): LinearModel {
  return trainWords(examples.filter(tellsOfDangerOrNot).flatMap(lessonsOf), training, ['none', ...dangers])
}

/** Who is hurt or threatened may be in danger too, whatever it was labelled: nothing is learned from that. */
const mayBeDanger: readonly Flag[] = ['safeguarding-adult', 'safeguarding-child', 'threat']

export function tellsOfDangerOrNot({ flags }: FlagExample): boolean {
  return dangerOf(flags) !== null || !flags.some((flag) => mayBeDanger.includes(flag))
}

export function dangerOf(flags: readonly Flag[]): Flag | null {
  return flags.find((flag) => dangers.includes(flag)) ?? null
}

/** As in train-words: people mislabel, so no answer is taken as quite certain. */
const doubt = 0.02

/**
 * What is calm is calm in each of its stretches, as which it is read, and without its question; what tells of danger may
 * do so only as a whole. False alarms cost trust, so the many calm weigh as much as they are.
 */
function lessonsOf({ text, question, flags, lookedFor }: FlagExample): Lesson[] {
  const danger = dangerOf(flags)
  const answer = [null, ...dangers].map((each) => (each === danger ? 1 - doubt : doubt / dangers.length))
  const weight = danger !== null ? 3 : lookedFor === 'none' ? 1 : 2
  return [...new Set([question, null])].flatMap((asked) => {
    const example: Example = { text, question: asked, tone: 'negative', severe: false, disputed: false }
    const { whole, parts } = prepare(example, wordTraining.buckets)
    const rows = danger === null && parts.length > 1 ? [...parts, whole] : [whole]
    return rows.map((row) => ({ whole: narrowed(row), answer, weight }))
  })
}

/** The features as the tone makes them, since reading shares them, in the buckets that there are here. */
function narrowed({ buckets, values }: Row): Row {
  return { buckets: buckets.map((bucket) => bucket & (training.buckets - 1)), values }
}
