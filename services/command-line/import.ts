/** `hub import email|transcripts PATH`: takes in files as if each had just arrived, once however often it is run. */
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { createChannels } from '../../channels/all.ts'
import { filesUnder, messagesUnder } from '../../channels/email/mailbox-file.ts'
import type { Channel } from '../../channels/channel.ts'
import { channelSettings, type Base } from '../compose.ts'
import { createAccept, type Accept } from '../intake/accept.ts'
import { countWaiting } from '../store/work.ts'
import type { ChannelName } from '../../shared/words.ts'
import { withWorkers } from './on-the-database.ts'

interface Kind {
  readonly one: 'a mail' | 'a transcript'
  readonly channel: ChannelName
  /** By which the channel knows what it is: phone takes what came by any other for a call of its line. */
  readonly door: string
  /** Null where the content tells it. */
  readonly contentType: string | null
  /** What lies beside them in a folder. */
  readonly others: RegExp
  under(path: string): AsyncIterable<{ readonly file: string; readonly raw: Uint8Array }>
}

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  [
    'email',
    {
      one: 'a mail',
      channel: 'email',
      door: 'import',
      contentType: 'message/rfc822',
      others: /\.(csv|json|jsonl|list|md|pdf|xml|zip)$/i,
      under: messagesUnder,
    },
  ],
  [
    'transcripts',
    {
      one: 'a transcript',
      channel: 'phone',
      door: 'phone-transcripts',
      contentType: null,
      others: /\.(aac|csv|flac|jsonl|list|m4a|md|mp3|mp4|ogg|pdf|wav|webm|xml|zip)$/i,
      under: wholeFiles,
    },
  ],
])

async function* wholeFiles(path: string): AsyncGenerator<{ file: string; raw: Uint8Array }> {
  for (const file of await filesUnder(path)) yield { file, raw: await readFile(file) }
}

export async function importFiles([what, path]: readonly string[]): Promise<0 | 1 | 2> {
  const kind = kinds.get(what ?? '')
  if (kind === undefined || path === undefined) {
    process.stderr.write('Use: hub import email|transcripts PATH\n')
    return 2
  }
  return withWorkers((base) => importAll(base, kind, path))
}

interface Tally {
  taken: number
  again: number
  failed: number
}

async function importAll(base: Base, kind: Kind, path: string): Promise<0 | 1> {
  const channel = createChannels(channelSettings(base, '')).find(({ name }) => name === kind.channel)
  if (channel === undefined) return 1
  const accept = createAccept({
    db: base.connection.db,
    envelope: base.envelope,
    ring: base.bell.ring,
    ownersOfDoor: (name, addresses) => base.directory.ownersOfDoor(name, addresses),
  })
  const tally: Tally = { taken: 0, again: 0, failed: 0 }
  for await (const { file, raw } of kind.under(path)) {
    if (kind.others.test(file))
      process.stdout.write(`${JSON.stringify({ file, skipped: `its name is not one of ${kind.one}` })}\n`)
    else await importOne({ kind, channel, accept }, file, raw, tally, base.now())
  }
  await untilNothingWaits(base)
  process.stdout.write(`${JSON.stringify(tally)}\n`)
  return tally.failed === 0 ? 0 : 1
}

async function importOne(
  { kind, channel, accept }: { readonly kind: Kind; readonly channel: Channel; readonly accept: Accept },
  file: string,
  raw: Uint8Array,
  tally: Tally,
  now: Date,
): Promise<void> {
  try {
    const receipt = await accept(channel, {
      door: kind.door,
      raw,
      contentType: kind.contentType,
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
  if (done % 50 === 0) process.stderr.write(`${done} taken in\n`)
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
