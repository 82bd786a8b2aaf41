/** Mail with no words in it: what is said where there was nothing, and where there was something that is no words. */
import { expect, test } from 'vitest'
import { mail, read, submissionOf } from './mails.ts'

const keysOf = ({ remarks }: { readonly remarks: readonly { readonly key: string }[] }) =>
  remarks.map(({ key }) => key)

test('a body of nothing but NUL bytes is empty, and a submission only where there is a subject', async () => {
  const body = '\0'.repeat(2000)
  expect(await read(mail({ without: ['Subject'], body }))).toMatchObject({ why: 'empty' })
  const reading = await submissionOf(mail({ headers: { Subject: 'Cold ward' }, body }))
  expect(reading).toMatchObject({ subject: 'Cold ward', text: '' })
  expect(keysOf(reading)).toContain('email:remark.nothingToShow')
})

test('a subject alone is all there was, and nothing is said to be missing', async () => {
  expect(keysOf(await submissionOf(mail({ body: '\n \n' })))).not.toContain('email:remark.nothingToShow')
})

test('what stands in the subject alone is what they say, but the subject of an answer is not theirs', async () => {
  const subject = 'Nobody gave my mother water on ward 7'
  expect(await submissionOf(mail({ headers: { Subject: subject }, body: '\n' }))).toMatchObject({
    subject,
    text: subject,
    originalText: '',
  })
  for (const answer of [
    { Subject: `Re: ${subject}` },
    { Subject: `Fwd: ${subject}` },
    { Subject: subject, 'In-Reply-To': '<sent-1@hub.example>' },
  ])
    expect((await submissionOf(mail({ headers: answer, body: '\n' }))).text).toBe('')
})

test('markup without a word is shown as it came, and says so', async () => {
  const reading = await submissionOf(
    mail({ headers: { 'Content-Type': 'text/html' }, body: '<table class="cold"></table>' }),
  )
  expect(reading.text).toContain('<table')
  expect(keysOf(reading)).toContain('email:remark.rawBody')
})

test('bytes that no person typed are no words: nothing is sorted by them, and staff are told', async () => {
  const noise = Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 256))
  for (const charset of ['utf-8', 'iso-8859-1']) {
    const head = mail({ headers: { 'Content-Type': `text/plain; charset=${charset}` }, body: '' })
    const reading = await submissionOf(Buffer.concat([Buffer.from(head), noise]))
    expect(reading.text).toBe('')
    expect(reading.originalText.length).toBeGreaterThan(1_000)
    expect(keysOf(reading)).toContain('email:remark.noise')
  }
})

test('words with a few broken letters among them stay words', async () => {
  const body = 'Caf\u{1} on the ward was closed, and the nurse\u{2}s bell did not work.'
  expect((await submissionOf(mail({ body }))).text).toBe(body)
})
