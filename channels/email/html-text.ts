/** The words of an HTML mail as plain lines, quoted history marked with `>` where the sender's program marked it. */
import { compile } from 'html-to-text'
import type { FormatCallback, HtmlToTextOptions } from 'html-to-text'
import { withBoundedNesting } from './nesting.ts'

/** Stands where an HTML container says that what follows is history; never shown. */
export const historyMark = '\u{F0F10}'

/** Containers by which mail programs wrap the message answered to. */
const historyContainers = [
  '#OLK_SRC_BODY_SECTION',
  '#divRplyFwdMsg',
  '#appendonsend',
  '#mail-editor-reference-message-container',
  '.moz-forward-container',
  'div[class$=yahoo_quoted]',
  '.yahoo_quoted',
  '#isForwardContent',
  '#replySplit',
  '.zmail_extra',
]

/** Never throws; an HTML too broken to convert gives its text without tags. */
export function textOfHtml(html: string): string {
  try {
    return converted(withBoundedNesting(html))
      .replaceAll('\u{00A0}', ' ')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
  } catch {
    return html.replace(/<[^<>]*>/g, ' ')
  }
}

const history: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 })
  builder.addInline(historyMark)
  builder.closeBlock({ trailingLineBreaks: 1 })
  walk(element.children, builder)
  builder.addLineBreak()
}

const cell: FormatCallback = (element, walk, builder) => {
  walk(element.children, builder)
  builder.addInline(' ')
}

/** A cited blockquote is history and gets `>`; one used to indent is the person's own and does not. */
const blockquote: FormatCallback = (element, walk, builder) => {
  const attributes = attributesOf(element.attribs)
  const cited =
    attributes['type'] === 'cite' ||
    attributes['cite'] !== undefined ||
    /quote/i.test(String(attributes['class'])) ||
    /border-left|padding-left/i.test(String(attributes['style']))
  builder.openBlock({ leadingLineBreaks: 1, reservedLineLength: cited ? 2 : 0 })
  walk(element.children, builder)
  builder.closeBlock({
    trailingLineBreaks: 1,
    blockTransform: (text: string) => (cited ? text.replace(/^/gm, '> ') : text),
  })
}

function attributesOf(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? { ...given } : {}
}

const options: HtmlToTextOptions = {
  wordwrap: false,
  formatters: { history, cell, citedBlockquote: blockquote },
  limits: { maxInputLength: 5_000_000, ellipsis: '…' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'title', format: 'skip' },
    { selector: 'blockquote', format: 'citedBlockquote' },
    // Tables in mail are layout: one row, one line.
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
    { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 1 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...historyContainers.map((selector) => ({ selector, format: 'history' })),
  ],
}

// Compiled as the module loads: a wrong selector breaks here and not in silence above.
const converted = compile(options)
