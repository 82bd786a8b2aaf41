#!/usr/bin/env node
/** `npm run train -- CORPUS`: trains the classifier's weights on comments labelled by people; with --evaluate says how good such weights are on rows not trained on, beside baselines. */
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unasked, type Example } from '../../router/classify/tone/examples.ts'
import { encodeModel } from '../../rules/classifier/weights-file.ts'
import { loadMeanings, weightsFile } from '../../rules/classifier/load-model.ts'
import { trainGrave, type GraveExample } from '../../router/classify/tone/train-grave.ts'
import type { FlagExample } from '../../router/classify/flags/flag-example.ts'
import { trainDanger } from '../../router/classify/tone/train-danger.ts'
import { trainFlags } from '../../router/classify/flags/train-flags.ts'
import { foldOf, trainTone, type ToneLessons } from '../../router/classify/tone/train-tone.ts'
import { naiveBayes, plainRegression } from '../../router/classify/tone/baselines.ts'
import { measureTone, toneBy, type Told } from '../../router/classify/tone/measure-tone.ts'
import { raiseFlags } from '../../router/assess-risk/raise-flags.ts'
import { seedRules } from '../../rules/seed-rules.ts'
import type { Meanings } from '../../shared/classifier-model.ts'
import { plainByRules } from '../../shared/text/reading.ts'
import { londonDate } from '../../shared/dates/london.ts'
import { dangerEvaluated, flagsEvaluated, gravityEvaluated } from './evaluate-nets.ts'
import { exampleOf, flagExampleOf, type LabelledComment } from './labelled-comments.ts'

const folds = 5

/** Made up by us: turns of phrase and Welsh, which collected comments lack. */
const ownExamples = new URL('../../rules/classifier/own-examples.jsonl', import.meta.url)
/** Made up by us: answers that their question turns round, as "nothing was" after being asked what was good. */
const ownAnswers = new URL('../../rules/classifier/own-answers.jsonl', import.meta.url)
/** Made up by us: what red flags are raised for, told in many ways, and what only sounds like it. */
const flagExamples = new URL('../../rules/classifier/flag-examples.jsonl', import.meta.url)
/** Made up by us, a line each: everyday talk, jokes and good outcomes in words of harm. Nothing is said of their tone. */
const calmExamples = new URL('../../rules/classifier/calm-examples.txt', import.meta.url)

process.exitCode = await train(process.argv.slice(2))

/** The corpus is a JSONL file of labelled comments, or a folder of such files. Writes the weights, or only measures. */
async function train(words: readonly string[]): Promise<0 | 2> {
  const [corpus, ...more] = words.filter((word) => word !== '--evaluate')
  if (corpus === undefined || more.length > 0) {
    process.stderr.write('Name the corpus: npm run train -- feedback.jsonl [--evaluate]\n')
    return 2
  }
  const comments = (await linesOf(corpus)).flatMap(exampleOf)
  if (comments.length === 0) {
    process.stderr.write(
      `${corpus} holds no labelled comments (JSONL with text and label): nothing was trained\n`,
    )
    return 2
  }
  const ours = (await linesOf(fileURLToPath(ownExamples))).flatMap(exampleOf)
  const own = {
    examples: ours.map(({ example }) => example),
    answers: (await linesOf(fileURLToPath(ownAnswers))).flatMap(exampleOf).map(({ example }) => example),
  }
  const calm = (await linesOf(fileURLToPath(calmExamples))).filter((text) => text !== '')
  const graveExamples = [
    ...ours.flatMap(graveExampleOf),
    ...calm.map((text) => ({ text, grave: false, collected: false })),
    ...comments.flatMap(collectedCalm),
  ]
  const flagLessons = [
    ...(await linesOf(fileURLToPath(flagExamples))).flatMap(flagExampleOf),
    ...[...calm.map(lookedThrough), ...[...ours, ...comments].flatMap(notLookedAt)].filter(
      ({ text }) => !isFlagged(text),
    ),
  ]
  const meanings = loadMeanings()
  if (words.includes('--evaluate')) {
    const lines = [
      ...crossValidated(comments, own, meanings),
      ...gravityEvaluated(graveExamples),
      ...dangerEvaluated(flagLessons),
      ...flagsEvaluated(flagLessons),
    ]
    for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`)
    return 0
  }
  const model = {
    ...trainTone(withOwn(comments, own), meanings, londonDate(new Date())),
    grave: trainGrave(graveExamples),
    danger: trainDanger(flagLessons),
    flags: trainFlags(flagLessons),
  }
  const bytes = encodeModel({ ...model, meanings: meanings.version })
  await writeFile(weightsFile, bytes)
  const { version } = model
  process.stdout.write(`${JSON.stringify({ version, examples: comments.length, bytes: bytes.length })}\n`)
  return 0
}

/** Ours were looked at one by one, and those where people would differ are left out. */
function graveExampleOf({ example: { text }, harm }: LabelledComment): GraveExample[] {
  return harm === 'unsure' ? [] : [{ text, grave: harm === 'grave', collected: false }]
}

/** Nobody looked for harm in collected comments: the severe may tell of it, the others hardly ever do. */
function collectedCalm({ example: { text, severe } }: LabelledComment): GraveExample[] {
  return severe ? [] : [{ text, grave: false, collected: true }]
}

/** Nobody looked for flags in these either: where one may be told, they are left out. */
function notLookedAt({ example: { text, question, severe }, harm }: LabelledComment): FlagExample[] {
  return severe || harm === 'grave' ? [] : [{ text, question, flags: [], lookedFor: 'none' }]
}

function lookedThrough(text: string): FlagExample {
  return { text, question: null, flags: [], lookedFor: 'all' }
}

function isFlagged(text: string): boolean {
  return raiseFlags(plainByRules(text, seedRules), seedRules.redFlags).length > 0
}

async function linesOf(corpus: string): Promise<string[]> {
  const isFolder = (await stat(corpus)).isDirectory()
  const names = isFolder ? (await readdir(corpus)).filter((name) => name.endsWith('.jsonl')).sort() : null
  const files = names === null ? [corpus] : names.map((name) => join(corpus, name))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return texts.flatMap((text) => text.split('\n'))
}

/** Every row is told by models that saw neither it nor its like; a line for each collection and way of telling. */
function crossValidated(
  comments: readonly LabelledComment[],
  own: ToneLessons,
  meanings: Meanings,
): readonly object[] {
  const told = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isHeldOut = ({ example }: LabelledComment) => foldOf(example.text, folds, 7) === fold
    const seen = comments.filter((comment) => !isHeldOut(comment))
    const tellers = tellersFrom(seen, own, meanings)
    return comments
      .filter(isHeldOut)
      .flatMap(({ source, example }) =>
        Object.entries(tellers).flatMap(([by, tell]) =>
          tell(example).map((each) => ({ source, by, fold, ...each })),
        ),
      )
  })
  const groups = Map.groupBy(told, ({ source, by }) => `${source}, ${by}`)
  return [...groups].map(([group, members]) => ({ group, ...measureTone(members) }))
}

function withOwn(comments: readonly LabelledComment[], own: ToneLessons): ToneLessons {
  return { ...own, examples: [...comments.map(({ example }) => example), ...own.examples] }
}

type Telling = (example: Example) => readonly Pick<Told, 'example' | 'told'>[]

function tellersFrom(
  seen: readonly LabelledComment[],
  own: ToneLessons,
  meanings: Meanings,
): Readonly<Record<string, Telling>> {
  const model = { ...trainTone(withOwn(seen, own), meanings, 'fold'), grave: null, danger: null, flags: null }
  const collected = seen.map(({ example }) => example)
  const plain = plainRegression(collected)
  const bayes = naiveBayes(collected)
  return {
    model: (example) => [{ example, told: toneBy(example, model) }],
    'model without the question': (example) =>
      unasked([example]).map((mail) => ({ example: mail, told: toneBy(mail, model) })),
    'plain logistic regression': (example) => [{ example, told: plain(example) }],
    'naive Bayes': (example) => [{ example, told: bayes(example) }],
  }
}
