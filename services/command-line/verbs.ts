/** The verbs of the `hub` command, one file each. */
import { read } from './read.ts'
import { route } from './route.ts'

export interface Verb {
  readonly name: string
  readonly usage: string
  /** Resolves to the exit status: 0 ok, 1 some items failed, 2 wrong use. */
  run(args: readonly string[]): Promise<0 | 1 | 2>
}

export const verbs: readonly Verb[] = [read, route]
