/** Answers of helpdesks and unread mailboxes to our mail are a machine's; a person who speaks of one, or through one, is kept. */
import { expect, test } from 'vitest'
import { mail, read } from './mails.ts'

const answers = { Subject: 'Re: Your feedback', 'In-Reply-To': '<sent@hub.example>' }
const helpdesk = { ...answers, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

test.each([
  [answers, 'Thank you for contacting Example Surgery. This mailbox is not monitored. Please call 111.'],
  [answers, 'Dear sender,\n\nThank you for your email. This is an automated response.'],
  [answers, 'Diolch am gysylltu. Ymateb awtomatig yw hwn.'],
  [helpdesk, 'Your request (12345) has been received and is being reviewed by our support staff.'],
  [helpdesk, 'Ticket #4711 was created for you.'],
])('%j: %s', async (headers, body) => {
  expect(await read(mail({ headers, body }))).toMatchObject({
    outcome: 'nothing-to-route',
    why: 'auto-reply',
  })
})

test.each([
  [{}, 'Thank you for contacting me. This mailbox is not monitored, you say: who reads it then?'],
  [answers, 'Nobody called. I only got “Thank you for your email. This mailbox is not monitored.”'],
  [answers, 'Thank you for your email. Nobody has said sorry yet.\n\n> Please do not reply to this email.'],
  [helpdesk, 'I am Pat, who asked you about ward 4. Nobody has called me.'],
  [{ 'Auto-Submitted': 'auto-generated' }, 'A message was received through your form: the ward was cold.'],
])('%j is a person’s: %s', async (headers, body) => {
  expect(await read(mail({ headers, body }))).toMatchObject({ outcome: 'submission' })
})
