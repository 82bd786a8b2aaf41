/** The HTTP entrance for whole mails: another mail system hands over RFC 5322 bytes with an API key. */
import { reason } from '../../shared/finding.ts'
import type { HttpDoor } from '../channel.ts'

export function rawDoor(limitBytes: number): HttpDoor {
  return {
    opens: 'http',
    name: 'email-raw',
    path: '/channels/email/raw',
    accepts: ['message/rfc822', 'application/octet-stream', 'text/plain'],
    limitBytes,
    authenticate: { by: 'api-key', scope: 'email:write', optional: false },
    refuse: (arrival) =>
      arrival.raw.length > 0
        ? null
        : { status: 400, problems: [{ field: null, reason: reason('email:refuse.empty') }] },
    answer: (receipt) => ({
      status: 202,
      type: 'application/json',
      body: JSON.stringify({ reference: receipt.reference }),
    }),
  }
}
