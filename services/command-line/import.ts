/** `hub import email|transcripts PATH [--organisation ID]`: takes in files as if each had just arrived, once however often it is run. */
import { readFile, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { parseArgs } from 'node:util'
import { createChannels } from '../../channels/all.ts'
import { filesUnder, messagesUnder } from '../../channels/email/mailbox-file.ts'
import type { Arrival, Channel } from '../../channels/channel.ts'
import { asId, type OrganisationId } from '../../shared/ids.ts'
import { channelSettings } from '../channels-opened.ts'
import type { Base } from '../compose.ts'
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

interface Wish {
  readonly kind: Kind
  readonly path: string
  /** Who receives them; null: whose address or number they name, else the host. */
  readonly organisation: OrganisationId | null
}

export async function importFiles(args: readonly string[]): Promise<0 | 1 | 2> {
  const wish = readWish(args)
  if (wish === null) return misused('Use: hub import email|transcripts PATH [--organisation ID]')
  const isThere = await stat(wish.path).catch(() => null)
  if (isThere === null) return misused(`There is nothing to read at ${wish.path}. Name a file or a folder.`)
  return withWorkers((base) => importAll(base, wish))
}

/** Null for wrong use: an unknown kind or option, no path or several. */
function readWish(args: readonly string[]): Wish | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { organisation: { type: 'string' } },
    })
    const [what = '', path, ...more] = positionals
    const kind = kinds.get(what)
    if (kind === undefined || path === undefined || more.length > 0) return null
    if (values.organisation === undefined) return { kind, path, organisation: null }
    return { kind, path, organisation: asId<'organisation'>(values.organisation) }
  } catch {
    return null
  }
}

function misused(sentence: string): 2 {
  process.stderr.write(`${sentence}\n`)
  return 2
}

interface Tally {
  taken: number
  again: number
  failed: number
}

async function importAll(base: Base, { kind, path, organisation }: Wish): Promise<0 | 1 | 2> {
  if (
    organisation !== null &&
    !base.directory.current().organisations.some(({ id }) => id === organisation)
  ) {
    return misused(`The directory knows no organisation ${organisation}. See hub directory export.`)
  }
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
    else await importOne({ base, kind, channel, accept, organisation }, file, raw, tally)
  }
  await untilNothingWaits(base)
  process.stdout.write(`${JSON.stringify(tally)}\n`)
  return tally.failed === 0 ? 0 : 1
}

interface Way {
  readonly base: Base
  readonly kind: Kind
  readonly channel: Channel
  readonly accept: Accept
  readonly organisation: OrganisationId | null
}

async function importOne(way: Way, file: string, raw: Uint8Array, tally: Tally): Promise<void> {
  const { kind, organisation } = way
  const arrival: Arrival = {
    door: kind.door,
    raw,
    contentType: kind.contentType,
    envelope: { 'imported-by': hostname() },
    peer: null,
    receivedAt: way.base.now().toISOString(),
  }
  const problem = await refusedAtTheDoor(way, arrival)
  if (problem !== null) {
    tally.failed++
    process.stdout.write(`${JSON.stringify({ file, problem })}\n`)
    return
  }
  try {
    const receipt = await way.accept(
      way.channel,
      arrival,
      organisation === null ? {} : { receivedBy: organisation },
    )
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

/** What the door of a program would not take is not taken here either; in words, or null. */
async function refusedAtTheDoor({ base, kind, channel }: Way, arrival: Arrival): Promise<string | null> {
  const door = channel.doors.find(({ name }) => name === kind.door)
  if (door?.opens !== 'http') return null
  if (arrival.raw.length > door.limitBytes) {
    return `It is larger than ${Math.round(door.limitBytes / 1024 / 1024)} MB, so it is not taken.`
  }
  const refusal = await door.refuse(arrival)
  return refusal === null ? null : base.pages.say(refusal.problems[0].reason, 'en')
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
