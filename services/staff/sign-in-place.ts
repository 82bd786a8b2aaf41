/** Where members of staff sign in: the desk or the portal, each with its own address, cookie and look. */

export interface SignInPlace {
  readonly home: '/desk' | '/partner'
  readonly cookie: string
  /** Whose templates `sign-in` and `signed-out` are. */
  readonly room: 'desk' | 'partners'
}

export const theDesk: SignInPlace = { home: '/desk', cookie: 'desk', room: 'desk' }
export const thePortal: SignInPlace = { home: '/partner', cookie: 'partner', room: 'partners' }

/** Never to another site or place: only a path below its home, which `//host` and `/\\host` are not. */
export function isWithin({ home }: SignInPlace, path: string): boolean {
  const rest = path.startsWith(home) ? path.slice(home.length) : null
  return rest !== null && /^(?:[/?][^\\]*)?$/.test(rest)
}
