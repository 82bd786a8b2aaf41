/** The table: for each channel there is, how it is brought, forged and garbled. A new channel gets its row here. */
import type { ChannelName } from '../../shared/words.ts'
import type { ChannelExample } from './example.ts'
import { emailExample } from './examples/email.ts'
import { kioskExample } from './examples/kiosk.ts'
import { open311Example } from './examples/open311.ts'
import { phoneExample } from './examples/phone.ts'
import { smsExample } from './examples/sms.ts'
import { staffNoteExample } from './examples/staff-note.ts'
import { webFormExample } from './examples/web-form.ts'

export const examples: ReadonlyMap<ChannelName, ChannelExample> = new Map<ChannelName, ChannelExample>([
  ['web-form', webFormExample],
  ['email', emailExample],
  ['sms', smsExample],
  ['phone', phoneExample],
  ['kiosk', kioskExample],
  ['staff-note', staffNoteExample],
  ['open311', open311Example],
])
