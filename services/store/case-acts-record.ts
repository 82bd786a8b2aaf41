/** What was given by hand or by post, such as a copy of the written record: it never goes from here, and stands among the messages. */
import type { MessageId } from '../../shared/ids.ts'
import { actOnCase, type Act, type ActResult, type Acting, type Done } from './case-acts.ts'
import { isWritten } from './case-acts-answer.ts'
import type { Database } from './database.ts'

export const waysToGive = ['letter', 'in-person'] as const

export interface RecordGiven {
  /** Made with the form, so that saving it twice is saving it once. */
  readonly id: MessageId
  readonly how: (typeof waysToGive)[number]
  readonly subject: string
  readonly body: string
}

export async function recordGiven(db: Database, acting: Acting, given: RecordGiven): Promise<ActResult> {
  const work = async (act: Act): Promise<Done> => {
    await insertGiven(act, given)
    return { act: 'record.give', details: { message: given.id, how: given.how } }
  }
  return actOnCase(db, acting, 'receiver', work, ({ queries, head }) => isWritten(queries, head.id, given.id))
}

/** It stands among the messages as done another way. */
export async function insertGiven({ queries, head, who, now }: Act, given: RecordGiven): Promise<void> {
  await queries
    .insertInto('messages')
    .values({
      id: given.id,
      case: head.id,
      direction: 'out',
      purpose: 'reply',
      channel: 'staff-note',
      recipient: null,
      subject: given.subject,
      body: given.body,
      language: head.language === 'cy' ? 'cy' : 'en',
      state: 'settled',
      settled_how: given.how,
      settled_why: given.subject,
      settled_by: who.id,
      settled_at: now,
      written_by: who.id,
      created_at: now,
      due_at: now,
    })
    .execute()
}
