/** How long it takes from the sending of one message until its case is there, in a hub that does nothing else. */
import { setTimeout as wait } from 'node:timers/promises'
import { connect } from '../../services/store/database.ts'
import { printFigure, share } from './figure.ts'

/** Each of these is one message by one way; it resolves when the hub has answered for it. */
export interface Way {
  readonly name: string
  send(): Promise<unknown>
}

/** Two seconds are what is promised of a case's way to the desk. */
const promise = { name: 'promised', value: 2_000 }
const lookEveryMs = 5

export async function measureWalk(databaseUrl: string, ways: readonly Way[], times: number): Promise<void> {
  const { db, close } = connect(databaseUrl, { connections: 1 })
  const countCases = async (): Promise<number> => {
    const { count } = await db
      .selectFrom('cases')
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return count
  }
  for (const way of ways) {
    const took: number[] = []
    // The first one finds nothing loaded yet, as once after each start: it is not counted.
    for (let round = 0; round <= times; round++) {
      const before = await countCases()
      const began = performance.now()
      await way.send()
      while ((await countCases()) === before) await wait(lookEveryMs)
      if (round > 0) took.push(performance.now() - began)
    }
    for (const [part, of] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const) {
      printFigure({
        name: `from sending by ${way.name} to a case ${part}`,
        value: share(took, of),
        unit: 'ms',
        against: promise,
      })
    }
  }
  await close()
}
