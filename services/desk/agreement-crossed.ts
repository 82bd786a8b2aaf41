/** Agreement on one finding by subject and month, of all channels together or of one: a row for each subject. */
import type { Rules } from '../../shared/knowledge.ts'
import type { ChannelName } from '../../shared/words.ts'
import { crossings, type Crossing } from '../store/evaluate-figures.ts'
import type { JudgedAbout, Judgement } from '../store/evaluations.ts'
import { subjectNames } from './names.ts'

interface Cell {
  readonly judged: number
  readonly agreed: number
  /** 0 to 100. */
  readonly percent: number
}

export interface CrossedShown {
  /** YYYY-MM-01, oldest first; every month in between, also where nobody judged anything. */
  readonly months: readonly string[]
  /** Null where nobody judged that. */
  readonly rows: readonly {
    readonly code: string
    readonly name: string
    readonly cells: readonly (Cell | null)[]
  }[]
}

/** `channel` null: all of them. */
export function crossedShown(
  judgements: readonly Judgement[],
  { about, channel }: { readonly about: JudgedAbout; readonly channel: ChannelName | null },
  rules: Pick<Rules, 'subjects'>,
): CrossedShown {
  const found = crossings(judgements).filter(
    (one) => one.about === about && (channel === null || one.channel === channel),
  )
  const months = monthsBetween(found.map(({ month }) => month).toSorted())
  const bySubject = Map.groupBy(found, ({ subject }) => subject)
  const rows = [...bySubject].map(([code, ofThis]) => ({
    code,
    name: subjectNames([code], rules)[0] ?? code,
    cells: months.map((month) => cellOf(ofThis.filter((one) => one.month === month))),
  }))
  return {
    months: months.map((month) => `${month}-01`),
    rows: rows.toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
  }
}

function cellOf(found: readonly Crossing[]): Cell | null {
  const judged = found.reduce((sum, one) => sum + one.judged, 0)
  const agreed = found.reduce((sum, one) => sum + one.agreed, 0)
  return judged === 0 ? null : { judged, agreed, percent: Math.round((agreed / judged) * 100) }
}

/** From the first to the last, both included. */
function monthsBetween(sorted: readonly string[]): readonly string[] {
  const last = sorted.at(-1)
  const months: string[] = []
  for (let month = sorted[0]; month !== undefined && last !== undefined && month <= last; month = next(month))
    months.push(month)
  return months
}

function next(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return of === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(of + 1).padStart(2, '0')}`
}
