/** The email channel: mail that people send us, and the mail that answers them. */
import { reason } from '../../shared/finding.ts'
import type { ChannelSettings } from '../settings.ts'
import type { Channel, Door, Evidence, Delivery, Reading } from '../channel.ts'
import { importDoor } from './archived-mail.ts'
import { keyOfMail } from './delivery-key.ts'
import { imapDoor } from './imap-door.ts'
import { mailboxAt } from './imap-settings.ts'
import { rawDoor } from './raw-door.ts'
import { readMail } from './read-mail.ts'
import { createSender } from './send.ts'
import { senderChecks, senderChecksWanted } from './sender-checks.ts'
import { smtpDoor } from './smtp-door.ts'

export function createEmail(settings: ChannelSettings, now: () => Date = () => new Date()): Channel {
  const limitBytes = settings.mailLimitBytes
  const mailbox = settings.imapUrl === null ? null : mailboxAt(settings.imapUrl)
  const doors: readonly Door[] = [
    rawDoor(limitBytes),
    ...(settings.mailListenPort === null
      ? []
      : [smtpDoor({ host: settings.host, port: settings.mailListenPort, limitBytes, now })]),
    ...(mailbox === null ? [] : [imapDoor({ mailbox, limitBytes, now })]),
  ]
  return {
    name: 'email',
    doors,
    // Mail proves nothing about its sender at the door; what SPF, DKIM and DMARC say is shown beside it.
    isGenuine: () => true,
    keyOf: ({ door, raw, envelope, receivedAt }) =>
      // An archive is imported again on another day: what it holds is the same.
      keyOfMail(raw, {
        sender: envelope['mail-from'] ?? null,
        receivedAt: door === importDoor ? '' : receivedAt,
      }),
    wants: senderChecksWanted,
    read: (delivery, evidence) => read(delivery, evidence, settings),
    ...(settings.smtpUrl === null ? {} : { send: createSender(settings.smtpUrl, settings) }),
  }
}

async function read(delivery: Delivery, evidence: Evidence, settings: ChannelSettings): Promise<Reading> {
  try {
    return await readMail(delivery, await senderChecks(delivery, evidence), settings)
  } catch {
    return { outcome: 'unreadable', problem: reason('email:problem.parser') }
  }
}
