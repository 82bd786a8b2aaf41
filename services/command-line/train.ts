#!/usr/bin/env node
/** `npm run train -- CORPUS`: trains the classifier's weights on comments labelled by people, and says how good they are on rows not trained on. */
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unasked, type Example } from '../../router/classify/tone/examples.ts'
import { encodeModel } from '../../rules/classifier/weights-file.ts'
import { weightsFile } from '../../rules/classifier/load-model.ts'
import { foldOf, trainTone } from '../../router/classify/tone/train-tone.ts'
import { measureTone } from '../../router/classify/tone/measure-tone.ts'
import { londonDate } from '../../shared/dates/london.ts'
import { exampleOf, type LabelledComment } from './labelled-comments.ts'

const folds = 5

/** Made up by us: turns of phrase and Welsh, which collected comments lack. */
const ownExamples = new URL('../../rules/classifier/own-examples.jsonl', import.meta.url)

process.exitCode = await train(process.argv.slice(2))

/** The corpus is a JSONL file of labelled comments, or a folder of such files. Writes rules/classifier/tone.weights and prints one JSON line. */
async function train([corpus]: readonly string[]): Promise<0 | 2> {
  if (corpus === undefined) {
    process.stderr.write('Name the corpus: npm run train -- feedback.jsonl\n')
    return 2
  }
  const comments = (await linesOf(corpus)).flatMap(exampleOf)
  const own = (await linesOf(fileURLToPath(ownExamples))).flatMap(exampleOf).map(({ example }) => example)
  process.stdout.write(
    `${JSON.stringify({ crossValidated: crossValidated(comments, own), examples: comments.length })}\n`,
  )
  const model = trainTone([...comments.map(({ example }) => example), ...own], londonDate(new Date()))
  const bytes = encodeModel(model)
  await writeFile(weightsFile, bytes)
  process.stdout.write(`${JSON.stringify({ version: model.version, bytes: bytes.length })}\n`)
  return 0
}

async function linesOf(corpus: string): Promise<string[]> {
  const isFolder = (await stat(corpus)).isDirectory()
  const names = isFolder ? (await readdir(corpus)).filter((name) => name.endsWith('.jsonl')).sort() : null
  const files = names === null ? [corpus] : names.map((name) => join(corpus, name))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return texts.flatMap((text) => text.split('\n'))
}

/** Every row is judged by a model that saw neither it nor its like. */
function crossValidated(comments: readonly LabelledComment[], own: readonly Example[]): object {
  const told = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isHeldOut = ({ example }: LabelledComment) => foldOf(example.text, folds, 7) === fold
    const model = trainTone(
      [...comments.filter((comment) => !isHeldOut(comment)).map(({ example }) => example), ...own],
      `fold-${fold}`,
    )
    return comments.filter(isHeldOut).map((comment) => ({ ...comment, model }))
  })
  const sources = [...new Set(comments.map(({ source }) => source))].sort()
  return Object.fromEntries(
    sources.map((source) => {
      const answers = told.filter((comment) => comment.source === source)
      const asMail = answers.flatMap(({ example, model }) =>
        unasked([example]).map((mail) => ({ example: mail, model })),
      )
      return [source, { answers: measureTone(answers), withoutQuestion: measureTone(asMail) }]
    }),
  )
}
