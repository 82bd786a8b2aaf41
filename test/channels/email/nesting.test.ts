/** HTML that nests without end shows its words like any other, on the case and on the page of the mail. */
import { expect, test } from 'vitest'
import { textOfHtml } from '../../../channels/email/html-text.ts'
import { isTooDeep, withBoundedNesting } from '../../../channels/email/nesting.ts'
import { sanitiseMailHtml } from '../../../channels/email/sanitise-html.ts'
import { mail, multipart, submissionOf } from './mails.ts'

const times = 100_000
const words = 'The nurse on ward 4 was rude to my mother.'
const within = (tag: string, inside: string) =>
  `${`<${tag}>`.repeat(times)}${inside}${`</${tag.split(' ')[0]}>`.repeat(times)}`
const file = 'Content-Type: text/plain\nContent-Disposition: attachment; filename=list.txt\n\nOne, two.'
const html = `Content-Type: text/html; charset=utf-8\n\n${within('div', words)}\n`

const sent = (type: string, ...parts: readonly string[]) => mail(multipart(type, ...parts))

test.each([
  ['alone', mail({ headers: { 'Content-Type': 'text/html' }, body: within('div', words) })],
  ['beside a file', sent('multipart/mixed', html, file)],
  ['beside plain words', sent('multipart/mixed', 'Content-Type: text/plain\n\nPlease read:\n', html)],
  ['with plain words instead', sent('multipart/alternative', `Content-Type: text/plain\n\n${words}\n`, html)],
])('a hundred thousand containers %s show their words', async (_, raw) => {
  const { text, originalText } = await submissionOf(raw)
  expect(text).toContain(words)
  expect(originalText).toContain(words)
})

test.each(['div', 'span', 'blockquote', 'table', 'p class="a>b"', 'DIV', 'o:p', 'x-y', 'svg', 'ul'])(
  'a hundred thousand times <%s> are words, and are shown in a page',
  (tag) => {
    expect(textOfHtml(within(tag, words))).toContain(words)
    expect(sanitiseMailHtml(within(tag, words))).toContain(words)
  },
)

test.each([
  ['never closed', '<div>'.repeat(times) + words],
  ['closed as they are opened', '<div/>'.repeat(times) + words],
  ['in turns', '<td><p><b>'.repeat(times) + words],
  ['after a style that never ends', `<STYLE></STYLE><style></style>${'<div>'.repeat(times)}${words}`],
  ['after a comment that ends at once', `<!-->${'<i>'.repeat(times)}${words}`],
  ['beside ends without a beginning', `${'<i></b>'.repeat(times)}${words}`],
])('containers %s are words', (_, given) => {
  expect(textOfHtml(given)).toContain(words)
})

test('HTML as people send it stays as it is, however long', () => {
  const row = '<tr><td><p>One<br>two<td><p>three<li>four</tr>'
  const page = `<!-- <div> --><style>a > b { }</style><table>${row.repeat(5_000)}</table>`
  expect(isTooDeep(page)).toBe(false)
  expect(withBoundedNesting(page)).toBe(page)
})

test('of what lies too deep the lines stay apart', () => {
  const lines = '<div>One</div><div>two <b>three</b></div>'
  const [shallow, deep] = [lines, `${'<div>'.repeat(400)}${lines}`].map((each) => textOfHtml(each).trim())
  expect(shallow?.split(/\n+/)).toEqual(['One', 'two three'])
  expect(deep?.split(/\n+/)).toEqual(['One', 'two three'])
})
