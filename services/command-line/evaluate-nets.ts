/** How well the nets of weights under the rules tell grave harm and red flags, by models that saw none of what they are asked. */
import { readsGrave } from '../../router/assess-risk/rate-seriousness.ts'
import { stretchesOf } from '../../router/classify/split-issues.ts'
import { chancesOfFlags, mayReadFlag } from '../../router/classify/flags/flagged-stretches.ts'
import type { FlagExample } from '../../router/classify/flags/flag-example.ts'
import { trainFlags } from '../../router/classify/flags/train-flags.ts'
import { askedOf, featuresOf } from '../../router/classify/tone/features.ts'
import { chanceOfDanger, mayReadDanger } from '../../router/classify/tone/read-danger.ts'
import { gravityOf } from '../../router/classify/tone/read-grave.ts'
import { mayReadGrave } from '../../router/classify/tone/read-tone.ts'
import { dangerOf, tellsOfDangerOrNot, trainDanger } from '../../router/classify/tone/train-danger.ts'
import { trainGrave, type GraveExample } from '../../router/classify/tone/train-grave.ts'
import { foldOf } from '../../router/classify/tone/train-tone.ts'
import { wordTraining } from '../../router/classify/tone/train-words.ts'
import type { FlagModel, LinearModel } from '../../shared/classifier-model.ts'
import { plainText } from '../../shared/text/plain-text.ts'
import { dangers, flags, type Flag } from '../../shared/words.ts'

const folds = 5

/** How much of what is grave is seen beyond each chance, and how much else is taken for it. */
export function gravityEvaluated(examples: readonly GraveExample[]): readonly object[] {
  const told = unseen(examples, trainGrave, gravityOfText)
  return shares('harm', told, [mayReadGrave, readsGrave], ({ grave, collected }) =>
    grave ? 'grave' : collected ? 'collected and not severe' : 'ours and not grave',
  )
}

/** The same of danger. */
export function dangerEvaluated(examples: readonly FlagExample[]): readonly object[] {
  const told = unseen(examples.filter(tellsOfDangerOrNot), trainDanger, dangerOfText)
  return shares(
    'danger',
    told,
    [mayReadDanger, 0.75, 0.82, 0.9],
    ({ flags: said, lookedFor }) =>
      dangerOf(said) ?? (lookedFor === 'none' ? 'labelled for tone, not severe' : 'ours and calm'),
  )
}

/** The same of each other red flag; a sentence of another flag is told apart from the calm ones. */
export function flagsEvaluated(examples: readonly FlagExample[]): readonly object[] {
  const told = unseen(examples, trainFlags, flagsOfText)
  return othersThanDanger.flatMap((flag) =>
    shares(
      `flag ${flag}`,
      told.map(({ chance, ...example }) => ({ ...example, chance: chance.get(flag) ?? 0 })),
      [mayReadFlag, 0.75, 0.82, 0.9],
      (example) => groupOf(flag, example),
    ),
  )
}

const othersThanDanger = flags.filter((flag) => !dangers.includes(flag))

function groupOf(flag: Flag, { flags: told, lookedFor }: FlagExample): string {
  if (told.includes(flag)) return 'told'
  if (lookedFor === 'none') return 'labelled for tone, not severe'
  return told.length > 0 ? 'ours and of another flag' : 'ours and calm'
}

/** Every example is told by a model that saw neither it nor its like. */
function unseen<T extends { readonly text: string }, M, C>(
  examples: readonly T[],
  train: (seen: readonly T[]) => M,
  tell: (text: string, model: M) => C,
): (T & { readonly chance: C })[] {
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
  const chances = stretchesIn(text).map((plain) =>
    chanceOfDanger(featuresOf(plain, askedOf(null), wordTraining.buckets), model),
  )
  return Math.max(0, ...chances)
}

/** As dangerOfText. */
function flagsOfText(text: string, model: FlagModel): ReadonlyMap<Flag, number> {
  const chances = stretchesIn(text).map((plain) => chancesOfFlags(plain, model))
  return new Map(
    model.flags.map((flag, row) => [flag, Math.max(0, ...chances.map((each) => each[row] ?? 0))]),
  )
}

function stretchesIn(text: string): readonly string[] {
  const { text: plain, lines } = plainText(text)
  return stretchesOf(lines).map(({ start, end }) => plain.slice(start, end))
}
