#!/usr/bin/env node
/** `npm run train -- CORPUS`: trains the classifier's weights on comments labelled by people; with --evaluate says how good such weights are on rows not trained on, beside baselines. */
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unasked, type Example } from '../../router/classify/tone/examples.ts'
import { encodeModel } from '../../rules/classifier/weights-file.ts'
import { weightsFile } from '../../rules/classifier/load-model.ts'
import { foldOf, trainTone } from '../../router/classify/tone/train-tone.ts'
import { naiveBayes, plainRegression } from '../../router/classify/tone/baselines.ts'
import { measureTone, toneBy, type Told } from '../../router/classify/tone/measure-tone.ts'
import { londonDate } from '../../shared/dates/london.ts'
import { exampleOf, type LabelledComment } from './labelled-comments.ts'

const folds = 5

/** Made up by us: turns of phrase and Welsh, which collected comments lack. */
const ownExamples = new URL('../../rules/classifier/own-examples.jsonl', import.meta.url)

process.exitCode = await train(process.argv.slice(2))

/** The corpus is a JSONL file of labelled comments, or a folder of such files. Writes the weights, or only measures. */
async function train(words: readonly string[]): Promise<0 | 2> {
  const [corpus, ...more] = words.filter((word) => word !== '--evaluate')
  if (corpus === undefined || more.length > 0) {
    process.stderr.write('Name the corpus: npm run train -- feedback.jsonl [--evaluate]\n')
    return 2
  }
  const comments = (await linesOf(corpus)).flatMap(exampleOf)
  const own = (await linesOf(fileURLToPath(ownExamples))).flatMap(exampleOf).map(({ example }) => example)
  if (words.includes('--evaluate')) {
    for (const line of crossValidated(comments, own)) process.stdout.write(`${JSON.stringify(line)}\n`)
    return 0
  }
  const model = trainTone([...comments.map(({ example }) => example), ...own], londonDate(new Date()))
  const bytes = encodeModel(model)
  await writeFile(weightsFile, bytes)
  const { version } = model
  process.stdout.write(`${JSON.stringify({ version, examples: comments.length, bytes: bytes.length })}\n`)
  return 0
}

async function linesOf(corpus: string): Promise<string[]> {
  const isFolder = (await stat(corpus)).isDirectory()
  const names = isFolder ? (await readdir(corpus)).filter((name) => name.endsWith('.jsonl')).sort() : null
  const files = names === null ? [corpus] : names.map((name) => join(corpus, name))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return texts.flatMap((text) => text.split('\n'))
}

/** Every row is told by models that saw neither it nor its like; a line for each collection and way of telling. */
function crossValidated(comments: readonly LabelledComment[], own: readonly Example[]): readonly object[] {
  const told = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isHeldOut = ({ example }: LabelledComment) => foldOf(example.text, folds, 7) === fold
    const seen = comments.filter((comment) => !isHeldOut(comment)).map(({ example }) => example)
    const tellers = tellersFrom(seen, own)
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

type Telling = (example: Example) => readonly Pick<Told, 'example' | 'told'>[]

function tellersFrom(seen: readonly Example[], own: readonly Example[]): Readonly<Record<string, Telling>> {
  const model = trainTone([...seen, ...own], 'fold')
  const plain = plainRegression(seen)
  const bayes = naiveBayes(seen)
  return {
    model: (example) => [{ example, told: toneBy(example, model) }],
    'model without the question': (example) =>
      unasked([example]).map((mail) => ({ example: mail, told: toneBy(mail, model) })),
    'plain logistic regression': (example) => [{ example, told: plain(example) }],
    'naive Bayes': (example) => [{ example, told: bayes(example) }],
  }
}
