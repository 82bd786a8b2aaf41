/** Was this really posted by Twilio? Its own library judges, over the address that we are publicly known by. */
import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks.js'
import { formOf } from './form.ts'

export interface Signed {
  /** Whole, as Twilio was told to call it. */
  readonly url: string
  readonly signature: string
  readonly contentType: string | null
  readonly raw: Uint8Array
}

/** A form is signed with its fields; any other body by its hash, which then stands in the address. */
export function isSignedByTwilio(authToken: string, { url, signature, contentType, raw }: Signed): boolean {
  if (signature === '' || !URL.canParse(url)) return false
  const isForm = contentType === null || /^application\/x-www-form-urlencoded\b/i.test(contentType.trim())
  return isForm
    ? validateRequest(authToken, signature, url, formOf(raw))
    : validateRequestWithBody(authToken, signature, url, Buffer.from(raw).toString('utf8'))
}
