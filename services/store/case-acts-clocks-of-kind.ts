/** The clocks of a case after its kind was confirmed or converted. */
import { clocksFor, type Matter } from '../../router/set-clocks/clocks-for.ts'
import { wasSaid } from '../../router/set-clocks/set-clocks.ts'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import type { Rules } from '../../shared/knowledge.ts'
import type { ClockSetting } from '../../shared/routing.ts'
import type { Kind, Process } from '../../shared/words.ts'
import type { Act } from './case-acts.ts'
import { periodSet } from './case-acts-declined.ts'
import { endClocks, setNextDue, type EndedBecause } from './case-acts-clocks.ts'
import type { CaseHead } from './case-file.ts'
import type { Queries } from './database.ts'
import { saveClocks } from './duties.ts'

/** Those of the kind, counted from the day of receipt as before; a complaint's besides where nobody has confirmed it. */
export async function setClocksForKind(
  { queries, head, who, now }: Act,
  kind: Kind,
  rules: Rules,
  confirmed: boolean,
): Promise<void> {
  const present = await presentClocks(queries, head)
  const wanted = await clocksWanted(queries, head, { kind, confirmed }, present, rules)
  const over = present.filter(
    (clock) =>
      clock.state === 'running' &&
      !wanted.some((one) => isSame(one, clock)) &&
      // What the person asked for, or was told where they declined to discuss it, is not in the rules of a kind.
      !(kind === 'complaint' && (clock.name === 'respond-stage-2' || clock.because.key === periodSet)),
  )
  await endClocks(queries, over, 'dropped', { because: 'kind-confirmed', by: who.id, at: now })
  await saveClocks(
    queries,
    head.id,
    wanted.filter((one) => !present.some((clock) => isSame(one, clock))),
  )
  await sayWhyNow(queries, present, wanted)
  await setNextDue(queries, head.id)
}

/** A clock that ran in case it should be a complaint goes on for what it now is. */
async function sayWhyNow(
  queries: Queries,
  present: readonly PresentClock[],
  wanted: readonly ClockSetting[],
): Promise<void> {
  for (const clock of present.filter(({ state }) => state === 'running')) {
    const now = wanted.find((one) => isSame(one, clock))
    if (now === undefined) continue
    await queries
      .updateTable('clocks')
      .set({ because: JSON.stringify(now.because) })
      .where('id', '=', clock.id)
      .where('due_on', '=', now.dueOn)
      .execute()
  }
}

/** What settling ended, or ended unsettled, is over for whatever kind it is. */
const overForGood: readonly EndedBecause[] = ['settled-aloud', 'settled-later', 'not-settled']

async function presentClocks(queries: Queries, head: CaseHead) {
  return queries
    .selectFrom('clocks')
    .select(['id', 'name', 'process', 'state', 'ended_at', 'happened_on', 'because'])
    .where('case', '=', head.id)
    .where('organisation', '=', head.received_by)
    .where((where) =>
      where.or([where('state', 'in', ['running', 'met']), where('ended_because', 'in', [...overForGood])]),
    )
    .execute()
}

type PresentClock = Awaited<ReturnType<typeof presentClocks>>[number]

/** What follows a clock that was met, such as the answer after the acknowledgement, runs from that day. */
function metOn(
  present: readonly PresentClock[],
  process: Process,
): ReadonlyMap<PresentClock['name'], CalendarDate> {
  return new Map(
    present.flatMap((clock) =>
      clock.process === process && clock.state === 'met' && clock.ended_at !== null
        ? [[clock.name, clock.happened_on ?? londonDate(clock.ended_at)] as const]
        : [],
    ),
  )
}

function isSame(
  one: Pick<ClockSetting, 'name' | 'process'>,
  other: Pick<ClockSetting, 'name' | 'process'>,
): boolean {
  return one.name === other.name && one.process === other.process
}

async function clocksWanted(
  queries: Queries,
  head: CaseHead,
  { kind, confirmed }: Pick<Matter, 'kind' | 'confirmed'>,
  present: readonly PresentClock[],
  rules: Rules,
): Promise<readonly ClockSetting[]> {
  const processes = await processesOf(queries, head)
  const oral = await beganBySaying(queries, head)
  return processes.flatMap((process) =>
    clocksFor(
      {
        organisation: head.received_by,
        process,
        receivedOn: head.received_on,
        kind,
        confirmed,
        level: head.level,
        oral,
        metOn: metOn(present, process),
      },
      rules,
    ),
  )
}

/** What it began with: later words in writing do not make what was said a letter. */
async function beganBySaying(queries: Queries, { id, channel }: CaseHead): Promise<boolean> {
  const first = await queries
    .selectFrom('submissions')
    .select('content')
    .where('case', '=', id)
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst()
  return wasSaid(first?.content ?? { channel })
}

/** One for most; a council answers for social care and for the rest under different rules. */
async function processesOf(queries: Queries, head: CaseHead): Promise<readonly Process[]> {
  const { process } = await queries
    .selectFrom('organisations')
    .select('process')
    .where('id', '=', head.received_by)
    .executeTakeFirstOrThrow()
  const issues = await queries
    .selectFrom('issues')
    .leftJoin('care_services', 'care_services.id', 'issues.care_service')
    .select(['care_services.organisation', 'care_services.process'])
    .where('issues.case', '=', head.id)
    .execute()
  const found = issues.map((issue) =>
    issue.organisation === head.received_by ? (issue.process ?? process) : process,
  )
  return found.length === 0 ? [process] : [...new Set(found)]
}
