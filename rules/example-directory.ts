/** A fictional English county for a first look: nobody in it exists, and every organisation's name says so. */
import { parseDirectory } from '../shared/directory-file/parse-directory.ts'
import { tablesFromJson } from '../shared/directory-file/from-json.ts'
import type { Directory } from '../shared/directory.ts'
import rows from './example-directory.json' with { type: 'json' }
import { serviceAreas } from './service-areas.ts'
import { subjects } from './subjects.ts'

/** Read like any administrator's file, so that what is shipped passes the same checks. */
export const exampleDirectory: Directory = readExample()

function readExample(): Directory {
  const read = tablesFromJson(rows)
  const codes = { subjects: subjects.map(({ code }) => code), areas: serviceAreas.map(({ code }) => code) }
  const parsed = read.tables === null ? read : parseDirectory(read.tables, codes)
  if ('directory' in parsed && read.problems.length === 0) return parsed.directory
  throw new Error(`The example directory is wrong: ${JSON.stringify([read.problems, parsed])}`)
}
