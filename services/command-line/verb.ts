/** One verb of the `hub` command. */

export interface Verb {
  readonly name: string
  readonly usage: string
  /** Resolves to the exit status: 0 ok, 1 some items failed, 2 wrong use. */
  run(args: readonly string[]): Promise<0 | 1 | 2>
}
