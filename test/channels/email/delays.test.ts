/** A server that warns that it still tries has given up nothing: our message has not failed, and mail goes on. */
import { expect, test } from 'vitest'
import { mail, read } from './mails.ts'

const daemon = { From: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.people.example>', 'Return-Path': '<>' }
const copy = '\n------ This is a copy of the headers. ------\n\nMessage-ID: <token.abc@hub.example>\n'
test.each([
  ['Delayed Mail (still being retried)', 'THIS IS A WARNING ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.'],
  [
    'Warning: message 1abc delayed 24 hours',
    'A message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue.\n\nNo action is required on your part. Delivery attempts will continue for\nsome time.',
  ],
  [
    'Warning: could not send message for past 4 hours',
    'The original message was received at Mon, 2 Nov 2026\nfrom mx.hub.example\n\nMessage could not be delivered for 4 hours\nMessage will be retried for 5 days',
  ],
  ['Zustellung verzögert', 'Ihre Nachricht konnte noch nicht zugestellt werden. Es wird weiterhin versucht.'],
])('a server that still tries has given nothing up: %s', async (subject, words) => {
  const parts = {
    headers: { ...daemon, Subject: subject },
    body: `${words}\n\n  ada@people.example\n${copy}`,
  }
  expect(await read(mail(parts))).toMatchObject({
    outcome: 'nothing-to-route',
    why: 'bounce',
    about: { inAnswerTo: ['<token.abc@hub.example>'], permanent: false },
  })
})

test('one that gives up has, though what came back tells of a delay', async () => {
  const body = `I wasn't able to deliver your message.\n<ada@people.example>:\nUnknown user\n${copy}Subject: Your answer has been delayed\n`
  expect(await read(mail({ headers: { ...daemon, Subject: 'failure notice' }, body }))).toMatchObject({
    about: { permanent: true },
  })
})
