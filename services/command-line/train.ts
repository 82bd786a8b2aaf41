#!/usr/bin/env node
/** `npm run train -- CORPUS`: trains the classifier's weights on comments labelled by people, and says how good they are on rows not trained on. */
import { readFile, writeFile } from 'node:fs/promises'
import { encodeModel } from '../../rules/classifier/weights-file.ts'
import { weightsFile } from '../../rules/classifier/load-model.ts'
import { foldOf, trainTone } from '../../router/classify/tone/train-tone.ts'
import { measureTone } from '../../router/classify/tone/measure-tone.ts'
import { londonDate } from '../../shared/dates/london.ts'
import { exampleOf, type LabelledComment } from './labelled-comments.ts'

const folds = 5

process.exitCode = await train(process.argv.slice(2))

/** The corpus is a JSONL file of labelled comments. Writes rules/classifier/tone.weights and prints one JSON line. */
async function train([file]: readonly string[]): Promise<0 | 2> {
  if (file === undefined) {
    process.stderr.write('Name the corpus: npm run train -- feedback.jsonl\n')
    return 2
  }
  const comments = (await readFile(file, 'utf8')).split('\n').flatMap(exampleOf)
  process.stdout.write(
    `${JSON.stringify({ crossValidated: crossValidated(comments), examples: comments.length })}\n`,
  )
  const model = trainTone(
    comments.map(({ example }) => example),
    londonDate(new Date()),
  )
  const bytes = encodeModel(model)
  await writeFile(weightsFile, bytes)
  process.stdout.write(`${JSON.stringify({ version: model.version, bytes: bytes.length })}\n`)
  return 0
}

/** Every row is judged by a model that saw neither it nor its like. */
function crossValidated(comments: readonly LabelledComment[]): object {
  const told = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isHeldOut = ({ example }: LabelledComment) => foldOf(example.text, folds, 7) === fold
    const model = trainTone(
      comments.filter((comment) => !isHeldOut(comment)).map(({ example }) => example),
      `fold-${fold}`,
    )
    return comments.filter(isHeldOut).map((comment) => ({ ...comment, model }))
  })
  const sources = [...new Set(comments.map(({ source }) => source))].sort()
  return Object.fromEntries(
    sources.map((source) => [source, measureTone(told.filter((comment) => comment.source === source))]),
  )
}
