/** Spam filters and lists that ask our mail for proof are machines; whoever tells us of one, or pastes its words, is a person. */
import { expect, test } from 'vitest'
import { mail, multipart, read } from './mails.ts'

const answers = { Subject: 'Re: We have your feedback', 'In-Reply-To': '<sent@hub.example>' }

const boxTrapper = `The message you sent requires that you verify that you are a real live human being and not a spam source.

To complete this verification, simply reply to this message and leave the subject line intact or click the following link:

https://mail.people.example/cgi-sys/bxd.cgi?a=pat@people.example&id=abc123

The headers of the message sent from your address are shown below:

From: feedback@hub.example`

const challenges: readonly (readonly [string, Record<string, string>, string])[] = [
  ['BoxTrapper', answers, boxTrapper],
  [
    'BoxTrapper without a thread',
    { Subject: 'Your email requires verification verify#Ab3dEf6hIj' },
    boxTrapper,
  ],
  [
    'TMDA',
    { ...answers, Subject: 'Please confirm your message' },
    `This message was created automatically by mail delivery software (TMDA).

Your message attached below is being held because the address <feedback@hub.example> has not been verified.

To release your message for delivery, please send an empty message to the following address, or use your mailer's "Reply" feature.`.replaceAll(
      '"',
      "'",
    ),
  ],
  [
    'Spam Arrest',
    answers,
    `Pat here,

I'm protecting myself from receiving junk mail.

Please click the link below to complete the verification process. You have to do this only once.
https://www.spamarrest.example/a2?AbC`,
  ],
  [
    'EarthLink',
    answers,
    `I apologize for this automatic reply to your email.

To control spam, I now allow incoming messages only from senders I have approved beforehand.

If you would like to be added to my list of approved senders, please fill out the short request form.`,
  ],
  [
    'Mailman',
    { ...answers, Subject: 'Your message to Patients awaits moderator approval' },
    `Your mail to 'Patients' with the subject

    We have your feedback

Is being held until the list moderator can review it for approval.

The reason it is being held:

    Post by non-member to a members-only list`,
  ],
  [
    'a moderated group',
    answers,
    'Hello,\n\nYour message to the group Ward Friends is awaiting approval by a moderator. You will be notified when it is published.',
  ],
  [
    'a filter that wants a click',
    answers,
    'Please verify that you are human.\n\nYour email is being held. Click on the link below to confirm: https://filter.example/x',
  ],
  [
    'a filter that wants a confirmation',
    answers,
    'Dear sender,\n\nyour message has not been delivered yet. Click the button below to confirm your email.',
  ],
]

test.each(challenges)('%s is a machine', async (_, headers, body) => {
  expect(await read(mail({ headers, body }))).toMatchObject({
    outcome: 'nothing-to-route',
    why: 'auto-reply',
  })
})

test('a challenge that is written in HTML alone is one too', async () => {
  const html = `<html><body>${boxTrapper.replaceAll('\n\n', '<br><br>')}</body></html>`
  const { headers, body } = multipart('multipart/related', `Content-Type: text/html\n\n${html}`)
  const raw = mail({ headers: { ...answers, ...headers }, ...(body === undefined ? {} : { body }) })
  expect(await read(raw)).toMatchObject({ outcome: 'nothing-to-route', why: 'auto-reply' })
})

test.each([
  'Your email says “Please verify that you are human. Click the link below.” I cannot, I am blind.',
  'Please verify that you are human, click the link below. That is all I get when I open your form.',
  'I had this from my mail program: Your message is awaiting approval. Click the link below to confirm. Did my complaint reach you?',
  'Your message is awaiting approval, it says on your page. Nobody has rung my mother for a week. Click here for the link you sent.',
  'The surgery makes me verify that I am a human being each time. Please click the link below to see what I see.',
  'My referral has been held for approval since May. Please reply to this message.',
  'Your letter is awaiting a signature. Please reply to this email to say when it comes.',
  'Mum died on ward 4. Your message is being held against us. Please respond to this email.',
  'Please confirm your message reached Dr Example. Please reply to this email.',
  'Please confirm this email has been received by the manager and reply to this email by Friday.',
])('a person is kept: %s', async (body) => {
  expect(await read(mail({ headers: answers, body }))).toMatchObject({ outcome: 'submission' })
})

test('who passes one on is a person', async () => {
  const raw = mail({ headers: { ...answers, Subject: 'Fwd: What is this' }, body: boxTrapper })
  expect(await read(raw)).toMatchObject({ outcome: 'submission' })
})

test('the words of a challenge below a quotation are not the person’s, and in a first mail they are', async () => {
  const quoted = boxTrapper.replace(/^/gm, '> ')
  expect(
    await read(mail({ headers: answers, body: `Your system sends this to Mum.\n\n${quoted}` })),
  ).toMatchObject({ outcome: 'submission' })
  expect(await read(mail({ body: boxTrapper }))).toMatchObject({ outcome: 'submission' })
})
