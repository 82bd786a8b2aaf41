/** GOV.UK Notify as a provider of text messages: two doors with a bearer token, and its API to send. */
import { randomUUID } from 'node:crypto'
import { reason } from '../../../shared/finding.ts'
import type { Arrival, HttpDoor, Receipt, Say } from '../../channel.ts'
import type { NotifySettings } from '../../settings.ts'
import { keywordOf } from '../keywords.ts'
import type { SmsProvider } from '../provider.ts'
import { readNotifyJson } from './callback.ts'
import { createNotifySend } from './send.ts'

export function createNotify(
  { callbackToken, sending }: NotifySettings,
  now: () => Date = () => new Date(),
): SmsProvider {
  const send = sending === null ? null : createNotifySend(sending, now)
  const doorSettings = {
    opens: 'http',
    accepts: ['application/json'],
    limitBytes: 64 * 1024,
    authenticate: { by: 'callback-token', token: callbackToken },
    refuse: () => null,
  } as const satisfies Omit<HttpDoor, 'name' | 'path' | 'answer'>
  return {
    doors: [
      {
        ...doorSettings,
        name: 'sms-notify',
        path: '/channels/sms/notify',
        answer: (receipt, arrival, say) => {
          if (send !== null) void help(send, receipt, arrival, say)
          return taken
        },
      },
      {
        ...doorSettings,
        name: 'sms-notify-status',
        path: '/channels/sms/notify/status',
        answer: () => taken,
      },
    ],
    // intake has checked the token.
    isGenuine: () => true,
    // Notify takes no pictures.
    mayFetch: () => null,
    owns: (number) => number === sending?.number,
    ...(send === null ? {} : { send }),
  }
}

/** Notify asks for any 2xx and calls again otherwise. */
const taken = { status: 204, type: 'application/json', body: '' } as const

/** Notify reads no answer to its call, so that to HELP goes as a text of its own, once. It never throws. */
async function help(
  send: ReturnType<typeof createNotifySend>,
  { again }: Receipt,
  { raw }: Arrival,
  say: Say,
): Promise<void> {
  const incoming = readNotifyJson(raw)
  const keyword = again || incoming?.what !== 'text' ? null : keywordOf(incoming.text)
  if (incoming?.what !== 'text' || keyword?.word !== 'help') return
  await send({ id: randomUUID(), to: incoming.from, text: say(reason('sms:help'), keyword.language) })
}
