/** The tables out of a JSON file: an object with an array of rows for each table, the same columns as in CSV. */
import { reason } from '../finding.ts'
import type { RowProblem } from './cells.ts'
import {
  listSeparator,
  optionalTables,
  tableNames,
  type DirectoryTables,
  type Row,
  type TableName,
} from './tables.ts'

/** What a file or a folder holds, and what in it could not be read. */
export interface TablesRead {
  /** Null where a whole table is missing or unreadable: of what refers to it nothing could be said. */
  readonly tables: DirectoryTables | null
  readonly problems: readonly RowProblem[]
}

/** Of tables that were all read, if not each of their rows. */
export function tablesRead(tables: DirectoryTables, problems: readonly RowProblem[]): TablesRead {
  return { tables: problems.some(({ row }) => row === null) ? null : tables, problems }
}

/** Rows are counted from 1, as they stand in their array. */
export function tablesFromJson(json: unknown): TablesRead {
  const problems: RowProblem[] = []
  const tableOf = (table: TableName) => rowsOf(table, isObject(json) ? json[table] : undefined, problems)
  const tables: DirectoryTables = {
    organisations: tableOf('organisations'),
    'care-services': tableOf('care-services'),
    teams: tableOf('teams'),
    responsibilities: tableOf('responsibilities'),
    doors: tableOf('doors'),
    contacts: tableOf('contacts'),
  }
  return tablesRead(tables, problems)
}

/** The tables as JSON text that `tablesFromJson` takes, one row per line. */
export function tablesToJson(tables: DirectoryTables): string {
  const parts = tableNames.map((table) => {
    const rows = tables[table].map(({ fields }) => `    ${JSON.stringify(fields)}`)
    return `  ${JSON.stringify(table)}: [\n${rows.join(',\n')}\n  ]`
  })
  return `{\n${parts.join(',\n')}\n}\n`
}

function rowsOf(table: TableName, value: unknown, problems: RowProblem[]): readonly Row[] {
  if (value === undefined && optionalTables.includes(table)) return []
  if (!Array.isArray(value)) {
    problems.push({ table, row: null, field: null, reason: reason('directory:table-missing', { table }) })
    return []
  }
  return value.map((entry: unknown, position) => {
    const number = position + 1
    if (isObject(entry)) return { number, fields: fieldsOf(table, number, entry, problems) }
    problems.push({ table, row: number, field: null, reason: reason('directory:not-a-row') })
    return { number, fields: {} }
  })
}

function fieldsOf(
  table: TableName,
  row: number,
  entry: Readonly<Record<string, unknown>>,
  problems: RowProblem[],
): Row['fields'] {
  const fields: Record<string, string> = {}
  for (const [field, value] of Object.entries(entry)) {
    const text = textOf(value)
    if (text === null) problems.push({ table, row, field, reason: reason('directory:not-text', { field }) })
    else fields[field] = text
  }
  return fields
}

function textOf(value: unknown): string | null {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value) && value.every((name) => typeof name === 'string'))
    return value.join(listSeparator)
  return null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
