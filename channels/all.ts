/** The one registry: every channel there is. Adding one is adding its folder, its name in shared/words.ts and a line here; the tests then name the words and the example it lacks. */
import type { Channel } from './channel.ts'
import type { ChannelSettings } from './settings.ts'
import { createEmail } from './email/email.ts'
import { createSms } from './sms/sms.ts'
import { createWebForm } from './web-form/web-form.ts'
import { createOpen311 } from './open311/open311.ts'
import { createKiosk } from './kiosk/kiosk.ts'
import { createPhone } from './phone/phone.ts'
import { createStaffNote } from './staff-note/staff-note.ts'

export function createChannels(settings: ChannelSettings): readonly Channel[] {
  return [
    createWebForm(),
    createEmail(settings),
    createSms(settings),
    createPhone(settings),
    createKiosk(),
    createStaffNote(),
    createOpen311(),
  ]
}
