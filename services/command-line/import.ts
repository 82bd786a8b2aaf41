/** `hub import email|transcripts PATH [--organisation ID] [--answer]`: takes in an archive, once however often it is run, and writes to its people only if told to. */
import { readFile, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { parseArgs } from 'node:util'
import { createChannels } from '../../channels/all.ts'
import { importDoor, importSays, receivedAt, whyNoMail } from '../../channels/email/archived-mail.ts'
import * as mailbox from '../../channels/email/mailbox-file.ts'
import type { Arrival, Channel } from '../../channels/channel.ts'
import { receiptDays } from '../../shared/receipt-age.ts'
import { asId, type OrganisationId } from '../../shared/ids.ts'
import { channelSettings } from '../channels-opened.ts'
import type { Base } from '../compose.ts'
import { createAccept, type Accept } from '../intake/accept.ts'
import { countWaiting } from '../store/work.ts'
import type { ChannelName } from '../../shared/words.ts'
import { withWorkers } from './on-the-database.ts'

interface Kind {
  readonly channel: ChannelName
  /** By which the channel knows what it is: phone takes what came by any other for a call of its line. */
  readonly door: string
  /** Null where the content tells it. */
  readonly contentType: string | null
  /** What lies beside them in a folder: why it is left alone; null: it is one of them. */
  whyNot(raw: Uint8Array, file: string): string | null
  under(path: string): AsyncIterable<mailbox.MailInFile>
  /** When whoever kept it got it, as far as that is proved. */
  cameAt?(raw: Uint8Array, now: Date, keptAt: Date | null): Date | null
}

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  [
    'email',
    {
      channel: 'email',
      door: importDoor,
      contentType: 'message/rfc822',
      whyNot: whyNoMail,
      under: mailbox.messagesUnder,
      cameAt: receivedAt,
    },
  ],
  [
    'transcripts',
    {
      channel: 'phone',
      door: 'phone-transcripts',
      contentType: null,
      whyNot: (_, file) =>
        /\.(aac|csv|flac|jsonl|list|m4a|md|mp3|mp4|ogg|pdf|wav|webm|xml|zip)$/i.test(file)
          ? 'its name is not one of a transcript'
          : null,
      under: wholeFiles,
    },
  ],
])

async function* wholeFiles(path: string): AsyncGenerator<mailbox.MailInFile> {
  for (const file of await mailbox.filesUnder(path)) {
    yield { file, raw: await readFile(file).catch(() => null) }
  }
}

interface Wish {
  readonly kind: Kind
  readonly path: string
  /** Who receives them; null: whose address or number they name, else the host. */
  readonly organisation: OrganisationId | null
  /** May people get the receipt, as if they had just written? */
  readonly answer: boolean
}

const usage =
  'Use: hub import email PATH [--organisation ID] [--answer], or hub import transcripts PATH [--organisation ID]'

export async function importFiles(args: readonly string[]): Promise<0 | 1 | 2> {
  const wish = readWish(args)
  if (wish === null) return misused(usage)
  const isThere = await stat(wish.path).catch(() => null)
  if (isThere === null) return misused(`There is nothing to read at ${wish.path}. Name a file or a folder.`)
  return withWorkers((base, publicUrl) => importAll(base, publicUrl, wish))
}

/** Null for wrong use: an unknown kind or option, no path or several. */
function readWish(args: readonly string[]): Wish | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { organisation: { type: 'string' }, answer: { type: 'boolean' } },
    })
    const [what = '', path, ...more] = positionals
    const kind = kinds.get(what)
    if (kind === undefined || path === undefined || more.length > 0) return null
    const answer = values.answer === true
    // Nobody is ever written to for a call: there is nothing to choose.
    if (answer && kind.channel !== 'email') return null
    const organisation = values.organisation === undefined ? null : asId<'organisation'>(values.organisation)
    return { kind, path, organisation, answer }
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
  /** Files among them that are something else, and folders that are left out. */
  leftAlone: number
}

async function importAll(
  base: Base,
  publicUrl: string,
  { kind, path, organisation, answer }: Wish,
): Promise<0 | 1 | 2> {
  if (
    organisation !== null &&
    !base.directory.current().organisations.some(({ id }) => id === organisation)
  ) {
    return misused(`The directory knows no organisation ${organisation}. See hub directory export.`)
  }
  const channel = createChannels(channelSettings(base, publicUrl)).find(({ name }) => name === kind.channel)
  if (channel === undefined) return 1
  const accept = createAccept({
    db: base.connection.db,
    envelope: base.envelope,
    ring: base.bell.ring,
    ownersOfDoor: (name, addresses) => base.directory.ownersOfDoor(name, addresses),
  })
  const tally: Tally = { taken: 0, again: 0, failed: 0, leftAlone: 0 }
  const way: Way = { base, kind, channel, accept, organisation, answer }
  for (const folder of kind.channel === 'email' ? await mailbox.foldersLeftOut(path) : []) {
    tally.leftAlone++
    print({ file: folder, leftAlone: mailbox.whyLeftOut })
  }
  for await (const { file, raw, keptAt } of kind.under(path)) {
    const whyNot = raw === null ? null : kind.whyNot(raw, file)
    if (raw === null) {
      tally.failed++
      print({
        file,
        problem: 'It could not be read. See whether this user may open it, and import it again.',
      })
    } else if (whyNot !== null) {
      tally.leftAlone++
      print({ file, leftAlone: whyNot })
    } else await importOne(way, { file, raw, keptAt: keptAt ?? null }, tally)
  }
  await untilNothingWaits(base)
  if (kind.channel === 'email') process.stderr.write(`${toldAfter(answer)}\n`)
  print(tally)
  return tally.failed === 0 ? 0 : 1
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function toldAfter(answer: boolean): string {
  return answer
    ? `Whoever wrote in the last ${receiptDays} days gets a receipt; nobody whose mail is older does.`
    : 'Nobody who wrote was sent a receipt. With --answer, those who wrote in the last ' +
        `${receiptDays} days would be. Teams see the cases as they see others.`
}

interface Way {
  readonly base: Base
  readonly kind: Kind
  readonly channel: Channel
  readonly accept: Accept
  readonly organisation: OrganisationId | null
  readonly answer: boolean
}

type Found = Omit<mailbox.MailInFile, 'raw'> & { readonly raw: Uint8Array }

async function importOne(way: Way, { file, raw, keptAt = null }: Found, tally: Tally): Promise<void> {
  const { kind, organisation } = way
  const now = way.base.now()
  const came = kind.cameAt?.(raw, now, keptAt) ?? null
  const arrival: Arrival = {
    door: kind.door,
    raw,
    contentType: kind.contentType,
    envelope: {
      'imported-by': hostname(),
      ...(way.answer ? {} : { [importSays.quiet]: 'yes' }),
      ...(came === null ? { [importSays.undated]: 'yes' } : {}),
    },
    peer: null,
    receivedAt: (came ?? now).toISOString(),
  }
  const problem = await refusedAtTheDoor(way, arrival)
  if (problem !== null) {
    tally.failed++
    print({ file, problem })
    return
  }
  try {
    const receipt = await way.accept(
      way.channel,
      arrival,
      organisation === null ? {} : { receivedBy: organisation },
    )
    tally[receipt.again ? 'again' : 'taken']++
    print({
      file,
      ...receipt,
      ...(kind.cameAt === undefined ? {} : { receivedAt: came?.toISOString() ?? null }),
    })
  } catch {
    tally.failed++
    print({ file, problem: 'It could not be stored. Import the folder again.' })
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
