/** `hub evaluate`: how often people agreed with the router, and how far gradings moved once a case was investigated. */
import { parseArgs } from 'node:util'
import { isCalendarDate } from '../../shared/dates/london.ts'
import type { Database, Queries } from '../store/database.ts'
import { listJudgements, listRegraded, type Span } from '../store/evaluations.ts'
import { agreements, agrees, crossings, drifts } from '../store/evaluate-figures.ts'
import { administerDatabase, type OnGround } from './administering.ts'
import type { Verb } from './verb.ts'

const usage = 'evaluate [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--crossed] [--examples]'

export function createEvaluateVerb(withDatabase: OnGround<Database>, now: () => Date): Verb {
  return administerDatabase(withDatabase, now, {
    name: 'evaluate',
    usage,
    readWish,
    obey: (queries, wish) => {
      if (wish.examples) return examplesOf(queries, wish)
      return wish.crossed ? crossedOf(queries, wish) : figuresOf(queries, wish)
    },
  })
}

interface Wish extends Span {
  readonly examples: boolean
  /** Subject by channel by month, instead of each by itself. */
  readonly crossed: boolean
}

function readWish(args: readonly string[]): Wish | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      examples: { type: 'boolean', default: false },
      crossed: { type: 'boolean', default: false },
    },
  })
  const { from = null, to = null, examples, crossed } = values
  const days = [from, to].filter((day) => day !== null)
  return days.every(isCalendarDate) && !(examples && crossed) ? { from, to, examples, crossed } : null
}

async function figuresOf(queries: Queries, span: Span): Promise<readonly object[]> {
  return [...agreements(await listJudgements(queries, span)), ...drifts(await listRegraded(queries, span))]
}

async function crossedOf(queries: Queries, span: Span): Promise<readonly object[]> {
  return crossings(await listJudgements(queries, span))
}

/** References and codes only: what people wrote stays on the desk. */
async function examplesOf(queries: Queries, span: Span): Promise<readonly object[]> {
  const judgements = await listJudgements(queries, span)
  return judgements.map((judgement) => {
    const { reference, about, router, person } = judgement
    return { reference, about, router, person, agreed: agrees(judgement) }
  })
}
