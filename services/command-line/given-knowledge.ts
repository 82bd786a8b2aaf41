/** What `hub route` knows: the seeded rules and the example county, or what somebody's files give in their stead. */
import { z } from 'zod'
import { loadModel } from '../../rules/classifier/load-model.ts'
import { exampleDirectory } from '../../rules/example-directory.ts'
import { seedRules } from '../../rules/seed-rules.ts'
import type { Offered } from '../../shared/clock/accept-by.ts'
import { parseDirectory } from '../../shared/directory-file/parse-directory.ts'
import type { Directory } from '../../shared/directory.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { Knowledge, Rules } from '../../shared/knowledge.ts'
import { loadWords } from '../pages/languages.ts'
import { codesOf, readDirectoryFiles } from './directory-files.ts'
import { inShape, needsFile, readJsonFile, WrongFile } from './json-file.ts'
import { wholeRules } from './rules-shape.ts'

export interface Given {
  /** A file or folder as `hub directory export` writes it. */
  readonly directory?: string | undefined
  /** A file with all the rules or some of them, as `hub rules export` writes them. */
  readonly rules?: string | undefined
  /** Id of an organisation of the directory. */
  readonly 'received-by'?: string | undefined
  /** A file that says how often the same came up before. */
  readonly earlier?: string | undefined
}

/** Throws WrongFile with a sentence for whoever gave it. */
export function givenKnowledge(given: Given, { on, at }: Offered): Knowledge {
  const rules = given.rules === undefined ? seedRules : rulesIn(given.rules)
  const directory = given.directory === undefined ? exampleDirectory : directoryIn(given.directory, rules)
  return {
    version: given.rules === undefined && given.directory === undefined ? 'seeded' : 'given',
    today: on,
    routedOn: on,
    ...(at === undefined ? {} : { routedAt: at }),
    receivedBy: receiverIn(directory, given['received-by']),
    directory,
    rules,
    earlierCounts: given.earlier === undefined ? new Map() : countsIn(given.earlier),
    model: loadModel(),
  }
}

const someKeys = z.record(z.string(), z.unknown(), 'must be an object with some of the keys of the rules')

/** Keys that the file leaves out are the seeded ones. */
function rulesIn(file: string): Rules {
  const given = inShape(someKeys, readJsonFile(file), file)
  return inShape(wholeRules, { ...seedRules, ...given }, file)
}

function directoryIn(path: string, rules: Rules): Directory {
  needsFile(path)
  const { tables, problems } = readDirectoryFiles(path)
  const parsed = tables === null ? { problems: [] } : parseDirectory(tables, codesOf(rules))
  const [first] = [...problems, ...('problems' in parsed ? parsed.problems : [])]
  if (first === undefined && 'directory' in parsed) return parsed.directory
  const { table = '', row = null, field = null } = first ?? {}
  const place = [table, row === null ? null : `row ${row}`, field].filter((part) => part !== null)
  const says = first === undefined ? '' : loadWords().say(first.reason, 'en')
  throw new WrongFile(`${path} cannot be used: ${place.join(', ')}: ${says}`)
}

function receiverIn({ organisations, host }: Directory, wanted: string | undefined): OrganisationId {
  if (wanted === undefined) return host
  const found = organisations.find(({ id }) => id === wanted)
  if (found !== undefined) return found.id
  const known = organisations.map(({ id }) => id).join(', ')
  throw new WrongFile(`The directory lists no organisation ${wanted}. It lists: ${known}`)
}

const counts = z.record(
  z.string().regex(/^[^|]+\|[^|]+$/, 'must be a care service and a subject, such as "ward-7|food"'),
  z.int().min(0),
)

function countsIn(file: string): ReadonlyMap<string, number> {
  return new Map(Object.entries(inShape(counts, readJsonFile(file), file)))
}
