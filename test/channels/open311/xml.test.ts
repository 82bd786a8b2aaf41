/** Whatever somebody wrote comes out of the XML as it went in, and never as markup. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toXml } from '../../../channels/open311/xml.ts'

describe('XML', () => {
  test('names the parts of its lists as GeoReport does', () => {
    const definition = {
      service_code: 'a',
      attributes: [{ code: 'kind', values: [{ key: 'k', name: 'K' }] }],
    }
    expect(toXml('service_definition', definition)).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n' +
        '<service_definition><service_code>a</service_code><attributes><attribute><code>kind</code>' +
        '<values><value><key>k</key><name>K</name></value></values></attribute></attributes></service_definition>\n',
    )
    expect(toXml('service_requests', [])).toMatch(/<service_requests\/>\n$/)
  })

  test('keeps emoji and Welsh, and escapes what would be markup', () => {
    expect(toXml('errors', [{ description: `Tŷ 🙂 <b a="1" c='2'> & ]]>` }])).toContain(
      '<description>Tŷ 🙂 &lt;b a=&quot;1&quot; c=&apos;2&apos;&gt; &amp; ]]&gt;</description>',
    )
  })

  test('holds any text unchanged but for characters that XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const xml = toXml('errors', [{ description: text }])
        const [, inside = ''] = /<description>([^]*)<\/description>/.exec(xml) ?? []
        expect(inside).not.toMatch(/[<>"']/)
        const back = inside
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&apos;', "'")
          .replaceAll('&amp;', '&')
        const possible = (each: string) =>
          /[\t\n\r -\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(each)
        expect(back).toBe(Array.from(text.toWellFormed()).filter(possible).join(''))
      }),
    )
  })
})
