/** Mail that people write may always open a case, even where it speaks of bounces or looks like a machine's. */
import { describe, expect, test } from 'vitest'
import { mail, multipart, read, submissionOf } from './mails.ts'
import type { MailParts } from './mails.ts'

const returned =
  'Content-Type: message/rfc822\n\nMessage-ID: <token.abc@hub.example>\nSubject: Your feedback\n\nHello.\n'
const status = (action: string, code: string) =>
  `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.people.example\n\nFinal-Recipient: rfc822; ada@people.example\nAction: ${action}\nStatus: ${code}\n`
const said = (text: string) => `Content-Type: text/plain\n\n${text}\n`

const withHeaders = (parts: MailParts, headers: Readonly<Record<string, string>>): MailParts => ({
  ...parts,
  headers: { ...parts.headers, ...headers },
})

describe('people are never taken for machines', () => {
  const people: readonly (readonly [string, MailParts])[] = [
    [
      'who enclose the bounce they got',
      withHeaders(
        multipart(
          'multipart/mixed',
          said('Your address does not work, so my complaint came back.'),
          `Content-Type: message/rfc822\n\nContent-Type: multipart/report; boundary="inner"\n\n--inner\n${status('failed', '5.1.1')}--inner--\n`,
        ),
        { Subject: 'Problem writing to you' },
      ),
    ],
    [
      'who complain of a delivery',
      {
        headers: { Subject: 'Delivery failure' },
        body: 'My medication could not be delivered and nobody told me.',
      },
    ],
    [
      'who write about the automatic reply they got',
      {
        headers: { Subject: 'Automated response - my complaint' },
        body: 'Your automated response told me nothing. My mother still waits for her operation.',
      },
    ],
    [
      'whose house has the number of a server’s answer',
      {
        headers: { Subject: 'Delivery failed again' },
        body: 'The hospital bed could not be delivered to\n412 Sample Road because flat 502 was locked.',
      },
    ],
    [
      'whom our form refused with a code',
      {
        headers: { Subject: 'Mail system down?' },
        body: 'Your form gives error 550 and I am unable to deliver my complaint that way.',
      },
    ],
    [
      'who complain that nobody is in the office',
      {
        headers: { Subject: 'Out of office - again!' },
        body: 'Every time I write I get an automatic reply. Is anybody there?',
      },
    ],
    [
      'whose name sounds like a server',
      {
        headers: { From: 'Mail Delivery Service Depot <depot@people.example>', Subject: 'Waiting list' },
        body: 'My letter was returned, and the appointment has not been delivered to us either.',
      },
    ],
    [
      'who look after a server',
      {
        headers: { From: 'Ada, System Administrator <ada@people.example>', Subject: 'Your website' },
        body: 'My form was not delivered. Please ring me about my father.',
      },
    ],
    [
      'who complain of a full mailbox',
      {
        headers: { Subject: 'Complaint' },
        body: 'The practice says its mailbox is full and my letter was returned.',
      },
    ],
    [
      'who pass a bounce on',
      withHeaders(
        multipart(
          'multipart/mixed',
          said('I wrote to you and got this.'),
          status('failed', '5.1.1'),
          returned,
        ),
        { Subject: 'Fwd: Undeliverable: my complaint' },
      ),
    ],
    [
      'who answer our mail about a bounce',
      {
        headers: { Subject: 'Re: Undeliverable: my complaint' },
        body: 'It says 550 5.1.1 user unknown. What now?',
      },
    ],
    [
      'who write about the out of hours service',
      { headers: { Subject: 'Out of hours doctor' }, body: 'I am away from home and needed help.' },
    ],
    [
      'who are away themselves',
      {
        headers: { 'X-Auto-Response-Suppress': 'DR, OOF' },
        body: 'I will be away next week. Until then: the ward was dirty.',
      },
    ],
    [
      'whose mail comes through a list',
      {
        headers: { 'List-Id': '<families.people.example>', Precedence: 'list' },
        body: 'We are unhappy with the ward.',
      },
    ],
    ['whose mail is sent in bulk', { headers: { Precedence: 'bulk' }, body: 'The ward was dirty.' }],
    [
      'whose words come through a form',
      {
        headers: { From: 'Form <noreply@council.example>', 'Auto-Submitted': 'auto-generated' },
        body: 'Name: Ada. The bins were full.',
      },
    ],
    [
      'who say that they sent auto-submitted mail: no',
      { headers: { 'Auto-Submitted': 'no' }, body: 'The ward was dirty.' },
    ],
  ]
  test.each(people)('%s', async (_, parts) => {
    expect(await read(mail(parts))).toMatchObject({ outcome: 'submission' })
  })
})

describe('what may be answered by a machine', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['a person', {}, 'allowed'],
    ['a list', { 'List-Id': '<families.people.example>' }, 'forbidden'],
    ['bulk', { Precedence: 'bulk' }, 'forbidden'],
    ['a form', { 'Auto-Submitted': 'auto-generated' }, 'forbidden'],
    ['nobody', { From: 'noreply@people.example' }, 'forbidden'],
    ['ourselves', { From: 'Example Feedback <feedback+abc@hub.example>' }, 'forbidden'],
  ]
  test.each(cases)('%s', async (_, headers, allowed) => {
    expect((await submissionOf(mail({ headers }))).autoReply).toBe(allowed)
  })
})
