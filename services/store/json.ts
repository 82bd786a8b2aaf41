/** How jsonb columns are typed: read as the value, written as its JSON text (node-postgres would make SQL arrays of lists). */
import type { ColumnType } from 'kysely'

export type JsonOf<T> = ColumnType<T, string, string>

/** How a submission found its case. */
export type Match =
  | { readonly how: 'new' }
  | { readonly how: 'reply-token' | 'references' | 'conversation'; readonly sameSender: boolean }
