/** Writing to the person: by the way and to the address shown, looked at once more, sent once. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { segmentsOf } from '../../channels/sms/segments.ts'
import { asId } from '../../shared/ids.ts'
import { longestText, replyToPerson } from '../store/case-acts-answer.ts'
import { findWayOfReply } from '../store/way-of-reply.ts'
import type { CaseForm } from '../staff/case-form.ts'

const oneLine = /^[^\r\n]*$/

const input = z.object({
  message: z.uuid().transform((id) => asId<'message'>(id)),
  channel: z.enum(['email', 'sms']),
  recipient: z.string().transform((address) => (address === '' ? null : address)),
  subject: z
    .string('desk:error.subject')
    .trim()
    .min(1, 'desk:error.subject')
    .max(200, 'desk:error.subjectLong')
    .regex(oneLine, 'desk:error.subject'),
  body: z.string('desk:error.body').trim().min(1, 'desk:error.body').max(50_000, 'desk:error.bodyLong'),
  acknowledges: z.literal('yes').optional(),
})

export const reply: CaseForm<z.infer<typeof input>> = {
  path: 'reply',
  template: 'desk/reply.njk',
  preview: 'desk/reply-check.njk',
  // A text is paid for by its segments, and one letter may double them.
  previewed: ({ channel, body }) => (channel === 'sms' ? { segments: segmentsOf(asSent(body)) } : {}),
  by: 'receiver',
  input,
  done: 'replied',
  async start({ queries, head, canSend }) {
    const way = await findWayOfReply(queries, head, canSend)
    return {
      values: {
        message: randomUUID(),
        recipient: way.recipient ?? '',
        subject: head.reference,
      },
      shows: { way, person: head.person, longestText },
    }
  },
  act: ({ db, acting, input, canSend }) =>
    replyToPerson(
      db,
      acting,
      {
        id: input.message,
        channel: input.channel,
        recipient: input.recipient,
        subject: input.subject,
        body: asSent(input.body),
        acknowledges: input.acknowledges === 'yes',
      },
      canSend,
    ),
}

/** Browsers end lines with two characters, which nobody means. */
function asSent(body: string): string {
  return body.replace(/\r\n?/g, '\n')
}
