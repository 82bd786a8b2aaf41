/** A whole hub with every channel's doors open, what it sends caught, and what became of what was brought. */
import { vi } from 'vitest'
import { createChannels } from '../../channels/all.ts'
import type { Channel } from '../../channels/channel.ts'
import { channelSettings } from '../../services/channels-opened.ts'
import { readConfig } from '../../services/config.ts'
import { createAccept, type Accept } from '../../services/intake/accept.ts'
import type { DeliveryId } from '../../shared/ids.ts'
import type { ApiScope } from '../../services/store/api-keys.ts'
import { freePort } from '../../services/embedded-postgres/free-port.ts'
import { startFakeTwilio, type FakeTwilio } from '../channels/sms/fake-twilio.ts'
import { notifySettings, publicUrl, twilioSettings } from '../channels/sms/texts.ts'
import { startTestHub, testEnvironment, type TestHub } from '../support/hub.ts'
import { startImapServer, type ImapServer } from '../support/imap-server.ts'
import { startMailCatcher, type MailCatcher } from '../support/mail-catcher.ts'

export interface Site {
  readonly hub: TestHub
  /** Where the doors really are; people know them by the public address. */
  readonly address: string
  readonly twilio: FakeTwilio
  readonly mails: MailCatcher
  /** The mailbox that the hub reads. */
  readonly mailbox: ImapServer
  /** For what comes in by the desk. */
  readonly accept: Accept
  /** The same key each time. */
  keyFor(scope: ApiScope): Promise<string>
  close(): Promise<void>
}

const patience = { timeout: 25_000, interval: 50 }

/** Every setting that opens a door. */
const everyDoor = {
  PUBLIC_URL: publicUrl,
  TWILIO_ACCOUNT_SID: twilioSettings.accountSid,
  TWILIO_AUTH_TOKEN: twilioSettings.authToken,
  TWILIO_NUMBER: twilioSettings.number,
  NOTIFY_CALLBACK_TOKEN: notifySettings.callbackToken,
  IMAP_URL: 'imap://nobody:nothing@127.0.0.1:9/',
  // Without it there would be no way of mailing, and no loop of mails to look for.
  SMTP_URL: 'smtp://127.0.0.1:9/',
} as const

/** The registry, with every door that settings can open. Nothing listens yet. */
export function everyChannel(): readonly Channel[] {
  const reading = readConfig({ ...testEnvironment('postgres://nobody@127.0.0.1/none', {}), ...everyDoor })
  if (!reading.ok) throw new Error(reading.problems.join('\n'))
  return createChannels(channelSettings(reading, publicUrl))
}

export async function openSite(connectionString: string): Promise<Site> {
  const twilio = await startFakeTwilio()
  const mails = await startMailCatcher()
  const mailbox = await startImapServer()
  const port = await freePort()
  const environment = {
    ...everyDoor,
    PORT: String(port),
    TWILIO_API_URL: twilio.url,
    SMTP_URL: mails.url,
    IMAP_URL: mailbox.url,
  }
  const hub = await startTestHub(connectionString, { environment })
  const { connection, envelope, bell, directory } = hub.base
  const keys = new Map<ApiScope, Promise<string>>()
  return {
    hub,
    address: `http://127.0.0.1:${port}`,
    twilio,
    mails,
    mailbox,
    accept: createAccept({
      db: connection.db,
      envelope,
      ring: bell.ring,
      ownersOfDoor: (channel, addresses) => directory.ownersOfDoor(channel, addresses),
    }),
    keyFor(scope) {
      const key = keys.get(scope) ?? hub.key(scope)
      keys.set(scope, key)
      return key
    },
    async close() {
      await hub.close()
      await Promise.all([twilio.close(), mails.close(), mailbox.close()])
    },
  }
}

/** What `act` left behind: its result, and the deliveries that were not there before. */
export async function leaving<T>({ hub }: Site, act: () => Promise<T>) {
  const { db } = hub.base.connection
  const before = await db.selectFrom('deliveries').select('id').execute()
  const told = await act()
  const after = await db.selectFrom('deliveries').select('id').execute()
  const known = new Set(before.map(({ id }) => id))
  return { told, left: after.flatMap(({ id }) => (known.has(id) ? [] : [id])) }
}

/** Its end: read and, if there was anything to route, routed. */
export async function settled({ hub }: Site, id: DeliveryId | undefined) {
  if (id === undefined) throw new Error('Nothing was left behind')
  const { db } = hub.base.connection
  return vi.waitFor(async () => {
    const found = await db
      .selectFrom('deliveries')
      .leftJoin('submissions', 'submissions.delivery', 'deliveries.id')
      .select(['deliveries.state', 'deliveries.reference', 'deliveries.problem'])
      .select(['submissions.content', 'submissions.case'])
      .select('submissions.state as routed')
      .where('deliveries.id', '=', id)
      .executeTakeFirstOrThrow()
    if (found.state === 'waiting' || found.routed === 'waiting') throw new Error('It is still on its way')
    return found
  }, patience)
}

export function waitFor<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, patience)
}
