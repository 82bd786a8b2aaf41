/** Only what we wrote before is history: what is passed on to us, or answered line by line, is what they say. */
import { describe, expect, test } from 'vitest'
import { mail, submissionOf } from './mails.ts'

const answersUs = { 'In-Reply-To': '<sent@hub.example>', Subject: 'Re: Your feedback' }
const ours = 'Thank you for telling us. A colleague will read this.'
const ourHeaders =
  'From: Feedback <feedback@hub.example>\nSent: 01 November 2026 09:00\nTo: Ada\nSubject: You'
const theirHeaders =
  'From: Pat Example <pat@people.example>\nSent: 30 October 2026 20:11\nTo: Jo\nSubject: Mum'
const theirWords = 'The home carers missed eleven visits and mum was found on the floor.'

async function wordsOf(body: string, headers: Readonly<Record<string, string>>): Promise<string> {
  return (await submissionOf(mail({ headers, body }))).text
}

describe('A chain that somebody passes on is the matter itself', () => {
  const chain = `Dear PALS, my constituent's case is here.\n\nCllr Jo\n\n${theirHeaders}\n\n${theirWords}\n`
  test.each([
    ['without any sign of it in the subject', { Subject: 'Constituent enquiry' }],
    ['as an answer to somebody else', { Subject: 'RE: Mum', References: '<one@council.example>' }],
    ['under a mere RE', { Subject: 'RE: Mum' }],
  ])('%s', async (_, headers) => {
    expect(await wordsOf(chain, headers)).toContain(theirWords)
  })

  test('in HTML, as Outlook draws it', async () => {
    const body = `<p>From my constituent.</p><div style="border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Pat &lt;pat@people.example&gt;<br><b>Sent:</b> 30 October 2026 20:11<br><b>Subject:</b> Mum</p></div><p>${theirWords}</p>`
    const headers = { 'Content-Type': 'text/html; charset=utf-8', Subject: 'RE: Casework JE1234' }
    expect(await wordsOf(body, headers)).toContain(theirWords)
  })

  test('but our own letter below an answer to us is not, though a server gave it another id', async () => {
    const headers = { 'In-Reply-To': '<0102@mail-relay.example>', Subject: 'RE: Your feedback' }
    expect(await wordsOf(`It was ward 4.\n\n${ourHeaders}\n\n${ours}\n`, headers)).toBe('It was ward 4.')
  })
})

describe('Answers that stand within our letter stay', () => {
  test.each([
    'My replies are in capitals below.',
    'Please see my answers in red.',
    'I have commented in line, see below.',
    'Gweler fy atebion mewn coch isod.',
  ])('%s', async (hint) => {
    const body = `${hint}\n\n-----Original Message-----\n${ourHeaders}\n\nWhich ward was it?\nWARD FOUR\n`
    expect(await wordsOf(body, answersUs)).toContain('WARD FOUR')
  })
})

describe('What only looks like an introduction stays', () => {
  const letter = 'On 3 March 2026 at 10:00 the consultant wrote:\n\nNothing is wrong.\n\nI had cancer in May.'
  test.each([
    ['in an answer', answersUs],
    ['in a first mail', { Subject: 'Misdiagnosis' }],
  ])('a letter they cite, %s', async (_, headers) => {
    expect(await wordsOf(`This is what I was told.\n\n${letter}\n`, headers)).toContain(letter)
  })

  test('lines that begin as headers do', async () => {
    const words = 'Two complaints.\n\nFrom: the sister I got no answer.\nSent: two letters.\nSubject: closed.'
    expect(await wordsOf(words, { Subject: 'Two complaints' })).toBe(words)
  })

  test('lines of their own that they set off as a quotation at the end', async () => {
    const words = 'Your letter is no apology. It says\n\n> We are sorry you feel that way.'
    expect(await wordsOf(words, { Subject: 'No apology' })).toBe(words)
  })
})

describe('What programs add goes', () => {
  test.each([
    [
      'Yahoo’s introduction with the quotation on its line',
      `He fell.\n\n  On Sun, 1 Nov 2026 at 9:00, Feedback<feedback@hub.example> wrote:   ${ours}\n`,
      'He fell.',
    ],
    [
      'an introduction with the writer first',
      `Feedback wrote on 01/11/2026 09:00:\n> ${ours}\n>\n> --\n> The team\n\nHe fell.\n`,
      'He fell.',
    ],
    [
      'Outlook’s advertisement with its address',
      'He fell.\n\nGet Outlook for iOS<https://app.example>\n',
      'He fell.',
    ],
    [
      'the armour of a signed mail',
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHe fell.\n- - twice\n-----BEGIN PGP SIGNATURE-----\n\niQIz\n=abcd\n-----END PGP SIGNATURE-----\n',
      'He fell.\n- twice',
    ],
  ])('%s', async (_, body, words) => {
    expect(await wordsOf(body, answersUs)).toBe(words)
  })

  test('and the garbling of letters in UTF-8 that are said to be western', async () => {
    const submission = await submissionOf(
      mail({
        headers: { 'Content-Type': 'text/plain; charset=iso-8859-1' },
        body: 'Roedd y dŵr yn oer – “ofnadwy”',
      }),
    )
    expect(submission.text).toBe('Roedd y dŵr yn oer – “ofnadwy”')
    expect(submission.remarks).toContainEqual({ key: 'email:remark.charset' })
  })
})
