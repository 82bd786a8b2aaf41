/** How well the nets of weights under the rules tell grave harm and danger, by models that saw none of what they are asked. */
import { readsGrave } from '../../router/assess-risk/rate-seriousness.ts'
import { stretchesOf } from '../../router/classify/split-issues.ts'
import { askedOf, featuresOf } from '../../router/classify/tone/features.ts'
import { chanceOfDanger, mayReadDanger } from '../../router/classify/tone/read-danger.ts'
import { gravityOf } from '../../router/classify/tone/read-grave.ts'
import { mayReadGrave } from '../../router/classify/tone/read-tone.ts'
import { trainDanger, type DangerExample } from '../../router/classify/tone/train-danger.ts'
import { trainGrave, type GraveExample } from '../../router/classify/tone/train-grave.ts'
import { foldOf } from '../../router/classify/tone/train-tone.ts'
import { wordTraining } from '../../router/classify/tone/train-words.ts'
import type { LinearModel } from '../../shared/knowledge.ts'
import { plainText } from '../../shared/text/plain-text.ts'

const folds = 5

/** How much of what is grave is seen beyond each chance, and how much else is taken for it. */
export function gravityEvaluated(examples: readonly GraveExample[]): readonly object[] {
  const told = unseen(examples, trainGrave, gravityOfText)
  return shares('harm', told, [mayReadGrave, readsGrave], ({ grave, collected }) =>
    grave ? 'grave' : collected ? 'collected and not severe' : 'ours and not grave',
  )
}

/** The same of danger. */
export function dangerEvaluated(examples: readonly DangerExample[]): readonly object[] {
  const told = unseen(examples, trainDanger, dangerOfText)
  return shares('danger', told, [mayReadDanger, 0.75, 0.82, 0.9], ({ danger, collected }) =>
    danger !== null ? danger : collected ? 'labelled for tone, not severe' : 'ours and calm',
  )
}

/** Every example is told by a model that saw neither it nor its like. */
function unseen<T extends { readonly text: string }>(
  examples: readonly T[],
  train: (seen: readonly T[]) => LinearModel,
  tell: (text: string, model: LinearModel) => number,
): (T & { readonly chance: number })[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isHeldOut = ({ text }: T) => foldOf(text, folds, 7) === fold
    const model = train(examples.filter((example) => !isHeldOut(example)))
    return examples.filter(isHeldOut).map((example) => ({ ...example, chance: tell(example.text, model) }))
  })
}

function shares<T extends { readonly chance: number }>(
  of: string,
  told: readonly T[],
  thresholds: readonly number[],
  groupOf: (each: T) => string,
): readonly object[] {
  return [...Map.groupBy(told, groupOf)].map(([group, members]) => ({
    group: `${of}, ${group}`,
    examples: members.length,
    ...Object.fromEntries(
      thresholds.map((from) => [
        `from${from}`,
        members.filter(({ chance }) => chance >= from).length / members.length,
      ]),
    ),
  }))
}

function gravityOfText(text: string, model: LinearModel): number {
  const { text: plain } = plainText(text)
  return gravityOf(featuresOf(plain, askedOf(null), model.buckets), model)
}

/** Stretch by stretch as the router reads it, but for the exception of praise: the net is measured alone. */
function dangerOfText(text: string, model: LinearModel): number {
  const { text: plain, lines } = plainText(text)
  const chances = stretchesOf(lines).map(({ start, end }) =>
    chanceOfDanger(featuresOf(plain.slice(start, end), askedOf(null), wordTraining.buckets), model),
  )
  return Math.max(0, ...chances)
}
