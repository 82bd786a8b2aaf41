/** When each kiosk last sent a message, so that staff see one that fell silent. */
import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // A kiosk that sent before this stands as silent until it sends again: which delivery came from where is sealed.
  await sql`alter table kiosks add column last_message_at timestamptz`.execute(db)
}
