/** Writing to the person: to the address shown, looked at once more, sent once. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import { replyToPerson, wayOfReply } from '../store/case-acts-answer.ts'
import type { CaseForm } from './case-form.ts'

const oneLine = /^[^\r\n]*$/

const input = z.object({
  message: z.uuid().transform((id) => asId<'message'>(id)),
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
  by: 'receiver',
  input,
  done: 'replied',
  start({ head, canSend }) {
    const way = wayOfReply(head, canSend)
    return Promise.resolve({
      values: {
        message: randomUUID(),
        recipient: way.recipient ?? '',
        subject: head.reference,
      },
      shows: { way, person: head.person },
    })
  },
  act: ({ db, acting, input, canSend, rules }) =>
    replyToPerson(
      db,
      acting,
      {
        id: input.message,
        recipient: input.recipient,
        subject: input.subject,
        body: input.body,
        acknowledges: input.acknowledges === 'yes',
      },
      canSend,
      rules,
    ),
}
