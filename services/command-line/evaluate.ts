/** `hub evaluate`: how often people agreed with the router, and how far gradings moved once a case was investigated. */
import { parseArgs } from 'node:util'
import { isCalendarDate } from '../../shared/dates/london.ts'
import { hubScope, withScope, type Database } from '../store/database.ts'
import { listJudgements, listRegraded, type Span } from '../store/evaluations.ts'
import { agreements, agrees, drifts } from './evaluate-figures.ts'
import type { Verb } from './verb.ts'

const usage = 'evaluate [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--examples]'

export function createEvaluateVerb(
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>,
): Verb {
  return {
    name: 'evaluate',
    usage,
    async run(args) {
      const wish = readWish(args)
      if (wish === null) {
        process.stderr.write(`Use: hub ${usage}\n`)
        return 2
      }
      const lines = await withDatabase((db) => (wish.examples ? examplesOf(db, wish) : figuresOf(db, wish)))
      for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`)
      return 0
    },
  }
}

interface Wish extends Span {
  readonly examples: boolean
}

function readWish(args: readonly string[]): Wish | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        examples: { type: 'boolean', default: false },
      },
    })
    const { from = null, to = null, examples } = values
    const days = [from, to].filter((day) => day !== null)
    return days.every(isCalendarDate) ? { from, to, examples } : null
  } catch {
    return null
  }
}

async function figuresOf(db: Database, span: Span): Promise<readonly object[]> {
  return withScope(db, hubScope, async (queries) => [
    ...agreements(await listJudgements(queries, span)),
    ...drifts(await listRegraded(queries, span)),
  ])
}

/** References and codes only: what people wrote stays on the desk. */
async function examplesOf(db: Database, span: Span): Promise<readonly object[]> {
  const judgements = await withScope(db, hubScope, (queries) => listJudgements(queries, span))
  return judgements.map((judgement) => {
    const { reference, about, router, person } = judgement
    return { reference, about, router, person, agreed: agrees(judgement) }
  })
}
