/** Are these words, or bytes that some program made characters of? */

/** Stand-ins for what is no character, and control characters: people type neither. */
const notTyped = /[\u{fffd}\p{Cc}]/gu
/** Text in a wrong alphabet has a few; bytes of a picture read as UTF-8 have every second one, as Latin every eighth. */
const tooMany = 0.08
/** In less than this a single stray character would decide. */
const shortest = 20

export function isLegible(text: string): boolean {
  const characters = text.replace(/\s+/g, '')
  if (characters.length < shortest) return true
  return (characters.match(notTyped)?.length ?? 0) < characters.length * tooMany
}
