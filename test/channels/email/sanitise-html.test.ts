/** HTML of a mail runs nothing, fetches nothing and covers nothing when it is shown. */
import { expect, test } from 'vitest'
import { sanitiseMailHtml } from '../../../channels/email/sanitise-html.ts'

test.each([
  ['a script', '<p>a</p><script>steal()</script>', '<p>a</p>'],
  ['an event handler', '<p onclick="steal()">a</p>', '<p>a</p>'],
  [
    'a link that runs',
    '<a href="javascript:steal()">a</a>',
    '<a rel="noreferrer noopener nofollow" target="_blank">a</a>',
  ],
  [
    'a frame, a form and a style sheet',
    '<iframe src="https://x.example"></iframe><form><input></form><style>p{}</style>b',
    'b',
  ],
  [
    'a background that is fetched',
    '<p style="background:url(https://x.example/1.png);color:red">a</p>',
    '<p style="color:red">a</p>',
  ],
  ['something laid over the page', '<div style="position:fixed;top:0">a</div>', '<div>a</div>'],
  ['an object in SVG', '<svg><script>steal()</script></svg>a', 'a'],
])('%s goes', (_, html, safe) => {
  expect(sanitiseMailHtml(html)).toBe(safe)
})

test('a remote image becomes its words, an image in the mail stays', () => {
  expect(sanitiseMailHtml('<img src="https://x.example/track.gif" alt="Logo">')).toBe('<span>[Logo]</span>')
  expect(sanitiseMailHtml('<img src="//x.example/track.gif">')).toBe('<span>[]</span>')
  const own = '<img src="data:image/png;base64,AAAA" alt="Ward" />'
  expect(sanitiseMailHtml(own)).toBe(own)
})

test('words, lists, tables and links come through', () => {
  const html = '<p>One <b>two</b></p><ul><li>three</li></ul><table><tr><td>four</td></tr></table>'
  expect(sanitiseMailHtml(html)).toBe(html)
  expect(sanitiseMailHtml('<a href="https://x.example">x</a>')).toContain('href="https://x.example"')
})
