/** Turns what PostgreSQL says when it will not run into what a person can do about it. */
import { CannotStart } from '../cannot-start.ts'

/** `said` is PostgreSQL's standard error; statements in it are left out, since they may hold a password. */
export function databaseProblem(dir: string, said: string): CannotStart {
  for (const [pattern, advice] of known) if (pattern.test(said)) return new CannotStart(advice(dir))
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !/STATEMENT|PASSWORD/.test(line))
  const severe = lines.filter((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line))
  const last = (severe.at(-1) ?? lines.at(-1) ?? 'it gave no reason').replace(
    /^.*?\b(?:FATAL|PANIC|ERROR|error):\s*/,
    '',
  )
  return new CannotStart(`The database in ${dir} did not start: ${last}. Its log is ${dir}/server.log.`)
}

type Advice = (dir: string) => string
const known: readonly (readonly [RegExp, Advice])[] = [
  [
    /No space left on device|Disk quota exceeded/,
    (dir) =>
      `The disk that holds ${dir} is full. Free some space there and start again: nothing stored was lost.`,
  ],
  [
    /incompatible with server|was initialized by PostgreSQL version/,
    (dir) =>
      `The database in ${dir} was made by another version of PostgreSQL. Start the version of the hub that made it.`,
  ],
  [
    /wrong ownership|Permission denied/,
    (dir) => `The database in ${dir} belongs to another user. Start as the user who made it.`,
  ],
  [
    /could not map anonymous shared memory|Cannot allocate memory/,
    () =>
      'This machine has too little free memory for the database, which needs about 300 MB. Free some and start again.',
  ],
  [
    /could not look up effective user ID/,
    () =>
      'The user who starts the hub has a number but no name on this machine, and PostgreSQL needs one. Start as a user who is listed in /etc/passwd.',
  ],
  [
    /error while loading shared libraries/,
    () => 'The PostgreSQL from npm is not installed whole. Delete node_modules and start again.',
  ],
]
