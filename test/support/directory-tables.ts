/** The example county as tables, with some cells changed, and what is said to be wrong with it. */
import { exampleDirectory } from '../../rules/example-directory.ts'
import { serviceAreas } from '../../rules/service-areas.ts'
import { subjects } from '../../rules/subjects.ts'
import { parseDirectory } from '../../shared/directory-file/parse-directory.ts'
import type { DirectoryTables, TableName } from '../../shared/directory-file/tables.ts'
import { writeDirectory } from '../../shared/directory-file/write-directory.ts'

export const codes = {
  subjects: subjects.map(({ code }) => code),
  areas: serviceAreas.map(({ code }) => code),
}
export const tables = writeDirectory(exampleDirectory)

/** The example's tables with some cells of one row changed, found by the id or team in it. */
export function changed(
  table: TableName,
  id: string,
  fields: Readonly<Record<string, string>>,
): DirectoryTables {
  const rows = tables[table].map((row) =>
    row.fields['id'] === id || (table === 'responsibilities' && row.fields['team'] === id)
      ? { ...row, fields: { ...row.fields, ...fields } }
      : row,
  )
  return { ...tables, [table]: rows }
}

/** Table, row, field and the key of what is wrong, in one line each. */
export function problemsOf(given: DirectoryTables): readonly string[] {
  const parsed = parseDirectory(given, codes)
  if ('directory' in parsed) return []
  return parsed.problems.map(
    ({ table, row, field, reason }) => `${table} ${row ?? '-'} ${field ?? '-'} ${reason.key}`,
  )
}

/** The row as a person sees it in their file. */
export function rowOf(table: TableName, id: string): number {
  return tables[table].find(({ fields }) => fields['id'] === id || fields['team'] === id)?.number ?? 0
}
