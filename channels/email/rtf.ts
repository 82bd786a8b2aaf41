/** The plain text of the compressed RTF in which Outlook keeps a body (MS-OXRTFCP), HTML wrapped in RTF included. */

/** MS-OXRTFCP 2.2.1.1: every decompression starts with these bytes in its dictionary. */
const dictionaryStart =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor ' +
  'MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
const compressed = 0x75465a4c
const uncompressed = 0x414c454d
/** Larger than any body a person writes; ends what a crafted stream could blow up to. */
const limit = 20_000_000

export function textOfCompressedRtf(data: Uint8Array): string {
  return textOfRtf(decompress(data))
}

function decompress(data: Uint8Array): string {
  if (data.length < 16) return ''
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const rawSize = Math.min(view.getUint32(4, true), limit)
  const kind = view.getUint32(8, true)
  if (kind === uncompressed) return Buffer.from(data.subarray(16, 16 + rawSize)).toString('latin1')
  return kind === compressed ? expand(data, rawSize) : ''
}

/** MS-OXRTFCP 2.2.2: runs of eight tokens, each a byte or a reference into a 4096-byte ring. */
function expand(data: Uint8Array, rawSize: number): string {
  const ring = Buffer.alloc(4096)
  let write = ring.write(dictionaryStart, 'latin1')
  const out: number[] = []
  const emit = (byte: number) => {
    out.push(byte)
    ring[write] = byte
    write = (write + 1) & 4095
  }
  let at = 16
  while (at < data.length && out.length < rawSize) {
    const control = data[at++] ?? 0
    for (let bit = 0; bit < 8 && at < data.length && out.length < rawSize; bit++) {
      if ((control & (1 << bit)) === 0) {
        emit(data[at++] ?? 0)
        continue
      }
      const token = ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0)
      at += 2
      const offset = token >> 4
      if (offset === write) return Buffer.from(out).toString('latin1')
      for (let copied = 0; copied < (token & 15) + 2; copied++) emit(ring[(offset + copied) & 4095] ?? 0)
    }
  }
  return Buffer.from(out).toString('latin1')
}

/** Groups whose content is no text. */
const hidden = new Set('fonttbl colortbl stylesheet info pict object themedata generator'.split(' '))
const spoken: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
}

/** A stripper, not a renderer: words and line breaks survive, looks do not. */
function textOfRtf(rtf: string): string {
  const tokens = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi
  const stack: boolean[] = []
  let skip = false
  let wrapped = false
  let swallow = 0
  let out = ''
  for (const [, word, number, hex, symbol, brace, plain] of rtf.matchAll(tokens)) {
    if (brace === '{') stack.push(skip)
    else if (brace === '}') skip = stack.pop() ?? false
    else if (symbol === '*' || (word !== undefined && hidden.has(word))) skip = true
    else if (word === 'htmlrtf') wrapped = number !== '0'
    else if (skip) continue
    else if (word === 'u') {
      out += String.fromCharCode(Number(number) & 0xffff)
      swallow = 1
    } else if (word !== undefined) out += spoken[word] ?? ''
    else if (wrapped) continue
    else if (hex !== undefined) {
      if (swallow > 0) swallow--
      else out += new TextDecoder('windows-1252').decode(Uint8Array.of(Number.parseInt(hex, 16)))
    } else if (symbol !== undefined) out += symbol === '~' ? ' ' : '\\{}'.includes(symbol) ? symbol : ''
    else if (plain !== undefined) {
      out += plain.slice(Math.min(swallow, plain.length))
      swallow = 0
    }
  }
  return out.replace(/\n{3,}/g, '\n\n').trim()
}
