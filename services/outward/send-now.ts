/** Secrets that are good for a while go out at once or not at all: what is queued is kept, and these are kept nowhere. */
import { randomUUID } from 'node:crypto'
import type { Channel } from '../../channels/channel.ts'
import type { OrganisationId } from '../../shared/ids.ts'

export interface ShortLivedNotice {
  readonly channel: 'email' | 'sms'
  readonly to: string
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly subject: string
  readonly text: string
}

/** False: it did not go, and whoever asked should try again. */
export type SendNow = (notice: ShortLivedNotice) => Promise<boolean>

export function createSendNow(channels: readonly Channel[]): SendNow {
  return async ({ channel, ...notice }) => {
    const way = channels.find(({ name }) => name === channel)
    if (way?.send === undefined) return false
    const result = await way.send({
      id: randomUUID(),
      ...notice,
      language: 'en',
      replyToken: null,
      inReplyTo: null,
      references: [],
      automatic: true,
    })
    return result.sent
  }
}
