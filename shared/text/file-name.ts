/** A name for a file from outside: what stands on a page is what it is saved under, and neither is what a sender could trick with. */

const longestName = 100

/** Only the last part of a path, without what a file system or a header would take for something else. */
export function safeName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    // Control and format characters: a right-to-left override makes "fdp.exe" look like a PDF.
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+/, '')
    .trim()
  return plain === '' ? 'attachment' : shortened(plain)
}

/** Keeps the ending, by which people know what it is. */
function shortened(name: string): string {
  if (name.length <= longestName) return name
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return name.slice(0, longestName - ending.length).toWellFormed() + ending
}
