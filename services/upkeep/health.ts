/** For operators: is it alive, is it ready, and how much waits. Numbers only. */
import express, { type Router } from 'express'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { daysCovered, endsSoon } from '../../shared/dates/bank-holidays.ts'
import { londonDate } from '../../shared/dates/london.ts'
import type { Bell } from '../queue/bell.ts'
import { within } from '../queue/time-limit.ts'
import type { Database } from '../store/database.ts'
import { loadBankHolidays } from '../store/knowledge.ts'
import { missingMigrations } from '../store/migrate.ts'
import { countWaiting, workSteps } from '../store/work.ts'

export interface HealthParts {
  readonly db: Database
  readonly bell: Pick<Bell, 'depth'>
  readonly now: () => Date
}

export function healthPages(parts: HealthParts): Router {
  const metrics = createMetrics(parts)
  const router = express.Router()
  router.get('/healthz', (_request, response) => {
    response.type('text/plain').send('alive\n')
  })
  router.get('/readyz', async (_request, response) => {
    const problems = await whatIsNotReady(parts)
    const ready = problems.length === 0
    const warnings = ready ? await whatEndsSoon(parts) : []
    response.status(ready ? 200 : 503).json({ ready, problems, warnings })
  })
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics())
  })
  return router
}

/** Whoever asks must be told before they lose patience, whatever does not answer. */
const checkMs = 5_000

async function whatIsNotReady({ db, bell }: Pick<HealthParts, 'db' | 'bell'>): Promise<readonly string[]> {
  const checks: readonly (readonly [string, () => Promise<boolean>])[] = [
    ['migrations', async () => (await missingMigrations(db)).length === 0],
    ['queue', async () => Object.values(await bell.depth()).every(Number.isFinite)],
  ]
  const answers = await Promise.all(
    checks.map(async ([name, isReady]) =>
      (await within(checkMs, isReady(), `No answer: ${name}`).catch(() => false)) ? [] : [name],
    ),
  )
  return answers.flat()
}

/** It works today, and somebody has to see to it before it does not. */
async function whatEndsSoon({ db, now }: Pick<HealthParts, 'db' | 'now'>): Promise<readonly string[]> {
  return endsSoon(await loadBankHolidays(db), londonDate(now())) ? ['bank-holidays'] : []
}

function createMetrics({ db, bell, now }: HealthParts): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'hub_' })
  new Gauge({
    name: 'hub_rows_waiting',
    help: 'Rows that wait for a worker, by step',
    labelNames: ['step'],
    registers: [registry],
    async collect() {
      const counts = await countWaiting(db)
      for (const step of workSteps) this.set({ step }, counts[step])
    },
  })
  new Gauge({
    name: 'hub_bank_holidays_days',
    help: 'Days until the table of bank holidays ends, beyond which clocks are due too early',
    registers: [registry],
    async collect() {
      this.set(daysCovered(await loadBankHolidays(db), londonDate(now())))
    },
  })
  new Gauge({
    name: 'hub_queue_jobs',
    help: 'Jobs in the queue, by queue',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      // The other figures are wanted most while the queue is gone.
      const depth = await bell.depth().catch(() => ({}))
      this.reset()
      for (const [queue, jobs] of Object.entries<number>(depth)) this.set({ queue }, jobs)
    },
  })
  return registry
}
