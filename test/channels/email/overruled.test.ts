/** A person on the desk may overrule what the email channel took for the word of a machine. */
import { expect, test } from 'vitest'
import { createEmail } from '../../../channels/email/email.ts'
import { deliveryOf, mail, settings } from './mails.ts'

const outOfOffice = mail({
  headers: { Subject: 'Out of office', 'Auto-Submitted': 'auto-replied' },
  body: 'I am away, but I also want to complain about the parking.',
})

test('a mail that a person on the desk calls feedback becomes a submission, and is still not answered by a machine', async () => {
  const email = createEmail(settings)
  const arrived = deliveryOf(outOfOffice)
  expect(await email.read(arrived, new Map())).toMatchObject({
    outcome: 'nothing-to-route',
    why: 'auto-reply',
  })
  const reading = await email.read({ ...arrived, treatAsFeedback: true }, new Map())
  if (reading.outcome !== 'submission') throw new Error(`It was taken for ${reading.outcome}`)
  expect(reading.submission.text).toContain('complain about the parking')
  expect(reading.submission.autoReply).toBe('forbidden')
})

test('an empty mail that a person calls feedback becomes a submission too', async () => {
  const empty = mail({ without: ['Subject'], body: '' })
  const arrived = { ...deliveryOf(empty), treatAsFeedback: true }
  expect((await createEmail(settings).read(arrived, new Map())).outcome).toBe('submission')
})

test('a mail handed over by this very machine asks no name server who sent it', () => {
  const email = createEmail(settings)
  expect(email.wants({ ...deliveryOf(outOfOffice), peer: '::ffff:127.0.0.1' })).toEqual([])
  expect(email.wants({ ...deliveryOf(outOfOffice), peer: '192.0.2.7' })).toHaveLength(1)
})
