/** The one registry: every channel there is. Adding one is adding its folder and a line here. */
import type { Channel } from './channel.ts'
import { createEmail } from './email/email.ts'
import { createWebForm } from './web-form/web-form.ts'

/** What channels are told of the settings; services/config.ts is the sole reader of the environment. */
export interface ChannelSettings {
  readonly publicUrl: string
  /** Port of the SMTP listener; null opens none. */
  readonly mailListenPort: number | null
  /** Bytes; a larger mail is refused with 552. */
  readonly mailLimitBytes: number
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Domain of the addresses people write to and of our Message-IDs. */
  readonly mailDomain: string
}

export function createChannels(settings: ChannelSettings): readonly Channel[] {
  return [createWebForm(), createEmail(settings)]
}
