/** The limit of the database: one durable INSERT of the same letter after another, on as many connections. */
import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { rateOf, type Rate } from './figure.ts'
import { letter } from './load.ts'

export async function insertFor(
  connectionString: string,
  seconds: number,
  connections: number,
): Promise<Rate> {
  const pool = new Pool({ connectionString, max: connections })
  await pool.query(`
    create table if not exists bare_insert (
      id bigint generated always as identity primary key,
      message_id text not null unique,
      received_at timestamptz not null default now(),
      body text not null,
      about jsonb not null
    )`)
  const latencies: number[] = []
  const started = performance.now()
  const until = started + seconds * 1_000
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const began = performance.now()
        await pool.query({
          name: 'bare',
          text: 'insert into bare_insert (message_id, body, about) values ($1, $2, $3)',
          values: [randomUUID(), letter, '{"channel":"web-form"}'],
        })
        latencies.push(performance.now() - began)
      }
    }),
  )
  const rate = rateOf(latencies, (performance.now() - started) / 1_000)
  await pool.end()
  return rate
}
