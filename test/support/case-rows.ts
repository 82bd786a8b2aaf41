/** What stands in the tables about a case that a test made. */
import type { Database } from '../../services/store/database.ts'
import type { CaseMade } from './cases.ts'

export function caseRow(db: Database, { id }: CaseMade) {
  return db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** Oldest first. */
export function findingsAbout(db: Database, { id }: CaseMade, about: string) {
  return db
    .selectFrom('findings')
    .selectAll()
    .where('case', '=', id)
    .where('about', '=', about)
    .orderBy('id')
    .execute()
}

export function acknowledgeClock(db: Database, { id }: CaseMade) {
  return db
    .selectFrom('clocks')
    .selectAll()
    .where('case', '=', id)
    .where('name', '=', 'acknowledge')
    .executeTakeFirstOrThrow()
}

/** What was done to it, oldest first. */
export function auditOf(db: Database, { id }: Pick<CaseMade, 'id'>) {
  return db.selectFrom('audit_entries').selectAll().where('about', '=', id).orderBy('id').execute()
}
