/** A process that starts the database that comes along, says so in one line of JSON, and holds it until it is told to stop or killed. */
import { once } from 'node:events'
import { startEmbeddedPostgres } from '../../../services/embedded-postgres/start.ts'

const [dataDir = '', systemDir = ''] = process.argv.slice(2)
const said: string[] = []
const postgres = await startEmbeddedPostgres(dataDir, (line) => said.push(line), { systemDir })
process.stdout.write(
  `${JSON.stringify({ said, connectionString: postgres.connectionString, dataDir: postgres.dataDir })}\n`,
)
// A terminal's Ctrl-C reaches this process too; it goes on until its input ends.
process.on('SIGINT', () => undefined)
void postgres.unexpectedEnd.then((sentence) => {
  process.stdout.write(`${sentence}\n`)
  process.exit(3)
})
process.stdin.resume()
await once(process.stdin, 'end')
await postgres.stop()
