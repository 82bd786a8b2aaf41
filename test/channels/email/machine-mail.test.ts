/** Mail that machines write about delivery and absence opens no case, and says which of our mails it is about. */
import { expect, test } from 'vitest'
import { mail, multipart, read } from './mails.ts'
import type { MailParts } from './mails.ts'

const returned =
  'Content-Type: message/rfc822\n\nMessage-ID: <token.abc@hub.example>\nSubject: Your feedback\n\nHello.\n'
const status = (action: string, code: string) =>
  `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.people.example\n\nFinal-Recipient: rfc822; ada@people.example\nAction: ${action}\nStatus: ${code}\n`
const said = (text: string) => `Content-Type: text/plain\n\n${text}\n`
const daemon = { From: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.people.example>', 'Return-Path': '<>' }

const withHeaders = (parts: MailParts, headers: Readonly<Record<string, string>>): MailParts => ({
  ...parts,
  headers: { ...parts.headers, ...headers },
})

const machines: readonly (readonly [string, string, MailParts])[] = [
  [
    'bounce',
    'a delivery status notification',
    withHeaders(
      multipart(
        'multipart/report; report-type=delivery-status',
        said('Sorry.'),
        status('failed', '5.1.1'),
        returned,
      ),
      daemon,
    ),
  ],
  [
    'bounce',
    'a delay warning',
    withHeaders(
      multipart(
        'multipart/report; report-type=delivery-status',
        said('Still trying.'),
        status('delayed', '4.4.1'),
      ),
      daemon,
    ),
  ],
  [
    'delivery-receipt',
    'a report of success',
    withHeaders(
      multipart('multipart/report; report-type=delivery-status', said('Done.'), status('delivered', '2.0.0')),
      daemon,
    ),
  ],
  [
    'delivery-receipt',
    'a read receipt',
    multipart(
      'multipart/report; report-type=disposition-notification',
      said('Your message was displayed.'),
      'Content-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed\n',
    ),
  ],
  [
    'abuse-report',
    'a feedback loop report',
    multipart(
      'multipart/report; report-type=feedback-report',
      said('Spam.'),
      'Content-Type: message/feedback-report\n\nFeedback-Type: abuse\n',
      returned,
    ),
  ],
  [
    'bounce',
    'qmail',
    {
      headers: { ...daemon, Subject: 'failure notice' },
      body: "Hi. This is the qmail-send program at mx.people.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<ada@people.example>:\nno such user",
    },
  ],
  [
    'bounce',
    'Exim',
    {
      headers: {
        ...daemon,
        Subject: 'Mail delivery failed: returning message to sender',
        'X-Failed-Recipients': 'ada@people.example',
      },
      body: 'This message was created automatically by mail delivery software.',
    },
  ],
  [
    'bounce',
    'Exchange, in words',
    {
      headers: { From: 'postmaster@people.example', Subject: 'Undeliverable: Your feedback' },
      body: 'Delivery has failed to these recipients or groups:\n\nada@people.example\n\n#550 5.1.1 RESOLVER.ADR.RecipNotFound',
    },
  ],
  [
    'bounce',
    'Notes',
    {
      headers: {
        From: 'postmaster@people.example',
        Subject: 'DELIVERY FAILURE: User ada not listed in Directory',
      },
      body: 'Your message\n  Subject: Your feedback\nwas not delivered to: ada@people.example',
    },
  ],
  [
    'bounce',
    'from an ordinary name, with a server code',
    {
      headers: {
        From: 'Gateway <gateway@people.example>',
        Subject: 'Returned mail: see transcript for details',
      },
      body: 'The following addresses had permanent fatal errors\n<ada@people.example>\n\n550 5.1.1 <ada@people.example>... User unknown',
    },
  ],
  [
    'bounce',
    'in Japanese',
    {
      headers: { ...daemon, Subject: 'Returned mail' },
      body: '次のあて先へのメッセージは送信できませんでした。',
    },
  ],
  [
    'auto-reply',
    'RFC 3834',
    {
      headers: { Subject: 'Re: Your feedback', 'Auto-Submitted': 'auto-replied' },
      body: 'I read mail on Mondays.',
    },
  ],
  [
    'auto-reply',
    'Outlook',
    { headers: { Subject: 'Automatic reply: Your feedback' }, body: 'I am on leave until Monday.' },
  ],
  [
    'auto-reply',
    'Outlook in Welsh',
    { headers: { Subject: 'Ateb awtomatig: Your feedback' }, body: 'Rwyf ar wyliau.' },
  ],
  [
    'auto-reply',
    'Outlook in German',
    { headers: { Subject: 'Automatische Antwort: Your feedback' }, body: 'Ich bin im Urlaub.' },
  ],
  [
    'auto-reply',
    'a mailbox that thanks whoever writes',
    {
      headers: { Subject: 'Automatic reply: Your feedback' },
      body: 'Thank you for contacting Hill Surgery. This mailbox is read on working days.',
    },
  ],
  [
    'auto-reply',
    'a subject and an answer to a mail of ours',
    {
      headers: { Subject: 'Autoreply: Your feedback', 'In-Reply-To': '<token.abc@hub.example>' },
      body: 'The surgery is closed.',
    },
  ],
  [
    'bounce',
    'a server that says who it is by its name only',
    {
      headers: { From: 'Mail Delivery System <noreply@mx.people.example>', Subject: 'Notice' },
      body: 'Your mail could not be delivered to ada@people.example: 550 5.1.1 User unknown',
    },
  ],
  [
    'bounce',
    'a server that says nothing but a reply code and its words',
    {
      headers: { From: 'noreply@mx.people.example', Subject: 'Message undeliverable' },
      body: 'Your message could not be delivered.\n550 no such user here',
    },
  ],
  [
    'auto-reply',
    'a program that writes Auto: before the subject it answers',
    {
      headers: { Subject: 'Auto: Your feedback', 'In-Reply-To': '<token.abc@hub.example>' },
      body: 'I am out of office until Monday.',
    },
  ],
  [
    'auto-reply',
    'an old vacation program',
    { headers: { Subject: 'away', Precedence: 'auto_reply' }, body: 'Back on Monday.' },
  ],
  [
    'auto-reply',
    'out of office, said outright',
    { headers: { Subject: 'Out of office: Your feedback' }, body: 'I am out of the office until Monday.' },
  ],
  [
    'auto-reply',
    'an empty return path on an answer',
    { headers: { 'Return-Path': '<>', 'In-Reply-To': '<token.abc@hub.example>' }, body: 'Bonjour, merci.' },
  ],
]

test.each(machines)('%s: %s', async (why, _, parts) => {
  expect(await read(mail(parts))).toMatchObject({ outcome: 'nothing-to-route', why })
})

test('an empty envelope sender and a failure is a bounce, even from an unknown name', async () => {
  const raw = mail({
    headers: { From: 'x@people.example', Subject: 'Delivery failure' },
    body: 'could not be delivered',
  })
  expect(await read(raw, { 'mail-from': '' })).toMatchObject({ why: 'bounce' })
})

test('a bounce names our message, the recipient and whether it is for good', async () => {
  const parts = multipart(
    'multipart/report; report-type=delivery-status',
    said('Sorry.'),
    status('failed', '5.1.1'),
    returned,
  )
  expect(await read(mail(withHeaders(parts, daemon)))).toMatchObject({
    about: {
      inAnswerTo: ['<token.abc@hub.example>'],
      recipient: 'ada@people.example',
      status: '5.1.1',
      permanent: true,
    },
  })
})

test('a delay is not for good', async () => {
  const parts = multipart(
    'multipart/report; report-type=delivery-status',
    said('Wait.'),
    status('delayed', '4.4.1'),
    returned,
  )
  expect(await read(mail(withHeaders(parts, daemon)))).toMatchObject({
    about: { status: '4.4.1', permanent: false },
  })
})
