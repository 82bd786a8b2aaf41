/** Whoever has read what was new says so, without doing anything else. */
import { actOnCase, type ActResult, type Acting } from './case-acts.ts'
import type { Database } from './database.ts'

export async function markCaseRead(db: Database, acting: Acting): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', () => Promise.resolve({ act: 'case.read' }))
}
