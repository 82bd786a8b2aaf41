/** One set of BullMQ constructors, bound to Redis where there is one and to PostgreSQL where there is not. */
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq'
import { Cluster, Redis } from 'ioredis'
import type { QueueName } from './names.ts'

export interface Job {
  readonly ids: readonly string[]
}

/** What we use of a BullMQ queue. */
export interface BellQueue {
  add(name: string, data: Job): Promise<unknown>
  addBulk(jobs: { name: string; data: Job }[]): Promise<unknown>
  getJobCounts(...types: ('waiting' | 'active' | 'delayed' | 'failed')[]): Promise<Record<string, number>>
  obliterate(options: { force: boolean }): Promise<void>
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
}

/** What we use of a BullMQ worker. */
export interface BellWorker {
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
  /** Lets go of a backend that does not answer. */
  disconnect(): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
}

export interface QueueBackend {
  readonly name: 'redis' | 'postgresql'
  openQueue(name: QueueName): BellQueue
  openWorker(name: QueueName, concurrency: number, handle: (job: Job) => Promise<void>): BellWorker
  /** After every queue and worker is closed. */
  close(): void
}

/** Where the queue lives. `connectionString` is the hub's own database. */
export type QueueHome = { readonly redisUrl: string } | { readonly connectionString: string }

// What became of it is in the row: nothing is kept. A count instead of `true` was seen to deadlock on PostgreSQL.
const jobOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const
// A worker that is killed holds its jobs for two passes of this long. The sweeper is quicker; this is the second net.
const workerOptions = { lockDuration: 5_000, stalledInterval: 5_000 } as const

export function openBackend(home: QueueHome): QueueBackend {
  return 'redisUrl' in home ? redisBackend(home.redisUrl) : postgresBackend(home.connectionString)
}

function postgresBackend(connectionString: string): QueueBackend {
  const { Queue, Worker } = withBackend(createPostgresBackend)
  const connection = () => ({ connectionString, schema: 'bullmq', migrate: true, max: 4 })
  return {
    name: 'postgresql',
    openQueue: (name) => new Queue<Job>(name, { connection: connection(), defaultJobOptions: jobOptions }),
    openWorker: (name, concurrency, handle) =>
      new Worker<Job>(name, (job) => handle(job.data), {
        connection: connection(),
        concurrency,
        ...workerOptions,
      }),
    close: () => undefined,
  }
}

function redisBackend(redisUrl: string): QueueBackend {
  const { Queue, Worker } = withBackend(createRedisBackend)
  const ringing = connectRedis(redisUrl, forRinging)
  const working = connectRedis(redisUrl, forWorking)
  // Without a listener a broken connection would end the process; BullMQ reports it on each queue and worker as well.
  for (const connection of [ringing, working]) connection.on('error', () => undefined)
  return {
    name: 'redis',
    openQueue: (name) => new Queue<Job>(name, { connection: ringing, defaultJobOptions: jobOptions }),
    openWorker: (name, concurrency, handle) =>
      new Worker<Job>(name, (job) => handle(job.data), {
        connection: working,
        concurrency,
        ...workerOptions,
      }),
    close: () => {
      ringing.disconnect()
      working.disconnect()
    },
  }
}

/** What cannot be rung now is not kept for later: the row is the outbox, and the sweeper rings again. */
const forRinging = {
  maxRetriesPerRequest: null,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
}
/** A worker waits for its server for as long as it takes, as BullMQ asks. */
const forWorking = { maxRetriesPerRequest: null }

/**
 * `redis://` and `rediss://` name one server; `redis+sentinel://host:port,host:port/master` and
 * `redis+cluster://host:port,host:port` name several.
 */
function connectRedis(redisUrl: string, options: typeof forRinging | typeof forWorking): Redis | Cluster {
  const [, kind, authority, path] =
    /^(?:rediss?\+(sentinel|cluster)):\/\/([^/]+)(?:\/(.*))?$/s.exec(redisUrl) ?? []
  if (kind === undefined || authority === undefined) return new Redis(redisUrl, options)
  const [credentials, list] = authority.includes('@') ? authority.split('@', 2) : ['', authority]
  const password = decodeURIComponent((credentials ?? '').replace(/^[^:]*:/, ''))
  const nodes = (list ?? '').split(',').map((node) => {
    const [host = '127.0.0.1', port = kind === 'sentinel' ? '26379' : '6379'] = node.split(':')
    return { host, port: Number(port) }
  })
  const secret = password === '' ? {} : { password }
  const tls = redisUrl.startsWith('rediss') ? { tls: {} } : {}
  return kind === 'cluster'
    ? new Cluster(nodes, {
        enableOfflineQueue: options !== forRinging,
        redisOptions: { ...options, ...secret, ...tls },
      })
    : new Redis({ sentinels: nodes, name: path || 'mymaster', ...options, ...secret, ...tls })
}
