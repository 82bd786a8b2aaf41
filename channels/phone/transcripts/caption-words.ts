/** The words of one caption: its tags and character references taken away, its voices told apart. */
import { markTagged } from './doubtful.ts'

export interface Voice {
  readonly speaker: string | null
  readonly text: string
}

const known = '(?:c|i|b|u|v|ruby|rt|lang|font)'
/** Closed or, as broken writers leave them, not closed; a time inside the words is no word. */
const tag = new RegExp(`<\\/?${known}(?:[.\\s][^<>\\n]*)?>|<\\/${known}(?=\\s|$)|<\\d[\\d:.]*>?`, 'gi')
const pair = /<([a-z][a-z0-9]*)(?:[.\s][^<>\n]*)?>([^<]*)<\/\1>/gi
const voiceStart = /<v(?:\.[^\s<>]*)?(?:\s([^<>\n]*))?>/gi

/**
 * Only what is surely markup goes: a tag by a name we know, or one that is closed again. A lone "<inaudible>" or
 * "<3" is something that somebody typed (where players show nothing, WebVTT §6.4).
 */
export function voicesIn(caption: string): readonly Voice[] {
  const text = markTagged(caption)
  const voices: Voice[] = []
  let speaker: string | null = null
  let from = 0
  for (const match of text.matchAll(voiceStart)) {
    voices.push({ speaker, text: plainWords(text.slice(from, match.index)) })
    speaker = plainWords(match[1] ?? '') || null
    from = match.index + match[0].length
  }
  const [last = '', ...after] = text.slice(from).split(/<\/v>/i)
  voices.push({ speaker, text: plainWords(last) }, { speaker: null, text: plainWords(after.join(' ')) })
  return voices.filter((voice) => voice.text !== '')
}

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '\u200e',
  rlm: '\u200f',
}

function plainWords(markup: string): string {
  return markup
    .replace(pair, '$2')
    .replace(tag, '')
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi,
      (whole, decimal, hex, named: string | undefined) => {
        if (named !== undefined) return characters[named.toLowerCase()] ?? whole
        return characterOf(decimal === undefined ? parseInt(String(hex), 16) : Number(decimal)) ?? whole
      },
    )
    .trim()
}

function characterOf(code: number): string | null {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : null
}
