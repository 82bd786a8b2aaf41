/** What routing rules name and the directory does not list, in words for whoever handed in the one or the other. */
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { Directory } from '../../shared/directory.ts'
import type { RoutingRule } from '../../shared/knowledge.ts'
import { loadWords } from '../pages/languages.ts'

/** A sentence for each; none for rules that are over. */
export function goneFromRules(
  routing: readonly RoutingRule[],
  directory: Directory,
  today: CalendarDate,
): readonly string[] {
  const { organisations, careServices, teams } = directory
  const listed = new Set<string>([...organisations, ...careServices, ...teams].map(({ id }) => id))
  const words = loadWords()
  return routing.flatMap((rule, at) =>
    rule.until !== null && rule.until < today
      ? []
      : namesOf(rule)
          .filter((value) => !listed.has(value))
          .map((value) => words.translate('directory:rules.gone', { place: at + 1, value }, 'en')),
  )
}

function namesOf({ team, when }: RoutingRule): readonly string[] {
  return [team, ...(when.organisation ?? []), ...(when.careService ?? [])]
}
