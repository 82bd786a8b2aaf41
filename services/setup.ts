/** First-run setup: the seeded rules and an example directory clearly marked as such. */
import { exampleDirectory } from '../rules/example-directory.ts'
import { seedRules } from '../rules/seed-rules.ts'
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
 * Of the rules, people edit only the routing rules: every other part is always the release's. A version that a person
 * made stays theirs under their name, with the directory and the routing rules as they left them.
 */
function refreshed({ directory, rules, madeBy }: StoredKnowledge): KnowledgeContent {
  if (madeBy !== theRelease) return { directory, rules: { ...seedRules, routing: rules.routing } }
  return { directory: directory.example ? exampleDirectory : directory, rules: seedRules }
}
