/** Bytes to text: Unicode by its marks or by being valid, else the Windows letters that older systems write. */

export interface Decoded {
  readonly text: string
  /** No mark and no valid UTF-8: the letters were guessed. */
  readonly isGuess: boolean
}

/** Null where these bytes are no text: a recording, an image, an archive. */
export function decodeText(raw: Uint8Array): Decoded | null {
  const decoded = decode(raw)
  return isText(decoded.text) ? decoded : null
}

function decode(raw: Uint8Array): Decoded {
  const [first, second] = raw
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(raw), isGuess: false }
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(raw), isGuess: false }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(raw), isGuess: false }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(raw), isGuess: true }
  }
}

/** One control character in fifty is more than any damaged text has. */
function isText(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) controls++
  }
  return controls * 50 <= text.length
}
