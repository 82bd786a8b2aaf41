/** What a trial of changed rules shows: the teams by their names, and no more rows than somebody reads. */
import type { Directory } from '../../shared/directory.ts'
import type { TeamId } from '../../shared/ids.ts'
import { isSame } from '../../shared/same.ts'
import type { MovedCase, TeamsOfCase, TryOut } from './rules-try-out.ts'

const mostShown = 100

export function tryOutShown(tried: TryOut, { teams }: Pick<Directory, 'teams'>): object {
  const names = (ids: readonly TeamId[]): readonly string[] =>
    ids.map((id) => teams.find((team) => team.id === id)?.name ?? id)
  const named = ({ own, told }: TeamsOfCase): object => ({ own: names(own), told: names(told) })
  const { rows } = tried
  return {
    ...tried,
    moved: rows.filter(({ from, to }) => !isSame(from.own, to.own)).length,
    toldOthers: rows.filter(({ from, to }) => !isSame(from.told, to.told)).length,
    rows: rows
      .slice(0, mostShown)
      .map((row: MovedCase) => ({ ...row, from: named(row.from), to: named(row.to) })),
    unshown: Math.max(0, rows.length - mostShown),
  }
}
