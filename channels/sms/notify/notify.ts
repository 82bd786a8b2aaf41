/** GOV.UK Notify as a provider of text messages: two doors with a bearer token. It cannot send yet. */
import type { HttpDoor } from '../../channel.ts'
import type { NotifySettings } from '../../settings.ts'
import type { SmsProvider } from '../provider.ts'

export function createNotify({ callbackToken }: NotifySettings): SmsProvider {
  const doorSettings = {
    opens: 'http',
    accepts: ['application/json'],
    limitBytes: 64 * 1024,
    authenticate: { by: 'callback-token', token: callbackToken },
    refuse: () => null,
    // Notify asks for any 2xx and calls again otherwise.
    answer: () => ({ status: 204, type: 'application/json', body: '' }),
  } as const satisfies Omit<HttpDoor, 'name' | 'path'>
  return {
    doors: [
      { ...doorSettings, name: 'sms-notify', path: '/channels/sms/notify' },
      { ...doorSettings, name: 'sms-notify-status', path: '/channels/sms/notify/status' },
    ],
    // intake has checked the token.
    isGenuine: () => true,
    // Notify takes no pictures.
    mayFetch: () => null,
  }
}
