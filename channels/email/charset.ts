/** Rewrites the charsets that a mail declares wrongly or not at all, for a second attempt at reading it. */

/** Declared often where something else was sent; others are taken at their word. */
const untrusted = new Set([
  '',
  'utf-8',
  'utf8',
  'us-ascii',
  'ascii',
  'iso-8859-1',
  'unknown',
  'unknown-8bit',
  'x-unknown',
  '8bit',
])

/** The message with every untrusted or unknown charset of a text part replaced by Windows-1252. */
export function withWesternCharset(bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes).toString('latin1')
  const declared = /^content-type[ \t]*:[ \t]*text\/[^\r\n]{0,500}(?:\r?\n[ \t][^\r\n]{0,500}){0,10}/gim
  const mended = source.replace(declared, (field) => {
    const charset = /charset[ \t]*=[ \t]*"?([^";\s]*)"?/i.exec(field)
    if (charset === null) return `${field}; charset=windows-1252`
    return isKnown(charset[1] ?? '') ? field : field.replace(charset[0], 'charset=windows-1252')
  })
  const typed = /^content-type[ \t]*:/im.test(source.slice(0, source.search(/\r?\n\r?\n/) + 1))
  return Buffer.from(typed ? mended : `Content-Type: text/plain; charset=windows-1252\r\n${mended}`, 'latin1')
}

function isKnown(charset: string): boolean {
  const name = charset.toLowerCase()
  if (untrusted.has(name)) return false
  try {
    return new TextDecoder(name).encoding !== ''
  } catch {
    return false
  }
}
