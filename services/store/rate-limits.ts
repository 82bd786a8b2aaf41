/** How often one visitor may do a thing, counted in the database so that every process counts alike. */
import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Connection } from './database.ts'

export interface RateLimit {
  /** Null: go on. Else the seconds to wait. A database that does not answer lets people through. */
  readonly exceededBy: (visitor: string) => Promise<number | null>
}

export interface Allowance {
  readonly name: string
  readonly times: number
  readonly seconds: number
}

export function createRateLimit(pool: Connection['pool'], { name, times, seconds }: Allowance): RateLimit {
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'attempts',
    tableCreated: true,
    keyPrefix: name,
    points: times,
    duration: seconds,
    // Once refused, a visitor is refused from memory: a flood costs the database nothing more.
    inMemoryBlockOnConsumed: times + 1,
  })
  return {
    async exceededBy(visitor) {
      try {
        // Nobody's address stands in the table.
        await limiter.consume(createHash('sha256').update(visitor).digest('base64url'))
        return null
      } catch (refusal) {
        return refusal instanceof RateLimiterRes ? Math.ceil(refusal.msBeforeNext / 1_000) : null
      }
    },
  }
}
