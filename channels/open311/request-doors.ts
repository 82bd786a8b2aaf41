/** The entrance for civic apps: POST Service Request, in both formats, with or without an API key. */
import { createHash } from 'node:crypto'
import type { Directory } from '../../shared/directory.ts'
import { reason } from '../../shared/finding.ts'
import { isNonEmpty } from '../../shared/words.ts'
import type { Arrival, DeliveryKey, HttpDoor, Refusal } from '../channel.ts'
import { answerIn, errorIn, formats, type Format } from './format.ts'
import { requestFormIn } from './request-form.ts'
import { isKnown } from './services.ts'
import { largestFile, mostFiles, problemsIn } from './request-problems.ts'

/** The longest description, each letter written as %F0%9F%99%82, and its pictures. */
const largestRequest = 2 * 1024 * 1024 + mostFiles * largestFile

export const requestDoors: readonly HttpDoor[] = formats.map(requestDoor)

function requestDoor(format: Format): HttpDoor {
  return {
    opens: 'http',
    name: `open311-${format}`,
    path: `/open311/v2/requests.${format}`,
    accepts: ['application/x-www-form-urlencoded', 'multipart/form-data'],
    limitBytes: largestRequest,
    authenticate: { by: 'api-key', scope: 'feedback:write', optional: true, field: 'api_key' },
    refuse,
    explain: (status, sentences) => errorIn(format, statusOf(status), sentences),
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

/**
 * GeoReport says 403 of a key that is wrong, 404 of what is not there and 400 of anything else. "Later" is no fault of
 * the app's: it keeps its own status, so that the app tries again.
 */
function statusOf(status: number): number {
  if (status === 401) return 403
  return [403, 404, 429, 503].includes(status) ? status : 400
}

const noService = { field: 'service_code', reason: reason('open311:no-service') }

/** An app may still hold a list with a service that is not in the directory any more. */
async function refuse({ raw, contentType }: Arrival, directory?: Directory): Promise<Refusal | null> {
  const form = await requestFormIn(raw, contentType)
  const problems = problemsIn(form)
  if (!isNonEmpty(problems)) {
    const isGone = directory !== undefined && !isKnown(form.field('service_code'), directory)
    return isGone ? { status: 404, problems: [noService] } : null
  }
  // A code that was given and means nothing is not found; one that was left out is a fault of the form.
  const isUnknown =
    form.field('service_code') !== '' && problems.every(({ field }) => field === 'service_code')
  return { status: isUnknown ? 404 : 400, problems }
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
