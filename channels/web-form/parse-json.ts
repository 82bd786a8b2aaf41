/** JSON from bytes, as a value to be checked. */

/** Undefined where the bytes are not JSON in UTF-8; JSON itself knows no undefined. */
export function parseJson(raw: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw))
  } catch {
    return undefined
  }
}
