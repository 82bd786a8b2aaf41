/** What was asked by text on a case so far, and whether the answer is there already. */
import type { CaseId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'

/** Null for a case that is closed. `texts`: our automatic ones that went, oldest first. */
export async function textDialogue(db: Queries, id: CaseId) {
  const head = await db
    .selectFrom('cases')
    .select(['reference', 'kind'])
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (head === undefined) return null
  const messages = await db
    .selectFrom('messages')
    .select(['body', 'language', 'recipient', 'is_automatic', 'purpose', 'sent_at'])
    .where('case', '=', id)
    .where('direction', '=', 'out')
    .where('purpose', '<>', 'handoff-notice')
    .orderBy('created_at')
    .execute()
  const asked = await db
    .selectFrom('submissions')
    .select('id')
    .where('case', '=', id)
    .where('call_back_asked', '=', true)
    .limit(1)
    .executeTakeFirst()
  return {
    ...head,
    callBackAsked: asked !== undefined,
    isStaffs: messages.some((message) => !message.is_automatic),
    texts: messages.flatMap(({ body, language, recipient, sent_at }) =>
      recipient === null || sent_at === null ? [] : [{ body, language, recipient, sentAt: sent_at }],
    ),
  }
}
