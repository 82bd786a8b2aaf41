/** `hub directory import` makes the directory in some files the one that holds; `export` writes the one that does. */
import { existsSync, readFileSync } from 'node:fs'
import { tablesToJson, type TablesRead } from '../../shared/directory-file/from-json.ts'
import type { RowProblem } from '../../shared/directory-file/cells.ts'
import { parseDirectory } from '../../shared/directory-file/parse-directory.ts'
import { writeDirectory } from '../../shared/directory-file/write-directory.ts'
import { londonDate } from '../../shared/dates/london.ts'
import type { Standing } from '../../shared/directory-settings.ts'
import type { Directory } from '../../shared/directory.ts'
import { loadWords } from '../pages/languages.ts'
import type { Database } from '../store/database.ts'
import type { AccountsAfterwards } from '../store/host-accounts.ts'
import { importDirectory } from '../store/directory-import.ts'
import { loadCurrentKnowledge } from '../store/knowledge.ts'
import { codesOf, readDirectoryFiles, readDirectoryJson, writeDirectoryFiles } from './directory-files.ts'
import { goneFromRules } from './gone-from-rules.ts'
import type { Verb } from './verb.ts'

const usage = 'directory import [FOLDER|FILE.json] [--overrule-desk] | directory export [FOLDER|FILE.json]'
const overruleDesk = '--overrule-desk'
const stdin = 0

export function createDirectoryVerb(
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>,
  now: () => Date,
): Verb {
  return {
    name: 'directory',
    usage,
    async run([act, ...given]) {
      const [path, ...more] = given.filter((word) => word !== overruleDesk)
      const overrules = given.includes(overruleDesk)
      const isUnknown = path?.startsWith('--') === true || more.length > 0 || (overrules && act !== 'import')
      if ((act !== 'import' && act !== 'export') || isUnknown) return wrongUse(`Use: hub ${usage}`)
      if (act === 'export') return withDatabase((db) => exportDirectory(db, path))
      if (path !== undefined && !existsSync(path)) return wrongUse(`There is no file or folder ${path}.`)
      const read = path === undefined ? readDirectoryJson(readFileSync(stdin)) : readDirectoryFiles(path)
      return withDatabase((db) => importRead(db, read, { overrules, now: now() }))
    },
  }
}

/**
 * All of it or nothing: every wrong row is printed, and the directory that holds stays. Where the file and the desk say
 * different things, each is printed with both, whichever of them now holds.
 */
async function importRead(
  db: Database,
  read: TablesRead,
  options: Parameters<typeof importDirectory>[2],
): Promise<0 | 1> {
  const { rules } = await loadCurrentKnowledge(db)
  const parsed = read.tables === null ? { problems: [] } : parseDirectory(read.tables, codesOf(rules))
  if ('problems' in parsed || read.problems.length > 0) {
    refuse([...read.problems, ...('problems' in parsed ? parsed.problems : [])])
    return 1
  }
  const { directory } = parsed
  const { version, kept, lost, accounts } = await importDirectory(db, directory, options)
  const holds = options.overrules ? 'file' : 'desk'
  for (const { setting, file } of kept) print({ ...aboutOf(setting), desk: setting.value, file, holds })
  for (const setting of lost) print({ ...aboutOf(setting), desk: setting.value, file: null, holds: 'file' })
  print({ version, ...countsOf(directory) })
  explain(kept.length, options.overrules ? 'overruled' : 'kept')
  explain(lost.length, 'lost')
  tellOfAccounts(accounts, directory.host)
  const gone = goneFromRules(rules.routing, directory, londonDate(options.now))
  for (const sentence of gone) process.stderr.write(`${sentence}\n`)
  return 0
}

/** Who can see what now arrives, and what still belongs to nobody in the directory. */
function tellOfAccounts({ moved, hostHasNobody, left }: AccountsAfterwards, host: string): void {
  const say = (key: string, params: Readonly<Record<string, string>>) =>
    process.stderr.write(`${loadWords().translate(`directory:accounts.${key}`, params, 'en')}\n`)
  for (const email of moved) say('moved', { email, host })
  if (hostHasNobody) say('nobody', { host })
  for (const { what, name, organisation } of left) say(what, { name, organisation })
}

function aboutOf({ organisation, team, contact, field }: Standing): object {
  return { organisation, ...(contact === null ? { team, field } : { contact }) }
}

function explain(count: number, what: 'kept' | 'overruled' | 'lost'): void {
  if (count === 0) return
  process.stderr.write(`${loadWords().translate(`directory:desk.${what}`, { count }, 'en')}\n`)
}

async function exportDirectory(db: Database, path: string | undefined): Promise<0> {
  const { version, directory } = await loadCurrentKnowledge(db)
  const tables = writeDirectory(directory)
  if (path === undefined) process.stdout.write(tablesToJson(tables))
  else print({ version, wrote: writeDirectoryFiles(path, tables) })
  return 0
}

function refuse(problems: readonly RowProblem[]): void {
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
