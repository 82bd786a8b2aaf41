/** GOV.UK Notify's callbacks: a text that came in, and what became of one that went out. */
import { z } from 'zod'
import { storable } from '../../../shared/text/storable.ts'
import type { Incoming } from '../provider.ts'

const textSchema = z.string().transform(storable)

/** docs.notifications.service.gov.uk, "Received text messages". */
const receivedSchema = z.object({
  id: textSchema.pipe(z.string().min(1)),
  source_number: textSchema,
  destination_number: textSchema,
  message: textSchema,
  date_received: z.string().nullish(),
})

/** The same page, "Delivery receipts". `reference` is our own id of the message. */
const receiptSchema = z.object({
  id: textSchema.pipe(z.string().min(1)),
  reference: textSchema.nullish(),
  to: textSchema.nullish(),
  status: textSchema,
})

/** Null when it is not Notify's. */
export function readNotifyJson(raw: Uint8Array): Incoming | null {
  const document = jsonIn(raw)
  const received = receivedSchema.safeParse(document)
  if (received.success) return textOf(received.data)
  const receipt = receiptSchema.safeParse(document)
  return receipt.success ? stateOf(receipt.data) : null
}

function jsonIn(raw: Uint8Array): unknown {
  try {
    return JSON.parse(
      Buffer.from(raw)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    )
  } catch {
    return undefined
  }
}

function textOf(received: z.output<typeof receivedSchema>): Incoming {
  return {
    what: 'text',
    id: received.id,
    from: received.source_number,
    to: received.destination_number,
    text: received.message,
    pictures: [],
    sentAt: instantOf(received.date_received ?? null),
    keywordAnswered: false,
  }
}

/** Notify's clock is UTC, with or without the letter that says so. */
function instantOf(text: string | null): string | null {
  if (text === null) return null
  const zoned = /(?:z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`
  const instant = Date.parse(zoned)
  return Number.isNaN(instant) ? null : new Date(instant).toISOString()
}

function stateOf({ id, reference, to, status }: z.output<typeof receiptSchema>): Incoming {
  return {
    what: 'sending-state',
    ids: [id, ...(reference ? [reference] : [])],
    to: to ?? null,
    state: status,
    arrived: status === 'delivered' ? true : /-failure$/.test(status) ? false : undefined,
    permanent: status === 'permanent-failure',
    problem: null,
  }
}
