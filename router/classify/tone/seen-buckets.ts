/** Which buckets the text being read has used: far quicker than a set made anew for every text, which is read in one go. */

let stamps = new Uint32Array(0)
let lastStamp = 0

/** Begins a text; what is handed to `isFirst` with its stamp is counted for it alone. */
export function beginText(buckets: number): number {
  if (stamps.length < buckets || lastStamp === 0xffffffff) {
    stamps = new Uint32Array(Math.max(buckets, stamps.length))
    lastStamp = 0
  }
  lastStamp += 1
  return lastStamp
}

/** Is it the first time that the text uses this bucket? */
export function isFirst(bucket: number, stamp: number): boolean {
  if (stamps[bucket] === stamp) return false
  stamps[bucket] = stamp
  return true
}
