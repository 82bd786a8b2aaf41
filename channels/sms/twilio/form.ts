/** Twilio's webhooks: what stands in the form that it posts. */
import { storable } from '../../../shared/text/storable.ts'
import type { Incoming, IncomingText, Picture, SendingState } from '../provider.ts'

/** As many as Twilio attaches to one text. */
const mostPictures = 10

/** Every value of every name, as the signature covers them. */
export function formOf(raw: Uint8Array): Readonly<Record<string, string | string[]>> {
  const form = new URLSearchParams(Buffer.from(raw).toString('utf8'))
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name)
      return [name, values.length === 1 ? (values[0] ?? '') : values]
    }),
  )
}

/** Null when it is not Twilio's. `target`: the path and query that were called. */
export function readTwilioForm(raw: Uint8Array, target: string): Incoming | null {
  const form = new URLSearchParams(Buffer.from(raw).toString('utf8'))
  const field = (name: string) => form.get(name)?.trim() ?? ''
  const id = field('MessageSid') || field('SmsMessageSid') || field('SmsSid')
  if (id === '') return null
  return form.has('Body') || form.has('NumMedia') ? textOf(form, field, id) : stateOf(field, id, target)
}

type Field = (name: string) => string

function textOf(form: URLSearchParams, field: Field, id: string): IncomingText | null {
  if (field('From') === '') return null
  return {
    what: 'text',
    id: storable(id),
    from: storable(field('From')),
    to: storable(field('To')),
    text: storable(form.get('Body') ?? ''),
    pictures: picturesIn(field),
    sentAt: null,
    keywordAnswered: field('OptOutType') !== '',
  }
}

function picturesIn(field: Field): readonly Picture[] {
  const said = Number.parseInt(field('NumMedia'), 10)
  const count = Number.isNaN(said) ? 0 : Math.min(Math.max(said, 0), mostPictures)
  return Array.from({ length: count }, (_, at) => ({
    url: field(`MediaUrl${at}`),
    contentType: storable(field(`MediaContentType${at}`)).toLowerCase() || 'application/octet-stream',
  })).filter((picture) => picture.url !== '')
}

/** Twilio's errors that may pass by themselves: unreachable handset, carrier trouble, queue overflow. */
const mayPass: ReadonlySet<string> = new Set(['30001', '30002', '30003', '30008', '30009', '30010', '30022'])

function stateOf(field: Field, id: string, target: string): SendingState | null {
  const state = storable(field('MessageStatus') || field('SmsStatus')).toLowerCase()
  if (state === '') return null
  const ours = messageIn(target)
  const problem = storable(field('ErrorCode')) || null
  return {
    what: 'sending-state',
    ids: [storable(id), ...(ours === null ? [] : [ours])],
    to: storable(field('To')) || null,
    state,
    arrived: arrivedIn(state),
    permanent: problem === null || !mayPass.has(problem),
    problem,
  }
}

function arrivedIn(state: string): boolean | undefined {
  if (state === 'delivered' || state === 'read') return true
  return state === 'undelivered' || state === 'failed' || state === 'canceled' ? false : undefined
}

/** Our own id of the message, which we put into the address that Twilio calls. */
function messageIn(target: string): string | null {
  return new URLSearchParams(target.split('?')[1] ?? '').get('message')
}
