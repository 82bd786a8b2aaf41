/** The one registry: every channel there is. Adding one is adding its folder and a line here. */
import type { Channel } from './channel.ts'
import { createEmail } from './email/email.ts'
import type { NotifySettings } from './sms/notify/notify.ts'
import { createSms } from './sms/sms.ts'
import type { TwilioSettings } from './sms/twilio/twilio.ts'
import { createWebForm } from './web-form/web-form.ts'
import { createPhone } from './phone/phone.ts'
import { createStaffNote } from './staff-note/staff-note.ts'

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
  /** Null: no texts by Twilio. */
  readonly twilio: TwilioSettings | null
  /** Null: no texts by GOV.UK Notify. */
  readonly notify: NotifySettings | null
}

export function createChannels(settings: ChannelSettings): readonly Channel[] {
  return [
    createWebForm(),
    createEmail(settings),
    createSms(settings),
    createPhone(settings),
    createStaffNote(),
  ]
}
