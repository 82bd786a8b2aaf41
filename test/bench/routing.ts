/** The router by itself, on one core and without a database: texts a second, and the time for a very long text. */
import { exampleDirectory } from '../../rules/example-directory.ts'
import { loadModel } from '../../rules/classifier/load-model.ts'
import { seedRules } from '../../rules/seed-rules.ts'
import { route } from '../../router/route.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import { submissionOf } from '../../shared/submission.ts'
import { printFigure } from './figure.ts'

/** Typical length: what people write in a comment box. */
const comments = [
  'The staff were kind and explained everything to me.',
  'I waited four hours in A&E and nobody told me why. The chairs were dirty too.',
  'My appointment was cancelled twice and I only found out when I arrived at outpatients.',
  'Please put more signs in the car park, it is hard to find the entrance.',
  'Roedd y nyrsys yn hyfryd ond roedd yr aros yn hir iawn.',
  'My father fell twice on the ward in one night and we were not told until the next day.',
]

export function measureRouting(): void {
  const started = performance.now()
  const model = loadModel()
  printFigure({
    name: 'model loaded',
    value: performance.now() - started,
    unit: 'ms',
    against: { name: 'aim', value: 100 },
  })
  const knowledge: Knowledge = {
    version: 'bench',
    today: '2026-11-16',
    routedOn: '2026-11-16',
    receivedBy: exampleDirectory.host,
    directory: exampleDirectory,
    rules: seedRules,
    earlierCounts: new Map(),
    model,
  }
  printFigure({
    name: 'texts routed on one core',
    value: steadyTextsPerSecond(knowledge),
    unit: '1/s',
    against: { name: 'aim', value: 3_000 },
  })
  const short = millisecondsFor(knowledge, 5_000)
  const long = millisecondsFor(knowledge, 20_000)
  printFigure({ name: 'a text of 5,000 characters', value: short, unit: 'ms', against: null })
  printFigure({
    name: 'a text of 20,000 characters',
    value: long,
    unit: 'ms',
    against: { name: 'aim', value: 50 },
  })
  printFigure({
    name: 'the worst of hostile texts of 20,000 characters',
    value: Math.max(...hostile.map((part) => millisecondsFor(knowledge, 20_000, part))),
    unit: 'ms',
    against: { name: 'aim', value: 50 },
  })
  printFigure({
    name: 'four times the length costs',
    value: long / short,
    unit: 'times',
    against: { name: 'linear', value: 4 },
  })
}

/** As in a worker that has run for a second: what the engine spends on making code ready is not counted. */
function steadyTextsPerSecond(knowledge: Knowledge): number {
  textsPerSecond(knowledge, 1_000)
  return textsPerSecond(knowledge, 3_000)
}

function textsPerSecond(knowledge: Knowledge, milliseconds: number): number {
  let routed = 0
  const until = performance.now() + milliseconds
  const started = performance.now()
  while (performance.now() < until) {
    for (const text of comments)
      route(submissionOf({ channel: 'web-form', text: `${text} ${routed}` }), knowledge)
    routed += comments.length
  }
  return routed / ((performance.now() - started) / 1_000)
}

/** Repeated, these set expressions and lists going at every letter. */
const hostile = [
  'a',
  ' ',
  '\n',
  '(',
  '"',
  '.',
  '1 ',
  'a@',
  'A. ',
  'É',
  'very ',
  'the ward ',
  'in in in the ',
  'he hit he hit my ',
  'i want to want to ',
  'died of of the ',
]

/** The median of several; unless told otherwise for a text that has a bit of everything in it. */
function millisecondsFor(knowledge: Knowledge, characters: number, part = comments.join(' ')): number {
  const text = part.repeat(Math.ceil(characters / part.length)).slice(0, characters)
  const times = Array.from({ length: 15 }, (_, i) => {
    const started = performance.now()
    route(submissionOf({ channel: 'web-form', text: `${text}${i}` }), knowledge)
    return performance.now() - started
  })
  return times.toSorted((a, b) => a - b)[7] ?? 0
}
