/** The workers' step of sending, over a channel whose provider gives one answer. */
import type { Channel, OutgoingMessage, SendResult } from '../../../channels/channel.ts'
import { createReplyTokens } from '../../../services/pipeline/reply-token.ts'
import { createSendStep } from '../../../services/pipeline/send.ts'
import { createStep } from '../../../services/pipeline/step.ts'
import type { Database } from '../../../services/store/database.ts'
import type { ChannelName } from '../../../shared/words.ts'

export interface Provider {
  readonly db: Database
  readonly now: () => Date
  /** Null: the channel has no way to send. */
  readonly result: SendResult | null
  readonly channel?: ChannelName
  /** What went is added to it. */
  readonly went?: OutgoingMessage[]
}

const complain = (): void => undefined

/** Claims the message first, as a worker does. */
export function sendBy(provider: Provider): (id: string) => Promise<void> {
  return createStep({ ...provider, complain }, 'send', sendStep(provider))
}

export function sendStep({ db, now, result, channel = 'email', went = [] }: Provider) {
  const silent: Channel = {
    name: channel,
    doors: [],
    isGenuine: () => false,
    keyOf: () => 'none',
    wants: () => [],
    read: () => Promise.resolve({ outcome: 'nothing-to-route', why: 'empty', about: null }),
  }
  const tokens = createReplyTokens('for tests only')
  if (result === null) return createSendStep({ db, now, complain, channels: [silent], tokens })
  const send = (message: OutgoingMessage): Promise<SendResult> => {
    went.push(message)
    return Promise.resolve(result)
  }
  return createSendStep({ db, now, complain, channels: [{ ...silent, send }], tokens })
}
