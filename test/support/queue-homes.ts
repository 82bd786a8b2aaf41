/** Both places a queue can live, so that the same promises are tested on each. */
import { afterAll, beforeAll, describe } from 'vitest'
import type { QueueHome } from '../../services/queue/backend.ts'
import { testDatabase } from './database.ts'
import { describeWith } from './machine.ts'
import { startRedis, type TestRedis } from './redis.ts'

/** What is in `home` holds from the first test on, not yet while tests are being collected. */
export interface QueuePlace {
  home(): QueueHome
  connectionString(): string
}

/** Runs the suite twice: once with the queue in PostgreSQL, once with it in a real Redis. Each has a database of its own. */
export function describeOnBothQueues(name: string, body: (place: QueuePlace) => void): void {
  describe(`${name}, with the queue in PostgreSQL`, () => {
    const database = databaseForSuite()
    body({
      home: () => ({ connectionString: database() }),
      connectionString: database,
    })
  })
  describeWith('redis-server', `${name}, with the queue in Redis`, (path) => {
    const database = databaseForSuite()
    let redis: TestRedis | null = null
    beforeAll(async () => {
      redis = await startRedis(path)
    })
    afterAll(async () => redis?.stop())
    body({
      home: () => {
        if (redis === null) throw new Error('Redis has not started yet')
        return { redisUrl: redis.url }
      },
      connectionString: database,
    })
  })
}

function databaseForSuite(): () => string {
  let connectionString: string | null = null
  beforeAll(async () => {
    ;({ connectionString } = await testDatabase())
  })
  return () => {
    if (connectionString === null) throw new Error('The database is not there yet')
    return connectionString
  }
}
