/** A directory on disk: one JSON file, or a folder of CSV tables such as a spreadsheet saves. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { RowProblem } from '../../shared/directory-file/cells.ts'
import type { Codes } from '../../shared/directory-file/check-references.ts'
import {
  tablesFromJson,
  tablesRead,
  tablesToJson,
  type TablesRead,
} from '../../shared/directory-file/from-json.ts'
import {
  columns,
  optionalTables,
  tableNames,
  type DirectoryTables,
  type Row,
  type TableName,
} from '../../shared/directory-file/tables.ts'
import { reason } from '../../shared/finding.ts'
import type { Rules } from '../../shared/knowledge.ts'

/** Reads a JSON file, or a folder with organisations.csv, care-services.csv, teams.csv, responsibilities.csv and, if any, doors.csv and contacts.csv. */
export function readDirectoryFiles(path: string): TablesRead {
  return statSync(path).isDirectory() ? readFolder(path) : readDirectoryJson(readFileSync(path))
}

/** Writes one JSON file where the path ends in .json, else a folder of CSV tables. Names what it wrote. */
export function writeDirectoryFiles(path: string, tables: DirectoryTables): readonly string[] {
  if (path.endsWith('.json')) {
    writeFileSync(path, tablesToJson(tables))
    return [path]
  }
  mkdirSync(path, { recursive: true })
  return tableNames.map((table) => {
    const file = join(path, `${table}.csv`)
    writeFileSync(file, tableToCsv(table, tables[table]))
    return file
  })
}

/** The codes that a directory may use. */
export function codesOf(rules: Pick<Rules, 'subjects' | 'serviceAreas'>): Codes {
  return {
    subjects: rules.subjects.map(({ code }) => code),
    areas: rules.serviceAreas.map(({ code }) => code),
  }
}

export function readDirectoryJson(bytes: Uint8Array): TablesRead {
  try {
    return tablesFromJson(JSON.parse(decode(bytes)))
  } catch (error) {
    return { tables: null, problems: [unreadable('organisations', 'JSON', error)] }
  }
}

function readFolder(folder: string): TablesRead {
  const problems: RowProblem[] = []
  const read = (table: TableName) => readTable(table, join(folder, `${table}.csv`), problems)
  const tables = {
    organisations: read('organisations'),
    'care-services': read('care-services'),
    teams: read('teams'),
    responsibilities: read('responsibilities'),
    doors: read('doors'),
    contacts: read('contacts'),
  }
  return tablesRead(tables, problems)
}

function readTable(table: TableName, file: string, problems: RowProblem[]): readonly Row[] {
  if (!existsSync(file)) {
    if (optionalTables.includes(table)) return []
    problems.push({ table, row: null, field: null, reason: reason('directory:table-missing', { table }) })
    return []
  }
  try {
    return tableFromCsv(table, decode(readFileSync(file)), problems)
  } catch (error) {
    problems.push(unreadable(table, 'CSV', error))
    return []
  }
}

/** Rows are numbered as a spreadsheet shows them: the heading is row 1. Empty rows are passed over. */
export function tableFromCsv(table: TableName, text: string, problems: RowProblem[]): readonly Row[] {
  const [heading = [], ...records]: readonly (readonly string[])[] = parse(text, {
    relax_column_count: true,
    skip_empty_lines: false,
  })
  const fields = heading.map((name) => name.trim())
  return records.flatMap((cells, position) => {
    const number = position + 2
    if (cells.every((cell) => cell.trim() === '')) return []
    if (cells.slice(fields.length).some((cell) => cell.trim() !== '')) {
      problems.push({ table, row: number, field: null, reason: reason('directory:too-many-cells') })
    }
    const named = fields.flatMap((field, at) =>
      field === '' ? [] : [[field, plain(cells[at] ?? '')] as const],
    )
    return [{ number, fields: Object.fromEntries(named) }]
  })
}

/** What a spreadsheet would take for a formula gets an apostrophe before it, which `tableFromCsv` takes away again. */
export function tableToCsv(table: TableName, rows: readonly Row[]): string {
  const records = rows.map(({ fields }) => columns[table].map((column) => fields[column] ?? ''))
  return stringify([columns[table], ...records], { bom: true, escape_formulas: true })
}

function plain(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}

/** Throws on anything but UTF-8, of which a mark at the start is dropped: guessing would garble names in silence. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

function unreadable(table: TableName, format: string, error: unknown): RowProblem {
  const problem = error instanceof Error ? error.message : String(error)
  return { table, row: null, field: null, reason: reason('directory:unreadable', { format, problem }) }
}
