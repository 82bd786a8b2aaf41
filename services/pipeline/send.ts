/** Send: one message to its one frozen recipient; without a way to send, it waits where staff see it. */
import type { Channel, OutgoingMessage } from '../../channels/channel.ts'
import { reason, type Reason } from '../../shared/finding.ts'
import { asId } from '../../shared/ids.ts'
import { stopRefusedAddress, whyStopped } from '../store/contact-stops.ts'
import { ourEndOf } from '../store/conversations.ts'
import { ringInstead } from '../store/danger-not-told.ts'
import type { Queries } from '../store/database.ts'
import { takeBackResponse, whyNotAsWritten } from '../store/joint/response-held.ts'
import { acknowledgeBySending } from '../store/message-acknowledges.ts'
import { respondBySending } from '../store/message-responds.ts'
import { loadMessageToSend, markHeld, markSent, noTransport, type MessageToSend } from '../store/messages.ts'
import { stillHolds, type Claim } from '../store/work.ts'
import type { ReplyTokens } from './reply-token.ts'
import { NeedsAPerson, TryLater, type StepParts } from './step.ts'

export interface SendParts extends StepParts {
  readonly channels: readonly Channel[]
  readonly tokens: ReplyTokens
}

export function createSendStep(parts: SendParts): (held: Claim) => Promise<void> {
  return async (held) => {
    const message = await loadMessageToSend(parts.db, asId<'message'>(held.id))
    if (message === null) throw new NeedsAPerson(reason('pipeline:message-gone'))
    const channel = parts.channels.find((candidate) => candidate.name === message.channel)
    if (channel?.send === undefined) {
      await hold(parts, held, message, reason(noTransport))
      return
    }
    // Asked again here: they may have said so after this was written.
    const stopped = await whyStopped(parts.db, message.channel, message.recipient)
    if (stopped !== null) {
      await hold(parts, held, message, stopped)
      return
    }
    const changed = await whyNotAsWritten(parts.db, message.id, parts.now())
    if (changed !== null) {
      await hold(parts, held, message, changed, (db) => takeBackResponse(db, message.id))
      return
    }
    const from = await ourEndOf(parts.db, message.case, message.recipient)
    const result = await channel.send(outgoing(message, from, parts.tokens))
    if (!result.sent) {
      if (result.retry) throw new TryLater(result.problem)
      if (result.gone === true) await stopMailTo(parts, held, message)
      throw new NeedsAPerson(result.problem)
    }
    // Between the provider's yes and this commit a crash would send a second copy with the same Message-ID:
    // receivers drop it. The other order could lose a message, which is worse.
    await parts.db.transaction().execute(async (db) => {
      if (!(await stillHolds(db, held))) return
      const sentAt = parts.now()
      // Killed with the message in hand: nobody knows whether it had gone.
      const known = held.isAbandoned ? reason('message:maybe-twice') : null
      await markSent(db, message.id, result.providerId, sentAt, known)
      await acknowledgeBySending(db, message.id, sentAt)
      await respondBySending(db, message.id, sentAt)
    })
  }
}

/** As a bounce does. Notices to teams go on: nobody could set them going again. */
async function stopMailTo(parts: SendParts, held: Claim, message: MessageToSend): Promise<void> {
  if (message.isNotice) return
  await parts.db.transaction().execute(async (db) => {
    if (await stillHolds(db, held)) await stopRefusedAddress(db, message, parts.now())
  })
}

/** Not by a worker that lost the row meanwhile: what another one has sent would be released and go twice. */
async function hold(
  parts: SendParts,
  held: Claim,
  { id }: MessageToSend,
  because: Reason,
  also: (db: Queries) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await parts.db.transaction().execute(async (db) => {
    if (!(await stillHolds(db, held))) return
    await markHeld(db, id, because)
    await ringInstead(db, [id])
    await also(db)
  })
}

function outgoing(message: MessageToSend, from: string | null, tokens: ReplyTokens): OutgoingMessage {
  return {
    id: message.id,
    to: message.recipient,
    ...(from === null ? {} : { from }),
    organisation: message.organisation,
    organisationName: message.organisationName,
    subject: message.subject,
    text: message.body,
    language: message.language,
    // What a team answers to a notice is not the person's: without a token it is read as news and seen as such.
    replyToken: message.isNotice ? null : tokens.sign(message.reference),
    inReplyTo: message.answers.at(-1) ?? null,
    references: message.answers,
    automatic: message.automatic,
  }
}
