/** What a delivery is, told by its own form: a text, or how far one of ours has come, of whichever provider. */
import type { Arrival } from '../channel.ts'
import { readNotifyJson } from './notify/callback.ts'
import type { Incoming } from './provider.ts'
import { readTwilioForm } from './twilio/form.ts'

/** Null: nobody's. Twilio posts forms and Notify JSON; the door saw to it who may. */
export function incomingIn({ raw, envelope }: Pick<Arrival, 'raw' | 'envelope'>): Incoming | null {
  const isJson = /^\uFEFF?\s*[{[]/.test(Buffer.from(raw.subarray(0, 64)).toString('utf8'))
  return isJson ? readNotifyJson(raw) : readTwilioForm(raw, envelope['request-target'] ?? '')
}
