/** `hub directory import` makes the directory in some files the one that holds; `export` writes the one that does. */
import { existsSync, readFileSync } from 'node:fs'
import { tablesToJson, type JsonTables } from '../../shared/directory-file/from-json.ts'
import { parseDirectory, type ParsedDirectory } from '../../shared/directory-file/parse-directory.ts'
import { writeDirectory } from '../../shared/directory-file/write-directory.ts'
import type { Directory } from '../../shared/directory.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { loadWords } from '../pages/languages.ts'
import { theHub } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import { loadCurrentKnowledge, saveKnowledge } from '../store/knowledge.ts'
import { readDirectoryFiles, readDirectoryJson, writeDirectoryFiles } from './directory-files.ts'
import type { Verb } from './verb.ts'

const usage = 'directory import [FOLDER|FILE.json] | directory export [FOLDER|FILE.json]'
const stdin = 0

export function createDirectoryVerb(
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>,
  now: () => Date,
): Verb {
  return {
    name: 'directory',
    usage,
    async run([act, path, ...more]) {
      if ((act !== 'import' && act !== 'export') || more.length > 0) return wrongUse(`Use: hub ${usage}`)
      if (act === 'export') return withDatabase((db) => exportDirectory(db, path))
      if (path !== undefined && !existsSync(path)) return wrongUse(`There is no file or folder ${path}.`)
      const read = path === undefined ? readDirectoryJson(readFileSync(stdin)) : readDirectoryFiles(path)
      return withDatabase((db) => importDirectory(db, read, now()))
    },
  }
}

/** All of it or nothing: every wrong row is printed, and the directory that holds stays. */
async function importDirectory(db: Database, read: JsonTables, now: Date): Promise<0 | 1> {
  const { rules } = await loadCurrentKnowledge(db)
  const parsed = 'tables' in read ? parseDirectory(read.tables, codesOf(rules)) : read
  if ('problems' in parsed) {
    refuse(parsed.problems)
    return 1
  }
  const { directory } = parsed
  const version = await saveKnowledge(db, { directory, rules }, 'command-line', now, {
    actor: theHub,
    act: 'directory.import',
    organisation: directory.host,
  })
  print({ version, ...countsOf(directory) })
  return 0
}

async function exportDirectory(db: Database, path: string | undefined): Promise<0> {
  const { version, directory } = await loadCurrentKnowledge(db)
  const tables = writeDirectory(directory)
  if (path === undefined) process.stdout.write(tablesToJson(tables))
  else print({ version, wrote: writeDirectoryFiles(path, tables) })
  return 0
}

function codesOf(rules: Rules): Parameters<typeof parseDirectory>[1] {
  return {
    subjects: rules.subjects.map(({ code }) => code),
    areas: rules.serviceAreas.map(({ code }) => code),
  }
}

function refuse(problems: Extract<ParsedDirectory | JsonTables, { problems: unknown }>['problems']): void {
  const words = loadWords()
  for (const { table, row, field, reason } of problems) {
    print({ table, row, field, problem: words.say(reason, 'en') })
  }
  const count = problems.length
  process.stderr.write(`${words.translate('directory:nothing-imported', { count }, 'en')}\n`)
}

function countsOf(directory: Directory): Readonly<Record<string, number>> {
  return {
    organisations: directory.organisations.length,
    careServices: directory.careServices.length,
    teams: directory.teams.length,
    responsibilities: directory.responsibilities.length,
  }
}

function print(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function wrongUse(sentence: string): 2 {
  process.stderr.write(`${sentence}\n`)
  return 2
}
