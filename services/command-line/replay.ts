/** `hub replay`: routes again what was routed, shows what today's rules would alter, and with `--apply` keeps it. */
import { parseArgs } from 'node:util'
import { route } from '../../router/route.ts'
import { daysBefore, isCalendarDate, londonDate, londonInstant } from '../../shared/dates/london.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Routing } from '../../shared/routing.ts'
import { createKnowledgeSource, type KnowledgeSource } from '../pipeline/knowledge.ts'
import type { Database } from '../store/database.ts'
import { keepReplay } from '../store/keep-replay.ts'
import { withoutOwn } from '../store/knowledge.ts'
import { listStandings, type Standing } from '../store/replays.ts'
import { loadSubmission } from '../store/submissions.ts'
import type { OnGround } from './administering.ts'
import type { Verb } from './verb.ts'

const daysUnasked = 30
const progressEvery = 200

const usage = 'replay [--since YYYY-MM-DD] [--apply]'

export function createReplayVerb(withDatabase: OnGround<Database>, now: () => Date): Verb {
  return {
    name: 'replay',
    usage,
    run(args) {
      const wish = readWish(args, now())
      if (wish !== null) return withDatabase((db) => replayAll(db, wish, now))
      process.stderr.write(`Use: hub ${usage}\n`)
      return Promise.resolve(2)
    },
  }
}

interface Wish {
  /** The first moment of a day in London. */
  readonly since: Date
  readonly apply: boolean
}

function readWish(args: readonly string[], now: Date): Wish | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { since: { type: 'string' }, apply: { type: 'boolean', default: false } },
    })
    const { since, apply } = values
    if (since !== undefined && !isCalendarDate(since)) return null
    const first = since ?? daysBefore(londonDate(now), daysUnasked)
    return { since: new Date(londonInstant(first, '00:00')), apply }
  } catch {
    return null
  }
}

async function replayAll(db: Database, { since, apply }: Wish, now: () => Date): Promise<0 | 1> {
  const knowledge = createKnowledgeSource(db)
  const standings = await listStandings(db, { since })
  const total = standings.length
  process.stderr.write(`${total} to route again\n`)
  let altered = 0
  let kept = 0
  let suggested = 0
  for (const [at, standing] of standings.entries()) {
    const again = await routeAgain(db, knowledge, standing, now())
    if (again !== null) {
      const { routing, knowledge: found } = again
      const changes = changesOf(standing, routing)
      const outcome = apply ? await keepReplay(db, standing, routing, found, now()) : null
      if (outcome?.written === true) kept++
      suggested += outcome?.suggested.length ?? 0
      if (Object.keys(changes).length > 0) {
        altered++
        const { reference } = standing
        const done = outcome === null ? {} : { kept: outcome.written, suggested: outcome.suggested }
        process.stdout.write(`${JSON.stringify({ reference, changes, ...done })}\n`)
      }
    }
    if ((at + 1) % progressEvery === 0) process.stderr.write(`${at + 1} of ${total} routed again\n`)
  }
  process.stdout.write(`${JSON.stringify({ routed: total, altered, kept, suggested })}\n`)
  return 0
}

async function routeAgain(
  db: Database,
  knowledge: KnowledgeSource,
  standing: Standing,
  now: Date,
): Promise<{ readonly routing: Routing; readonly knowledge: Knowledge } | null> {
  const submission = await loadSubmission(db, standing.submission)
  if (submission === null) return null
  const { receivedAt, receivedBy, content } = submission
  const holds = await knowledge.knowledgeFor(receivedAt, receivedBy, now)
  const earlierCounts = await withoutOwn(db, standing.case, holds.earlierCounts)
  const found = { ...holds, earlierCounts }
  return { routing: route(content, found), knowledge: found }
}

type Changes = Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>

/** Only what differs: how the case stands, and what would be concluded today. */
function changesOf(standing: Standing, { classification, risk, owners }: Routing): Changes {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['kind', standing.kind, classification.kind.value],
    ['tone', standing.tone, classification.tone.value],
    ['level', standing.level, risk.level.value],
    ['flags', sorted(standing.flags), sorted(risk.flags.map((flag) => flag.value))],
    ['team', standing.team, owners[0].value.team],
    [
      'subjects',
      sorted(standing.subjects),
      sorted(classification.issues.flatMap((issue) => issue.subjects.map((subject) => subject.value))),
    ],
  ]
  return Object.fromEntries(
    pairs
      .filter(([, from, to]) => JSON.stringify(from) !== JSON.stringify(to))
      .map(([name, from, to]) => [name, { from, to }]),
  )
}

function sorted(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted()
}
