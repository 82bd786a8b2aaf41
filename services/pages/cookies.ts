/** Reads the cookies a browser sent (RFC 6265 section 4.2). */
import type { Request } from 'express'

/** The first cookie of that name; null where there is none or it cannot be decoded. */
export function readCookie(request: Request, name: string): string | null {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))
  if (found === undefined) return null
  try {
    return decodeURIComponent(found.slice(name.length + 1))
  } catch {
    return null
  }
}
