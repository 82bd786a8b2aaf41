/** Giving the person the copy of the written record: sent from here, or put on record as posted or handed over. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import type { Words } from '../pages/languages.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { replyToPerson } from '../store/case-acts-answer.ts'
import { recordGiven, waysToGive } from '../store/case-acts-record.ts'
import { findSpoken } from '../store/spoken.ts'
import { findWayOfReply } from '../store/way-of-reply.ts'
import { recordLetter, writtenRecord } from './written-record.ts'

const input = z.object({
  message: z.uuid().transform((id) => asId<'message'>(id)),
  channel: z.enum(['email', 'sms']),
  recipient: z.string().transform((address) => (address === '' ? null : address)),
  subject: z.string().max(200),
  body: z.string().max(200_000),
  how: z.enum(['send', ...waysToGive], 'desk:record.error.how'),
})

export function recordCopy(words: Words): CaseForm<z.infer<typeof input>> {
  return {
    path: 'record/copy',
    template: 'desk/record-copy.njk',
    by: 'receiver',
    input,
    done: 'copied',
    async start({ queries, head, canSend }) {
      const spoken = await findSpoken(queries, head.id)
      if (spoken === null) return null
      const way = await findWayOfReply(queries, head, canSend)
      const record = writtenRecord(head, spoken)
      const body = recordLetter(record, words)
      const subject = words.translate(
        'staff-note:record.subject',
        { reference: head.reference },
        record.language,
      )
      return {
        values: { message: randomUUID() },
        shows: { way, person: head.person, body, subject, waysToGive },
      }
    },
    act({ db, acting, input, canSend }) {
      const { message: id, how, channel, recipient, subject } = input
      // Browsers end lines with two characters, which nobody means.
      const body = input.body.replace(/\r\n?/g, '\n')
      return how === 'send'
        ? replyToPerson(db, acting, { id, channel, recipient, subject, body, acknowledges: false }, canSend)
        : recordGiven(db, acting, { id, how, subject, body })
    },
  }
}
