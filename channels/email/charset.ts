/** Rewrites the charsets that a mail declares wrongly or not at all, for a second attempt at reading it. */

/** Declared often where something else was sent; others are taken at their word. */
const untrusted: ReadonlySet<string> = new Set([
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
  return withCharset(bytes, 'windows-1252', untrusted)
}

const wide: ReadonlySet<string> = new Set(['utf-16', 'utf16', 'utf-16le', 'utf-16be', 'ucs-2', 'utf-32'])

/**
 * Two bytes to a letter put a NUL beside every line end: words that are said to be so, stand in the mail unencoded and
 * hold none are something else, taken for UTF-8.
 */
export function withoutWideCharset(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(0)) return bytes
  const source = Buffer.from(bytes).toString('latin1')
  const isEncoded = /^content-transfer-encoding[ \t]*:\s*"?(?:base64|quoted-printable)/im.test(source)
  const isDeclared = /charset[ \t]*=[ \t]*"?(?:utf-?16|ucs-2|utf-32)/i.test(source)
  return isDeclared && !isEncoded ? withCharset(bytes, 'utf-8', wide) : bytes
}

const western: ReadonlySet<string> = new Set([
  '',
  'iso-8859-1',
  'latin1',
  'iso-8859-15',
  'windows-1252',
  'cp1252',
])

/** The message with every western charset of a text part replaced by UTF-8. */
export function withUtf8Charset(bytes: Uint8Array): Uint8Array {
  return withCharset(bytes, 'utf-8', western)
}

function withCharset(bytes: Uint8Array, instead: string, doubted: ReadonlySet<string>): Uint8Array {
  const source = Buffer.from(bytes).toString('latin1')
  const declared = /^content-type[ \t]*:[ \t]*text\/[^\r\n]{0,500}(?:\r?\n[ \t][^\r\n]{0,500}){0,10}/gim
  const mended = source.replace(declared, (field) => {
    const charset = /charset[ \t]*=[ \t]*"?([^";\s]*)"?/i.exec(field)
    if (charset === null) return `${field}; charset=${instead}`
    const isKept = !doubted.has((charset[1] ?? '').toLowerCase()) && isKnown(charset[1] ?? '')
    return isKept ? field : field.replace(charset[0], `charset=${instead}`)
  })
  const typed = /^content-type[ \t]*:/im.test(source.slice(0, source.search(/\r?\n\r?\n/) + 1))
  return Buffer.from(typed ? mended : `Content-Type: text/plain; charset=${instead}\r\n${mended}`, 'latin1')
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== ''
  } catch {
    return false
  }
}
