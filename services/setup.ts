/** First-run setup: the seeded rules and an example directory clearly marked as such. */
import { exampleDirectory } from '../rules/example-directory.ts'
import { seedRules } from '../rules/seed-rules.ts'
import { mergeHolidays } from '../shared/dates/bank-holidays.ts'
import type { Database } from './store/database.ts'
import {
  currentKnowledgeVersion,
  loadKnowledgeVersion,
  saveKnowledge,
  type KnowledgeContent,
  type StoredKnowledge,
} from './store/knowledge.ts'

/** Who wrote a version of the knowledge that came with the program. */
const theRelease = 'release'

/** Run again it changes nothing, but for seeded rules of an older release. */
export async function setUp(db: Database, now: Date): Promise<void> {
  const version = await currentKnowledgeVersion(db)
  const current = version === null ? null : await loadKnowledgeVersion(db, version)
  if (current === null) {
    await saveKnowledge(db, { directory: exampleDirectory, rules: seedRules }, theRelease, now)
    return
  }
  // Saving the same content again is the same version: nothing happens unless the release brought other rules.
  await saveKnowledge(db, refreshed(current), current.madeBy, now)
}

/**
 * Of the rules, people edit the routing rules and add bank holidays: every other part is always the release's. A version
 * that a person made stays theirs under their name, with the directory and the routing rules as they left them. A bank
 * holiday that was in the table stays in it, whoever put it there.
 */
function refreshed({ directory, rules, madeBy }: StoredKnowledge): KnowledgeContent {
  const { routing, bankHolidayChanges } = rules
  const holidays = {
    bankHolidays: mergeHolidays(rules.bankHolidays, seedRules.bankHolidays),
    ...(bankHolidayChanges === undefined ? {} : { bankHolidayChanges }),
  }
  if (madeBy !== theRelease) return { directory, rules: { ...seedRules, ...holidays, routing } }
  const county = directory.example ? exampleDirectory : directory
  return { directory: county, rules: { ...seedRules, ...holidays } }
}
