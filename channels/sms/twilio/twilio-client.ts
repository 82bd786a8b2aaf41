/** Twilio's own client, led to another address for trials, with its errors as values. */
import twilio from 'twilio'
import RequestClient from 'twilio/lib/base/RequestClient.js'
import type { TwilioSettings } from '../../settings.ts'

export interface TwilioClient {
  create(text: NewText): Promise<Outcome>
}

export interface NewText {
  readonly to: string
  readonly from: string
  readonly body: string
  readonly statusCallback?: string
}

export type Outcome =
  | { readonly created: true; readonly sid: string }
  /** HTTP status and Twilio's error number, as far as there are any. */
  | { readonly created: false; readonly status: number | null; readonly code: number | null }

/** Longer than Twilio takes, shorter than a worker holds a message. */
const patienceMs = 10_000

export function createTwilioClient({ accountSid, authToken, apiUrl }: TwilioSettings): TwilioClient {
  const requests = new RequestsTo(apiUrl)
  const { messages } = twilio(accountSid, authToken, { httpClient: requests })
  return {
    async create(text) {
      try {
        // Look-alikes of plain letters are sent as those, so that one curly quote does not cost two segments more.
        const { sid } = await messages.create({ ...text, smartEncoded: true })
        return { created: true, sid }
      } catch (error) {
        return error instanceof twilio.RestException
          ? { created: false, status: error.status, code: error.code ?? null }
          : { created: false, status: null, code: null }
      }
    },
  }
}

/** Twilio's way of asking, at another address where one is given. */
class RequestsTo extends RequestClient {
  readonly #apiUrl: string | null

  constructor(apiUrl: string | null) {
    super({ timeout: patienceMs })
    this.#apiUrl = apiUrl
  }

  override request<Data>(options: RequestClient.RequestOptions<Data>) {
    if (this.#apiUrl === null) return super.request(options)
    const { pathname, search } = new URL(options.uri)
    return super.request({ ...options, uri: new URL(pathname + search, this.#apiUrl).href })
  }
}
