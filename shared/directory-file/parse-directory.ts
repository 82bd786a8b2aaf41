/** Makes a directory of its tables, or says of every wrong row what is wrong; never half a directory. */
import type { Directory, Organisation } from '../directory.ts'
import { isNonEmpty, type NonEmpty } from '../words.ts'
import type { RowProblem } from './cells.ts'
import { checkReferences, type Codes } from './check-references.ts'
import { readTables } from './read-rows.ts'
import type { DirectoryTables } from './tables.ts'

export type ParsedDirectory = { readonly directory: Directory } | { readonly problems: NonEmpty<RowProblem> }

export function parseDirectory(tables: DirectoryTables, codes: Codes): ParsedDirectory {
  const problems: RowProblem[] = []
  const read = readTables(tables, problems)
  checkReferences(read, codes, problems)
  if (isNonEmpty(problems)) return { problems }
  const host = read.organisations.find(({ value }) => value.host)
  if (host === undefined) throw new Error('A directory without a host passed its check')
  return {
    directory: {
      example: host.value.example,
      host: host.value.id,
      organisations: read.organisations.map(({ value }) => organisationIn(value)),
      careServices: read.careServices.map(({ value }) => value),
      teams: read.teams.map(({ value }) => value),
      responsibilities: read.responsibilities.map(({ value }) => value),
      doors: read.doors.map(({ value }) => value),
      contacts: read.contacts.map(({ value }) => value),
    },
  }
}

/** The table's columns for the whole directory stay in the table. */
function organisationIn({ id, name, type, process, aliases, triageTeam }: Organisation): Organisation {
  return { id, name, type, process, aliases, triageTeam }
}
