/** How often one visitor may do a thing, counted in the database so that every process counts alike. */
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import type { Connection } from './database.ts'

export interface RateLimit {
  /** Null: go on. Else the seconds to wait. A database that does not answer lets people through. */
  exceededBy(visitor: string): Promise<number | null>
}

export interface Allowance {
  readonly name: string
  readonly times: number
  readonly seconds: number
}

/** Resolves when the counter's table is there. */
export async function createRateLimit(
  pool: Connection['pool'],
  { name, times, seconds }: Allowance,
): Promise<RateLimit> {
  const limiter = await new Promise<RateLimiterPostgres>((resolve, reject) => {
    const made: RateLimiterPostgres = new RateLimiterPostgres(
      {
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limits',
        keyPrefix: name,
        points: times,
        duration: seconds,
        // Once blocked, a visitor is refused from memory: a flood costs the database nothing more.
        inMemoryBlockOnConsumed: times + 1,
      },
      (error?: Error) => {
        if (error === undefined) resolve(made)
        else reject(error)
      },
    )
  })
  return {
    async exceededBy(visitor) {
      try {
        await limiter.consume(visitor)
        return null
      } catch (refusal) {
        if (refusal instanceof Error) return null
        return secondsLeft(refusal) ?? seconds
      }
    },
  }
}

function secondsLeft(refusal: unknown): number | null {
  if (typeof refusal !== 'object' || refusal === null || !('msBeforeNext' in refusal)) return null
  return typeof refusal.msBeforeNext === 'number' ? Math.ceil(refusal.msBeforeNext / 1_000) : null
}
