/** `hub route`: submissions through the router with the seeded or a given knowledge, one JSON line each, without database or network. */
import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { route as routeSubmission } from '../../router/route.ts'
import { offeredAt, type Offered } from '../../shared/clock/accept-by.ts'
import { isCalendarDate } from '../../shared/dates/london.ts'
import type { Finding, Reason } from '../../shared/finding.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Routing } from '../../shared/routing.ts'
import { loadWords, type Words } from '../pages/languages.ts'
import { givenKnowledge, type Given } from './given-knowledge.ts'
import { goneFromRules } from './gone-from-rules.ts'
import { WrongFile } from './json-file.ts'
import { parseRouteLine } from './route-input.ts'
import type { Verb } from './verb.ts'

export const route: Verb = {
  name: 'route',
  usage:
    'route [FILE.jsonl] [--at DAY_OR_TIME] [--directory FILE] [--rules FILE] [--received-by ORGANISATION] [--earlier FILE]   submissions, one JSON object a line, through the router; files give what it is to know instead of the seeded',
  async run(args) {
    const asked = askedFor(args)
    if (typeof asked === 'string') return wrongUse(asked)
    try {
      const knowledge = givenKnowledge(asked.given, asked.at)
      for (const sentence of goneFromRules(knowledge.rules.routing, knowledge.directory, asked.at.on))
        tell(sentence)
      const input = asked.file === null ? await textOf(process.stdin) : await readFile(asked.file, 'utf8')
      return (await routeAll(input, knowledge)) ? 0 : 1
    } catch (error) {
      if (error instanceof WrongFile) return wrongUse(error.message)
      throw error
    }
  },
}

function wrongUse(sentence: string): 2 {
  tell(sentence)
  return 2
}

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

interface Asked {
  readonly file: string | null
  readonly at: Offered
  readonly given: Given
}

/** What to read, as of which day and knowing what; a sentence where the words after the verb are wrong. */
function askedFor(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        at: { type: 'string' },
        directory: { type: 'string' },
        rules: { type: 'string' },
        'received-by': { type: 'string' },
        earlier: { type: 'string' },
      },
      allowPositionals: true,
    })
    const { at: day, ...given } = values
    const at = day === undefined ? offeredAt(new Date()) : asOf(day)
    if (at === null)
      return `Write after --at a date, 2026-11-22, or a time with its offset, 2026-11-22T18:30+00:00, not ${day}`
    if (positionals.length > 1) return 'Name one file, or none to read standard input'
    return { file: positionals[0] ?? null, at, given }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A day, in office hours, or an instant (ISO 8601 with its offset) as the clocks in London show it; null where it is neither. */
function asOf(text: string): Offered | null {
  if (isCalendarDate(text)) return { on: text }
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? new Date(text) : null
  const hasOffset = /(?:Z|[+-]\d{2}:\d{2})$/.test(text)
  return instant === null || !hasOffset || Number.isNaN(instant.getTime()) ? null : offeredAt(instant)
}

/** In the order of the input. Tells whether every line could be routed. */
async function routeAll(input: string, knowledge: Knowledge): Promise<boolean> {
  const words = loadWords()
  let allWell = true
  for (const line of input.split('\n')) {
    if (line.trim() === '') continue
    const out = routedOrNot(line, knowledge, words)
    allWell &&= !('error' in out)
    await write(`${JSON.stringify(out)}\n`)
  }
  return allWell
}

function routedOrNot(line: string, knowledge: Knowledge, words: Words): object {
  try {
    return printed(routeSubmission(parseRouteLine(line), knowledge), words)
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

function printed(routing: Routing, words: Words): object {
  const { classification, risk, owners, arrangement, clocks, handoffs } = routing
  const { joint, consentsNeeded } = arrangement
  return {
    kind: classification.kind.value,
    tone: classification.tone.value,
    language: classification.language.value,
    issues: classification.issues.map((issue) => ({ ...issue, subjects: valuesOf(issue.subjects) })),
    subjects: [...new Set(classification.issues.flatMap(({ subjects }) => valuesOf(subjects)))],
    organisations: valuesOf(classification.organisations),
    careServices: valuesOf(classification.careServices),
    staff: valuesOf(classification.staff),
    wants: valuesOf(classification.wants),
    ...(classification.notToTell.length > 0 ? { notToTell: valuesOf(classification.notToTell) } : {}),
    ...(classification.requests.length > 0 ? { requests: valuesOf(classification.requests) } : {}),
    exclusions: valuesOf(classification.exclusions),
    outOfTime: classification.outOfTime.value,
    seriousness: risk.seriousness.value,
    likelihood: risk.likelihood.value,
    level: risk.level.value,
    flags: valuesOf(risk.flags),
    owners: valuesOf(owners),
    handoffs: handoffs.map(({ organisation, team, state, acceptBy, acceptWithinHours }) => ({
      organisation,
      team,
      state,
      acceptBy,
      acceptWithinHours,
    })),
    ...(joint ? { lead: arrangement.lead.value } : {}),
    ...(consentsNeeded.length > 0 ? { consents: consentsNeeded } : {}),
    clocks,
    reasons: distinct(reasonsOf(routing).map((reason) => worded(reason, words))),
  }
}

function valuesOf<T>(findings: readonly Finding<T>[]): T[] {
  return findings.map(({ value }) => value)
}

function reasonsOf({ classification, risk, owners, arrangement }: Routing): Reason[] {
  const { kind, tone, language, issues, organisations, careServices, staff } = classification
  const { wants, notToTell, requests, exclusions, outOfTime } = classification
  const findings: readonly Finding<unknown>[] = [
    kind,
    tone,
    language,
    ...issues.flatMap(({ subjects }) => subjects),
    ...organisations,
    ...careServices,
    ...staff,
    ...wants,
    ...notToTell,
    ...requests,
    ...exclusions,
    ...(outOfTime.value ? [outOfTime] : []),
    risk.seriousness,
    risk.likelihood,
    risk.level,
    ...risk.flags,
    ...owners,
    ...(arrangement.joint ? [arrangement.lead] : []),
  ]
  return [...findings.flatMap(({ because }) => because), ...risk.attention]
}

/** Who is told of a flag is told why it was raised: said once is enough. */
function distinct(sentences: readonly object[]): readonly object[] {
  return [...new Map(sentences.map((sentence) => [JSON.stringify(sentence), sentence])).values()]
}

/** The sentence a member of staff would read, and where in the text the words stand. */
function worded(reason: Reason, words: Words): object {
  const spans = reason.spans === undefined ? {} : { spans: reason.spans }
  return { key: reason.key, says: words.say(reason, 'en'), ...spans }
}

/** Waits where the reader of our output is slower than we are. */
function write(line: string): Promise<void> {
  return new Promise((resolve, reject) =>
    process.stdout.write(line, (error) => (error ? reject(error) : resolve())),
  )
}
