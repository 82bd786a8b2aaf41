/** The limit for a door on the web: a bare Express that stores each request in one INSERT and answers. */
import express from 'express'
import { createServer } from 'node:http'
import { Pool } from 'pg'
import { text } from 'node:stream/consumers'

const connectionString = process.argv[2] ?? (await text(process.stdin))
const pool = new Pool({ connectionString, max: 10 })
await pool.query(`
  create table if not exists bare (
    id bigint generated always as identity primary key,
    message_id text not null unique,
    received_at timestamptz not null default now(),
    body jsonb not null
  )`)
const app = express()
let count = 0
app.post('/', express.json({ limit: '1mb' }), async (request, response) => {
  const body: unknown = request.body
  await pool.query('insert into bare (message_id, body) values ($1, $2)', [
    `${process.pid}-${count++}`,
    JSON.stringify(body),
  ])
  response.status(202).json({ reference: String(count) })
})
const server = createServer(app).listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.stdout.write(`ready http://127.0.0.1:${port}/\n`)
})
