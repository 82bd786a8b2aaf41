/** What a machine may use of the ways a person gave to reach them: one address, and a name that is one. */

/** Exactly one plain address: a list of them would carry our message to people who never wrote to us. */
export function isOneEmailAddress(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(\.[^\s@<>,;:"()[\]\\.]+)*$/.test(text)
  )
}

const longestName = 60

/**
 * May an automatic message greet them by it? An address is not proven, so the name must be nothing more than a name:
 * letters and what stands between them, no figures, no links, no sentence.
 */
export function isPlainName(text: string): boolean {
  return (
    text.length <= longestName && /^\p{L}[\p{L}\p{M}'’. -]*$/u.test(text) && text.split(/\s+/).length <= 5
  )
}
