/** What a trial of changed rules shows: the teams by their names, and no more rows than somebody reads. */
import type { Directory } from '../../shared/directory.ts'
import type { TeamId } from '../../shared/ids.ts'
import type { TryOut } from './rules-try-out.ts'

const mostShown = 100

export function tryOutShown(tried: TryOut, { teams }: Pick<Directory, 'teams'>): object {
  const names = (ids: readonly TeamId[]): readonly string[] =>
    ids.map((id) => teams.find((team) => team.id === id)?.name ?? id)
  return {
    ...tried,
    moved: tried.rows.length,
    rows: tried.rows.slice(0, mostShown).map((row) => ({ ...row, from: names(row.from), to: names(row.to) })),
    unshown: Math.max(0, tried.rows.length - mostShown),
  }
}
