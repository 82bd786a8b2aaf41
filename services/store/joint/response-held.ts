/** A response on its way out when the person allows something else: it is kept here, and may be put together anew. */
import { londonDate } from '../../../shared/dates/london.ts'
import { reason, type Reason } from '../../../shared/finding.ts'
import type { MessageId } from '../../../shared/ids.ts'
import type { Queries } from '../database.ts'
import { consentSince } from './consent-since.ts'

/** Null for what is no response, nor the draft of one. */
export async function whyNotAsWritten(db: Queries, message: MessageId, now: Date): Promise<Reason | null> {
  const response = await db
    .selectFrom('messages')
    .innerJoin('responses', 'responses.id', 'messages.response')
    .select(['responses.case', 'responses.made_at'])
    .where('messages.id', '=', message)
    .executeTakeFirst()
  if (response === undefined) return null
  const since = await consentSince(db, response, londonDate(now))
  return since === 'same' ? null : reason('joint:response.held.consent')
}

/** In the transaction that holds the message: what has not gone was signed and no more. */
export async function takeBackResponse(db: Queries, message: MessageId): Promise<void> {
  await db
    .updateTable('responses')
    .set({ state: 'signed', message: null })
    .where('message', '=', message)
    .where('state', '=', 'sent')
    .execute()
}
