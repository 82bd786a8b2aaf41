/** A text as the rules read it: lower case, plain letters and spaces, known words spelt right, and the way back to the original. */
import type { Span } from '../finding.ts'
import type { Spelling } from './spelling.ts'

export interface PlainText {
  readonly text: string
  /** The same, with a line break instead of the space where a line or paragraph of the person's ends. */
  readonly lines: string
  /** Where in the original the words at this place of the plain text stand. */
  toOriginal(span: Span): Span
}

/** Without `spelling` nothing is respelt. Time linear in the text. */
export function plainText(original: string, spelling: Spelling | null = null): PlainText {
  const pieces = new Pieces()
  const letters = plainLetters(original)
  let lineStart = 0
  for (const match of letters.matchAll(/[\s\u200b-\u200d\ufeff]+|[a-z]{7,}/g)) {
    const found = match[0]
    const blank = isBlank(found)
    const replacement = blank ? blankFor(found, match.index - lineStart) : (spelling?.correct(found) ?? found)
    if (replacement !== found) pieces.replace(match.index, found.length, replacement)
    if (blank && found.includes('\n')) lineStart = match.index + found.length
  }
  return pieces.over(letters)
}

/** Mail is wrapped at some seventy letters: a break after a line that long means nothing. */
const wrapped = 45

function blankFor(found: string, lineLength: number): string {
  const breaks = found.split('\n').length - 1
  if (breaks === 0) return ' '
  return breaks > 1 || lineLength < wrapped ? '\n' : ' '
}

function isBlank(found: string): boolean {
  const first = found.charCodeAt(0)
  return first < 97 || first > 122
}

/** Code unit for code unit, so that positions hold. */
function plainLetters(original: string): string {
  return keepLength(original)
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/[\u00c0-\u024f\u1e00-\u1eff\uff01-\uff5e]/g, (letter) => letter.normalize('NFKD').charAt(0))
    .toLowerCase()
}

/** A few capital letters grow when lower-cased (İ); they are left as a plain letter of one unit. */
function keepLength(original: string): string {
  return original.replace(/\u0130/g, 'I')
}

/** What was replaced, in order, and so where each stretch of the new text came from. */
class Pieces {
  readonly #from: number[] = [0]
  readonly #to: number[] = [0]
  readonly #edits: { at: number; length: number; text: string }[] = []
  #shift = 0

  replace(at: number, length: number, text: string): void {
    this.#edits.push({ at, length, text })
    this.#from.push(at, at + length)
    this.#to.push(at + this.#shift, at + this.#shift + text.length)
    this.#shift += text.length - length
  }

  over(letters: string): PlainText {
    let lines = ''
    let done = 0
    for (const edit of this.#edits) {
      lines += letters.slice(done, edit.at) + edit.text
      done = edit.at + edit.length
    }
    lines += letters.slice(done)
    const length = letters.length
    return {
      text: lines.replaceAll('\n', ' '),
      lines,
      toOriginal: ({ start, end }) => ({
        start: Math.min(length, this.#back(start, 'start')),
        end: Math.min(length, this.#back(end, 'end')),
      }),
    }
  }

  /** A place inside a respelt word becomes the beginning or the end of that word. */
  #back(at: number, side: 'start' | 'end'): number {
    let low = 0
    let high = this.#to.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#to[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    const from = this.#from[low] ?? 0
    const inside = at - (this.#to[low] ?? 0)
    const respelt = low % 2 === 1
    if (!respelt || inside === 0) return from + inside
    return side === 'start' ? from : (this.#from[low + 1] ?? from)
  }
}
