/** The one way in: whatever came through whichever door is committed with its reference before anyone is answered. */
import { randomBytes } from 'node:crypto'
import type { Arrival, Channel, Receipt } from '../../channels/channel.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { ChannelName, NonEmpty } from '../../shared/words.ts'
import { mintReference } from '../../shared/reference.ts'
import { commitDeliveries, type Committed, type NewDelivery } from '../store/commit-deliveries.ts'
import { sealDelivery } from '../store/deliveries.ts'
import type { Database } from '../store/database.ts'
import type { Envelope } from '../store/envelope.ts'
import type { Ring } from '../queue/bell.ts'

export interface AcceptOptions {
  /** Who receives it, where the door knows: the organisation of the API key. */
  readonly receivedBy?: OrganisationId
}

/** Resolves when the delivery is durable. Rejects when it could not be stored: then nothing may be acknowledged. */
export type Accept = (channel: Channel, arrival: Arrival, options?: AcceptOptions) => Promise<Receipt>

export interface AcceptParts {
  readonly db: Database
  readonly envelope: Envelope
  readonly ring: Ring
  /** Whom a door belongs to: whoever claims each of the addresses, else the host. */
  ownersOfDoor(channel: ChannelName, addresses: readonly string[]): NonEmpty<OrganisationId>
}

/** A few statements at once keep the disk busy; what arrives meanwhile goes in the next one. */
const statementsAtOnce = 2
const largestBatch = 64

interface Waiting {
  readonly delivery: NewDelivery
  resolve(committed: Committed): void
  reject(error: unknown): void
}

export function createAccept(parts: AcceptParts): Accept {
  const commit = createBatches(parts)
  return async (channel, arrival, options = {}) => {
    const key = channel.keyOf(arrival)
    const receivers =
      options.receivedBy === undefined
        ? parts.ownersOfDoor(channel.name, addressesOf(channel, arrival))
        : [options.receivedBy]
    // Sent to two organisations at once, it is a delivery to each: neither may have to ask the other for it.
    const all = await Promise.all(
      receivers.map((receivedBy) =>
        commit({
          channel: channel.name,
          door: arrival.door,
          key,
          reference: mintReference(randomBytes(5)),
          receivedAt: new Date(arrival.receivedAt),
          receivedBy,
          size: arrival.raw.byteLength,
          sealed: sealDelivery(parts.envelope, arrival),
        }),
      ),
    )
    for (const committed of all) if (!committed.again) parts.ring('read', committed.id)
    const [first] = all
    if (first === undefined) throw new Error('A delivery had nobody to receive it')
    return { reference: first.reference, again: first.again }
  }
}

/** Where it was sent: every address of a door belongs to an organisation. */
function addressesOf(channel: Channel, arrival: Arrival): readonly string[] {
  const found = channel.sentTo?.(arrival)
  if (found !== undefined) return found
  return (arrival.envelope['rcpt-to'] ?? '').split(/[\s,]+/).filter((address) => address !== '')
}

/** Gathers what arrives while a statement runs into the next one: one commit for many, and none waits for a timer. */
function createBatches({ db }: AcceptParts): (delivery: NewDelivery) => Promise<Committed> {
  const waiting: Waiting[] = []
  let running = 0

  async function run(): Promise<void> {
    running++
    // Whoever has been heard but not yet read comes along.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const batch = waiting.splice(0, largestBatch)
      await settle(db, batch)
    }
    running--
  }

  return (delivery) =>
    new Promise((resolve, reject) => {
      waiting.push({ delivery, resolve, reject })
      if (running < statementsAtOnce) void run()
    })
}

async function settle(db: Database, batch: readonly Waiting[]): Promise<void> {
  try {
    const committed = await commitDeliveries(
      db,
      batch.map((each) => each.delivery),
    )
    for (const [at, each] of batch.entries()) {
      const one = committed[at]
      if (one === undefined)
        each.reject(new Error('The database answered for fewer deliveries than were given'))
      else each.resolve(one)
    }
  } catch {
    // One of them may be to blame (a reference that is taken): each gets its own try, and its own fault.
    await Promise.all(batch.map((each) => settleAlone(db, each)))
  }
}

async function settleAlone(db: Database, each: Waiting): Promise<void> {
  try {
    const delivery = { ...each.delivery, reference: mintReference(randomBytes(5)) }
    const [committed] = await commitDeliveries(db, [delivery])
    if (committed === undefined) throw new Error('The database did not answer for a delivery')
    each.resolve(committed)
  } catch (error) {
    each.reject(error)
  }
}
