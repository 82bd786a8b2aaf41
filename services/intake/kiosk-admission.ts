/** Lets a kiosk in by its device token: from the cookie that was set when staff set it up, or as a bearer. */
import type { CookieOptions, Request, Response } from 'express'
import { readCookie } from '../pages/cookies.ts'
import type { Kiosk } from '../store/kiosks.ts'
import type { Admission, Caller } from './admission.ts'
import { keyIn } from '../pages/key-in.ts'
import { isFromOurPages } from './own-pages.ts'

export interface KioskAdmissionParts {
  readonly publicUrl: string
  /** Null: no such token, or revoked. */
  readonly findKiosk: (token: string) => Promise<Kiosk | null>
}

const cookieName = 'kiosk'
/** One for the pages, one for the door they send to; nothing else of ours sees it. */
const cookiePaths = ['/kiosk', '/channels/kiosk']
/** As long as browsers keep any cookie; each visit to the first page begins it anew. */
const cookieAgeMs = 400 * 24 * 60 * 60 * 1000

export async function admitKiosk(request: Request, parts: KioskAdmissionParts): Promise<Admission> {
  const bearer = keyIn(request)
  // A cookie goes along with whatever another site makes the browser send.
  if (bearer === null && !isFromOurPages(request, parts.publicUrl)) {
    return { admitted: false, status: 403, key: 'kiosk:refuse.otherSite' }
  }
  const token = bearer ?? deviceToken(request)
  if (token === null) return { admitted: false, status: 401, key: 'kiosk:refuse.noToken' }
  const kiosk = await parts.findKiosk(token)
  if (kiosk === null) return { admitted: false, status: 401, key: 'kiosk:refuse.switchedOff' }
  return { admitted: true, caller: callerOf(kiosk) }
}

export function deviceToken(request: Request): string | null {
  return readCookie(request, cookieName)
}

/** No script can read it, and no other site's form carries it. */
export function keepDeviceToken(response: Response, token: string, publicUrl: string): void {
  const options: CookieOptions = {
    maxAge: cookieAgeMs,
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  }
  for (const path of cookiePaths) response.cookie(cookieName, token, { ...options, path })
}

/** What the delivery says of where it came from stays true when the kiosk is moved later. */
function callerOf({ id, name, organisation, careService, place }: Kiosk): Caller {
  return {
    organisation,
    envelope: {
      'kiosk-id': id,
      'kiosk-name': name,
      'kiosk-organisation': organisation,
      'kiosk-place': place,
      ...(careService === null ? {} : { 'kiosk-care-service': careService }),
    },
  }
}
