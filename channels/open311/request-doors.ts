/** The entrance for civic apps: POST Service Request, in both formats, with or without an API key. */
import { createHash } from 'node:crypto'
import { reason } from '../../shared/finding.ts'
import { isNonEmpty } from '../../shared/words.ts'
import type { Arrival, DeliveryKey, HttpDoor, Refusal } from '../channel.ts'
import { answerIn, errorIn, formats, type Format } from './format.ts'
import { problemsIn, requestFormIn } from './request-form.ts'

/** The longest description, each letter written as %F0%9F%99%82. */
const largestRequest = 2 * 1024 * 1024

export const requestDoors: readonly HttpDoor[] = formats.map(requestDoor)

function requestDoor(format: Format): HttpDoor {
  return {
    opens: 'http',
    name: `open311-${format}`,
    path: `/open311/v2/requests.${format}`,
    accepts: ['application/x-www-form-urlencoded'],
    limitBytes: largestRequest,
    authenticate: { by: 'api-key', scope: 'feedback:write', optional: true, field: 'api_key' },
    refuse,
    // GeoReport says 403 of a key that is wrong.
    explain: (status, sentences) => errorIn(format, status === 401 ? 403 : status, sentences),
    answer: ({ reference }, _, say) =>
      answerIn(format, 200, 'service_requests', [
        {
          service_request_id: reference,
          service_notice: say(reason('open311:notice', { reference }), 'en'),
          account_id: null,
        },
      ]),
  }
}

function refuse({ raw }: Arrival): Refusal | null {
  const problems = problemsIn(requestFormIn(raw))
  return isNonEmpty(problems) ? { status: 400, problems } : null
}

/**
 * GeoReport knows no way to say "this again". With an Idempotency-Key it is that key, within the API key or else the
 * visitor; without one each request is a delivery of its own, however alike two of them are.
 */
export function keyOfRequest({ envelope, raw }: Arrival): DeliveryKey {
  const asked = envelope['idempotency-key']
  const own = asked === undefined ? (envelope['arrival-id'] ?? raw) : asked
  const scope = envelope['api-key-id'] ?? envelope['visitor'] ?? ''
  return `request:${createHash('sha256')
    .update(`${Buffer.byteLength(scope)}:${scope}`)
    .update(own)
    .digest('hex')}`
}
