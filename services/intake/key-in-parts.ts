/** The key among the fields of a form in parts, and the form without it, byte for byte otherwise: a secret is not stored. */

export function cutKeyOutOfParts(
  raw: Buffer,
  contentType: string,
  field: string,
): { readonly key: string | null; readonly rest: Buffer } {
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType)
  // Most bring none, and are not taken apart here.
  if (boundary === null || !raw.includes(field)) return { key: null, rest: raw }
  const line = `--${boundary[1] ?? boundary[2] ?? ''}`
  const parts = raw.toString('latin1').split(line)
  const isKey = (part: string) => nameIn(headOf(part)) === field.toLowerCase()
  const found = parts.find(isKey)
  if (found === undefined) return { key: null, rest: raw }
  const key = found.slice(headOf(found).length).trim()
  const rest = Buffer.from(parts.filter((part) => !isKey(part)).join(line), 'latin1')
  return { key: key === '' ? null : key, rest }
}

/** The lines before the empty one. */
function headOf(part: string): string {
  const end = part.indexOf('\r\n\r\n')
  return end === -1 ? part : part.slice(0, end)
}

/** In lower case. */
function nameIn(head: string): string | undefined {
  return /^content-disposition:.*?;\s*name="?([^";\r\n]+)/im.exec(head)?.[1]?.trim().toLowerCase()
}
