/** The entrance for calls that another system took and wrote down: JSON, WebVTT, SRT or plain text, with an API key. */
import { createHash } from 'node:crypto'
import { reason } from '../../../shared/finding.ts'
import { storable } from '../../../shared/text/storable.ts'
import type { Arrival, DeliveryKey, HttpDoor, Refusal } from '../../channel.ts'
import { decodeText } from './decode-text.ts'
import { transcriptIn } from './read-transcript.ts'

/** A call of three hours with a score for each word. */
const largestTranscript = 10 * 1024 * 1024

export const transcriptDoor: HttpDoor = {
  opens: 'http',
  name: 'phone-transcripts',
  path: '/channels/phone/transcripts',
  accepts: [
    'application/json',
    'text/vtt',
    'application/x-subrip',
    'application/srt',
    'text/srt',
    'text/plain',
    'application/octet-stream',
  ],
  limitBytes: largestTranscript,
  authenticate: { by: 'api-key', scope: 'transcripts:write', optional: false },
  refuse,
  answer: ({ reference }) => ({ status: 202, type: 'application/json', body: JSON.stringify({ reference }) }),
}

/** A sender who delivers the same transcript again gets the same answer; another sender's copy is their own. */
export function keyOfTranscript({ raw, envelope }: Arrival): DeliveryKey {
  const sender = envelope['api-key-id'] ?? ''
  return `transcript:${createHash('sha256').update(`${sender}\n`).update(raw).digest('hex')}`
}

/** Refused is only what no later reading could make sense of, so that the sender knows at once. */
function refuse({ raw }: Arrival): Refusal | null {
  if (raw.length === 0) return refusal(400, 'phone:refuse.empty')
  const decoded = decodeText(raw)
  if (decoded === null) return refusal(422, 'phone:unreadable.notText')
  const transcript = transcriptIn(storable(decoded.text))
  return 'problem' in transcript ? refusal(422, transcript.problem.key) : null
}

function refusal(status: Refusal['status'], key: string): Refusal {
  return { status, problems: [{ field: null, reason: reason(key) }] }
}
