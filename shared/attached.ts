/** What is known of a file that came along: whether it may be opened, what may be shown of it, what it really is. */

/** `coming`: its bytes are not stored yet. `waiting`: nobody has looked at it. `failed`: the scanner was away too long. */
export type FileState = 'coming' | 'waiting' | 'clean' | 'infected' | 'not-scanned' | 'failed'

/** `unsafe-picture`: a picture that could not be made anew, so its place and camera are still in it. */
export type Display = 'none' | 'picture' | 'unsafe-picture' | 'playable'

/** May staff have it at all? What nobody has looked at is held. */
export function mayBeOpened(state: FileState): boolean {
  return state === 'clean' || state === 'not-scanned'
}

/** Other names of the same type. */
const sameAs: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'audio/mp3': 'audio/mpeg',
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'application/x-zip-compressed': 'application/zip',
}

/** Declared without saying anything. */
const saysNothing = ['', 'application/octet-stream', 'application/binary']

/** Types whose bytes always give them away: where nothing was found, it is something else. */
const alwaysFound = /^(image\/(jpeg|png|gif|webp|tiff|bmp)|application\/(pdf|zip|vnd\.openxml.*))$/

/** Does the file turn out to be something else than its sender said? */
export function isOtherThanDeclared(declared: string, sniffed: string | null): boolean {
  const said = plainType(declared)
  if (saysNothing.includes(said)) return false
  if (sniffed === null) return alwaysFound.test(said)
  const found = plainType(sniffed)
  // A recording without pictures is in the same box as one with them.
  if (subtypeOf(said) === subtypeOf(found) && /^(audio|video)\//.test(said)) return false
  // Office's older formats and texts are found by their box only, if at all.
  if (found === 'application/x-cfb' || found === 'application/xml') return /^(image|audio|video)\//.test(said)
  return said !== found
}

/** In lower case, without parameters, by its usual name. */
export function plainType(type: string): string {
  const plain = (type.split(';', 1)[0] ?? '').trim().toLowerCase()
  return sameAs[plain] ?? plain
}

function subtypeOf(type: string): string {
  return type.slice(type.indexOf('/') + 1)
}
