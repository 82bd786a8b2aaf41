/** Sends a text through GOV.UK Notify's API, and says of a refusal whether trying again can help. */
import { z } from 'zod'
import { reason } from '../../../shared/finding.ts'
import type { OutgoingMessage, SendResult } from '../../channel.ts'
import type { NotifySending } from '../../settings.ts'
import { e164 } from '../phone-number.ts'
import { tokenFor } from './api-key.ts'

/** Notify takes no longer text, whatever letters are in it (its documentation, "Text message pricing"). */
const longestText = 918

/** Shorter than a worker holds a message. */
const patienceMs = 10_000

const notify = 'https://api.notifications.service.gov.uk'

export function createNotifySend(
  settings: NotifySending,
  now: () => Date,
): (message: Pick<OutgoingMessage, 'id' | 'to' | 'text'>) => Promise<SendResult> {
  return async ({ id, to, text }) => {
    const phone = e164(to)
    if (phone === null) return refused('sms:send.no-number')
    if (text.length > longestText) return refused('sms:send.too-long', { characters: longestText })
    const outcome = await ask(settings, now(), {
      phone_number: phone,
      template_id: settings.templateId,
      personalisation: { message: text },
      // Comes back with the receipt, which may be here before its id is stored.
      reference: id,
    })
    return outcome.taken ? { sent: true, providerId: outcome.id } : failed(outcome.status, outcome.error)
  }
}

type Outcome =
  | { readonly taken: true; readonly id: string }
  /** HTTP status and Notify's name for what was wrong, as far as there are any. */
  | { readonly taken: false; readonly status: number | null; readonly error: string | null }

const takenSchema = z.object({ id: z.string().min(1) })
const refusalSchema = z.object({ errors: z.tuple([z.object({ error: z.string() })]).rest(z.unknown()) })

async function ask(settings: NotifySending, at: Date, body: object): Promise<Outcome> {
  try {
    const response = await fetch(`${settings.apiUrl ?? notify}/v2/notifications/sms`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokenFor(settings, at)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    })
    const document: unknown = await response.json().catch(() => null)
    const taken = takenSchema.safeParse(document)
    if (response.ok && taken.success) return { taken: true, id: taken.data.id }
    const refusal = refusalSchema.safeParse(document)
    return { taken: false, status: response.status, error: refusal.data?.errors[0].error ?? null }
  } catch {
    return { taken: false, status: null, error: null }
  }
}

function refused(key: string, params?: Readonly<Record<string, number | string>>): SendResult {
  return { sent: false, retry: false, problem: reason(key, params) }
}

/** No status: the network. Of what Notify answers only 400 is about this text; the rest is our settings, or passes. */
function failed(status: number | null, error: string | null): SendResult {
  const code = [status ?? 0, error].filter((part) => part !== null).join(' ')
  if (status === 400) return refused('sms:send.refused', { code })
  return { sent: false, retry: true, problem: reason('sms:send.later', { code }) }
}
