/** `hub import email PATH`: takes in a folder or mbox as if each mail had just arrived, once however often it is run. */
import { hostname } from 'node:os'
import { createChannels } from '../../channels/all.ts'
import { messagesUnder } from '../../channels/email/mailbox-file.ts'
import type { Channel } from '../../channels/channel.ts'
import { channelSettings, type Base } from '../compose.ts'
import { createAccept } from '../intake/accept.ts'
import { countWaiting } from '../store/work.ts'
import { withWorkers } from './on-the-database.ts'

export async function importMails([what, path]: readonly string[]): Promise<0 | 1 | 2> {
  if (what !== 'email' || path === undefined) {
    process.stderr.write('Use: hub import email PATH\n')
    return 2
  }
  return withWorkers((base) => importMail(base, path))
}

/** Notes and lists that lie beside mails in a folder. */
const notMail = /\.(csv|json|jsonl|list|md|pdf|xml|zip)$/i

interface Tally {
  taken: number
  again: number
  failed: number
}

async function importMail(base: Base, path: string): Promise<0 | 1> {
  const email = createChannels(channelSettings(base, '')).find((channel) => channel.name === 'email')
  if (email === undefined) return 1
  const accept = createAccept({
    db: base.connection.db,
    envelope: base.envelope,
    ring: base.bell.ring,
    ownersOfDoor: (channel, addresses) => base.directory.ownersOfDoor(channel, addresses),
  })
  const tally: Tally = { taken: 0, again: 0, failed: 0 }
  for await (const { file, raw } of messagesUnder(path)) {
    if (notMail.test(file))
      process.stdout.write(`${JSON.stringify({ file, skipped: 'its name is not one of a mail' })}\n`)
    else await importOne(email, accept, file, raw, tally, base.now())
  }
  await untilNothingWaits(base)
  process.stdout.write(`${JSON.stringify(tally)}\n`)
  return tally.failed === 0 ? 0 : 1
}

async function importOne(
  email: Channel,
  accept: ReturnType<typeof createAccept>,
  file: string,
  raw: Uint8Array,
  tally: Tally,
  now: Date,
): Promise<void> {
  try {
    const receipt = await accept(email, {
      door: 'import',
      raw,
      contentType: 'message/rfc822',
      envelope: { 'imported-by': hostname() },
      peer: null,
      receivedAt: now.toISOString(),
    })
    tally[receipt.again ? 'again' : 'taken']++
    process.stdout.write(`${JSON.stringify({ file, ...receipt })}\n`)
  } catch {
    tally.failed++
    process.stdout.write(
      `${JSON.stringify({ file, problem: 'It could not be stored. Import the folder again.' })}\n`,
    )
  }
  const done = tally.taken + tally.again + tally.failed
  if (done % 50 === 0) process.stderr.write(`${done} mails taken in\n`)
}

/** Shows what is left while the workers read and route. What waits for a later try is left to the hub. */
async function untilNothingWaits({ connection: { db } }: Base): Promise<void> {
  let before = Infinity
  for (let still = 0; still < 20;) {
    const { read, route } = await countWaiting(db)
    if (read + route === 0) return
    still = read + route < before ? 0 : still + 1
    before = read + route
    process.stderr.write(`${before} left to read and route\n`)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
}
