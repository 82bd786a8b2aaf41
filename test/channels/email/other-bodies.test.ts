/** What HTML, calendars, pieces of messages and lying charsets say is read as words, and in time. */
import { expect, test } from 'vitest'
import { newWords } from '../../../channels/email/new-words.ts'
import { mail, multipart, read, submissionOf } from './mails.ts'

test('pictures of an HTML mail leave no address among the words', async () => {
  const html = '<p>Nobody came <img src="https://tracker.example/x.png"></p>'
  const raw = mail({ headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: html })
  expect(await submissionOf(raw)).toMatchObject({ text: 'Nobody came', originalText: 'Nobody came' })
})

test('plain words and HTML one after the other are both read', async () => {
  const raw = mail(
    multipart(
      'multipart/mixed',
      'Content-Type: text/plain\n\nIt was cold.',
      'Content-Type: text/html\n\n<p>And dark.',
    ),
  )
  const { text } = await submissionOf(raw)
  expect(text).toContain('It was cold.')
  expect(text).toContain('And dark.')
})

test('an absence told in HTML alone is still a machine’s', async () => {
  const headers = { Subject: 'Automatic reply: Ward 4', 'Content-Type': 'text/html' }
  const reading = await read(mail({ headers, body: '<p>I am out of the office until Monday.</p>' }))
  expect(reading.outcome).toBe('nothing-to-route')
})

test('an invitation is read in its words', async () => {
  const body =
    'BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY;LANGUAGE=en:About mum\nDESCRIPTION:She fell\\, twice.\\nPlease ca\n ll.\nLOCATION:Ward 4\nEND:VEVENT\nEND:VCALENDAR'
  const raw = mail({ headers: { 'Content-Type': 'text/calendar; method=REQUEST' }, body })
  const { text, attachments } = await submissionOf(raw)
  expect(text).toBe('About mum\nShe fell, twice.\nPlease call.\nWard 4')
  expect(attachments).toMatchObject([{ name: 'attachment-1.ics' }])
})

test('a piece of a message that was sent in several is shown', async () => {
  const headers = { 'Content-Type': 'message/partial; id="x"; number=1; total=2' }
  const { text } = await submissionOf(mail({ headers, body: 'Nobody came, and' }))
  expect(text).toContain('Nobody came, and')
})

test.each(['utf-16', 'UTF-16LE', '"ucs-2"'])(
  'plain letters said to be %s are read as they are',
  async (charset) => {
    const headers = { 'Content-Type': `text/plain; charset=${charset}` }
    const { text, remarks } = await submissionOf(mail({ headers, body: 'Nobody came. Tŷ oer.' }))
    expect(text).toBe('Nobody came. Tŷ oer.')
    expect(remarks.map(({ key }) => key)).toContain('email:remark.charset')
  },
)

test('letters that truly are UTF-16 stay so', async () => {
  const headers = { 'Content-Type': 'text/plain; charset=utf-16le', 'Content-Transfer-Encoding': 'base64' }
  const body = Buffer.from('Nobody came. Tŷ oer.', 'utf16le').toString('base64')
  expect((await submissionOf(mail({ headers, body }))).text).toBe('Nobody came. Tŷ oer.')
})

test('quotations within quotations without end cost no more than their letters', () => {
  const words = `Nobody came.\n${'>'.repeat(300_000)}`
  const context = { reply: true, forward: false, isOurs: () => true }
  expect(newWords(words, context).text).toBe('Nobody came.')
})
