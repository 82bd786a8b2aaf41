/** What a person said and took back with one click: it stays on record and counts for nothing. */
import { sql, type RawBuilder } from 'kysely'

/** Of a finding that the query names `said`: nobody took it back. */
export const stands: RawBuilder<unknown> = sql`not exists (select from undone_findings where undone_findings.finding = said.id)`
