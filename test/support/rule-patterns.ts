/** Every pattern that stands in the rules of a fresh hub, each once. */
import { seedRules } from '../../rules/seed-rules.ts'

/** All that stands under such a name, however deep. */
function patternsIn(value: unknown, name = ''): readonly string[] {
  if (typeof value === 'string')
    return /^(?:patterns|unless|attributedBy|beforeName)$/.test(name) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((each: unknown) => patternsIn(each, name))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => patternsIn(each, key))
}

export const rulePatterns: readonly string[] = [...new Set(patternsIn(seedRules))]
