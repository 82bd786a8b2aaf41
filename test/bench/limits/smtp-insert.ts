/** The limit for a listener that keeps what it accepts: the same library, each mail stored in one INSERT before its 250. */
import { text } from 'node:stream/consumers'
import { Pool } from 'pg'
import { SMTPServer } from 'smtp-server'

const pool = new Pool({ connectionString: process.argv[2] ?? (await text(process.stdin)), max: 10 })
await pool.query(`
  create table if not exists bare_mail (
    id bigint generated always as identity primary key,
    received_at timestamptz not null default now(),
    body text not null
  )`)
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData(stream, _session, callback) {
    text(stream)
      .then((body) => pool.query('insert into bare_mail (body) values ($1)', [body]))
      .then(() => callback(), callback)
  },
})
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.stdout.write(`ready smtp://127.0.0.1:${port}\n`)
})
