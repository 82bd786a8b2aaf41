/** Was this really posted by Twilio? Its own library judges, over the address that we are publicly known by. */
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import type { Arrival } from '../../channel.ts'

/** The address comes from our settings, never from the Host header: whoever calls writes that. */
export function isSignedByTwilio(authToken: string, publicUrl: string, { raw, envelope }: Arrival): boolean {
  const signature = envelope['x-twilio-signature'] ?? ''
  const url = publicUrl + (envelope['request-target'] ?? '')
  if (signature === '' || !URL.canParse(url)) return false
  const form = new URLSearchParams(Buffer.from(raw).toString('utf8'))
  const fields = [...new Set(form.keys())].map((name) => {
    const values = form.getAll(name)
    return [name, values.length === 1 ? values[0] : values] as const
  })
  return validateRequest(authToken, signature, url, Object.fromEntries(fields))
}
