/** Harm that was put down to somebody, as the reasons of a grading record it: whoever grades anew does not forget it. */
import { reason, type Reason, type Span } from '../finding.ts'
import type { HarmFloorRule, Rules } from '../knowledge.ts'
import { levels, type Level } from '../words.ts'

type Harm = HarmFloorRule['code']

/** Recorded also where the matrix alone gives as much: else the next grading would know of no floor. */
export function floorReason(code: Harm, level: Level, spans?: readonly Span[]): Reason {
  return reason(floorKey(code), { level }, spans)
}

function floorKey(code: string): string {
  return `router:risk.floor.${code}`
}

export interface Graded {
  readonly because: readonly Reason[]
  /** Null: by the hub. */
  readonly graded_by: unknown
}

/** The gravest harm that stands; null where there is none. Of gradings, newest first. */
export function harmOf(gradings: readonly Graded[], { harmFloor }: Pick<Rules, 'harmFloor'>): Harm | null {
  const keys = keysThatStand(gradings)
  const harms = harmFloor.filter(({ code }) => keys.has(floorKey(code)))
  const gravest = harms.toSorted((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level))
  return gravest[0]?.code ?? null
}

/** Harm in what was written that does not stand yet. */
export function harmUnheard(heard: readonly Reason[], gradings: readonly Graded[]): readonly Reason[] {
  const keys = keysThatStand(gradings)
  return heard.filter(({ key }) => key.startsWith(floorKey('')) && !keys.has(key))
}

/** What the hub heard since a person graded the case counts beside what that person said, and nothing from before. */
function keysThatStand(gradings: readonly Graded[]): ReadonlySet<string> {
  const byPerson = gradings.findIndex((grading) => grading.graded_by !== null)
  const since = byPerson < 0 ? gradings : gradings.slice(0, byPerson + 1)
  return new Set(since.flatMap(({ because }) => because.map(({ key }) => key)))
}
