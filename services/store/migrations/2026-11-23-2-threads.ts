/** Finds the answers to a message that is routed after them. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index submissions_references on submissions
      using gin ((content->'thread'->'references') jsonb_path_ops)`.execute(db)
}
