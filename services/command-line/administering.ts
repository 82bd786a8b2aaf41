/** What every verb of administration does around its own act: reads the wish, obeys it in one transaction, prints JSON lines. */
import { theHub } from '../store/audit.ts'
import { hubScope, withScope, type Database, type Queries } from '../store/database.ts'
import { AccountProblem, type By } from '../store/staff.ts'
import type { Verb } from './verb.ts'

/** What a verb works on: the database, and what else it needs beside it. */
export interface WithDatabase {
  readonly db: Database
}

export interface Administration<Wish, Ground extends WithDatabase> {
  readonly name: string
  readonly usage: string
  /** Null for wrong use; so is an argument that parseArgs does not know. */
  readonly readWish: (args: readonly string[]) => Wish | null | Promise<Wish | null>
  /** A line each for what is answered. Throws AccountProblem with a sentence where it cannot be done. */
  readonly obey: (queries: Queries, wish: Wish, by: By, ground: Ground) => Promise<readonly object[]>
}

export type OnGround<Ground> = <T>(work: (ground: Ground) => Promise<T>) => Promise<T>

export function administer<Wish, Ground extends WithDatabase>(
  onGround: OnGround<Ground>,
  now: () => Date,
  { name, usage, readWish, obey }: Administration<Wish, Ground>,
): Verb {
  return {
    name,
    usage,
    async run(args) {
      const wish = await readOrNull(readWish, args)
      if (wish === null) {
        process.stderr.write(`Use: hub ${usage}\n`)
        return 2
      }
      try {
        const by = { actor: theHub, now: now() }
        const lines = await onGround((ground) =>
          withScope(ground.db, hubScope, (queries) => obey(queries, wish, by, ground)),
        )
        for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`)
        return 0
      } catch (error) {
        if (!(error instanceof AccountProblem)) throw error
        process.stderr.write(`${error.message}\n`)
        return 1
      }
    },
  }
}

/** The same for a verb that needs nothing but the database. */
export function administerDatabase<Wish>(
  withDatabase: OnGround<Database>,
  now: () => Date,
  administration: Administration<Wish, WithDatabase>,
): Verb {
  return administer((work) => withDatabase((db) => work({ db })), now, administration)
}

async function readOrNull<Wish>(
  readWish: Administration<Wish, WithDatabase>['readWish'],
  args: readonly string[],
): Promise<Wish | null> {
  try {
    return await readWish(args)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code.startsWith('ERR_PARSE_ARGS_')) throw error
    return null
  }
}
