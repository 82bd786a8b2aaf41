/** More words for a case that is there already: they can only raise what was found, and rewrite nothing. */
import type { CaseId } from '../../shared/ids.ts'
import type { Routing } from '../../shared/routing.ts'
import { levels, type Flag } from '../../shared/words.ts'
import { record, theHub } from './audit.ts'
import type { Queries } from './database.ts'
import { saveFindings, saveGrading } from './routings.ts'
import type { StoredSubmission } from './submissions.ts'

/** More words for a case that is open: they are read with the same care, and can only raise what was found. */
export async function continueCase(
  db: Queries,
  id: CaseId,
  submission: StoredSubmission,
  routing: Routing,
  now: Date,
): Promise<void> {
  const before = await db
    .selectFrom('cases')
    .select(['level', 'flags', 'received_by'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const rises = levels.indexOf(routing.risk.level.value) > levels.indexOf(before.level)
  const flags = new Set<Flag>([...before.flags, ...routing.risk.flags.map((flag) => flag.value)])
  await db
    .updateTable('cases')
    .set((set) => ({
      state: 'open',
      flags: [...flags],
      unread: set('unread', '+', 1),
      version: set('version', '+', 1),
      ...(rises
        ? {
            level: routing.risk.level.value,
            seriousness: routing.risk.seriousness.value,
            likelihood: routing.risk.likelihood.value,
          }
        : {}),
    }))
    .where('id', '=', id)
    .execute()
  await db
    .insertInto('case_aliases')
    .values({ reference: submission.reference, case: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await saveFindings(db, id, submission.id, routing, now)
  if (rises) await saveGrading(db, id, routing, now)
  await record(db, {
    at: now,
    actor: theHub,
    act: 'case.continue',
    about: { kind: 'case', id },
    organisation: before.received_by,
    details: { submission: submission.id, level: routing.risk.level.value },
  })
}
