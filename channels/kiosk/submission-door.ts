/** POST /channels/kiosk/submissions: what one person told a kiosk, now or when the network was back. */
import { createHash } from 'node:crypto'
import { reason } from '../../shared/finding.ts'
import type { Arrival, DeliveryKey, HttpDoor, Outcome, Refusal, ShownPage } from '../channel.ts'
import { isPlainForm, parseDocument, plainForm } from './kiosk-document.ts'

/** Two minutes of video at a modest size, in base64. */
const largestSubmission = 25 * 1024 * 1024

export const submissionDoor: HttpDoor = {
  opens: 'http',
  name: 'kiosk',
  path: '/channels/kiosk/submissions',
  accepts: ['application/json', plainForm],
  limitBytes: largestSubmission,
  authenticate: { by: 'device-token' },
  refuse,
  answer: ({ reference }) => ({ status: 202, type: 'application/json', body: JSON.stringify({ reference }) }),
  show,
}

/** The kiosk's own id for it, within that kiosk: another kiosk cannot take its answer by guessing. */
export function keyOfSubmission({ raw, contentType, envelope }: Arrival): DeliveryKey {
  const parsed = parseDocument(raw, contentType)
  const id = 'document' in parsed ? parsed.document.id : createHash('sha256').update(raw).digest('hex')
  return `kiosk:${envelope['kiosk-id'] ?? ''}:${id}`
}

function refuse({ raw, contentType }: Arrival): Refusal | null {
  const parsed = parseDocument(raw, contentType)
  if ('document' in parsed) return null
  const { wrong } = parsed
  return {
    status: wrong === null ? 400 : 422,
    problems: [{ field: wrong, reason: reason(keyOfProblem(wrong)) }],
  }
}

function keyOfProblem(field: string | null): string {
  if (field === null) return 'kiosk:refuse.document'
  return field === 'text' ? 'kiosk:refuse.text' : 'kiosk:refuse.field'
}

/** What the page says, by status: a form of ours is refused only where nothing was written. */
const problems: Readonly<Record<number, string>> = { 401: 'off', 422: 'empty' }

/** Without scripts a browser sends the form by itself, and a person reads what comes back. */
function show(outcome: Outcome, contentType: string | null): ShownPage | null {
  if (!isPlainForm(contentType)) return null
  if ('receipt' in outcome) {
    return { template: 'kiosk/sent.njk', context: { reference: outcome.receipt.reference } }
  }
  return { template: 'kiosk/not-sent.njk', context: { problem: problems[outcome.status] ?? 'later' } }
}
