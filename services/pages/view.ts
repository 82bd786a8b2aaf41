/** What every page must know about who looks at it: kept beside the request, found by the request. */
import type { IncomingMessage } from 'node:http'
import type { Language } from '../../shared/words.ts'

export interface View {
  readonly language: Language
  /** Lets our own inline script pass the content security policy. */
  readonly nonce: string
  /** Without query. */
  readonly path: string
  /** To be quoted to support; stands in the log too. */
  readonly requestId: string
  readonly csrfToken?: string
  /** Who is signed in, for the header. */
  readonly staff?: {
    readonly name: string
    readonly organisationName: string
    readonly isAdministrator: boolean
  }
}

const views = new WeakMap<IncomingMessage, View>()

/** Throws where the request did not pass through createApp: a fault in the mounting, not in the input. */
export function viewOf(request: IncomingMessage): View {
  const view = views.get(request)
  if (view === undefined) throw new Error('This request has no view: mount the room through createApp')
  return view
}

export function setView(request: IncomingMessage, view: View): void {
  views.set(request, view)
}

/** Adds what only a room knows, such as who is signed in. */
export function addToView(request: IncomingMessage, more: Pick<View, 'csrfToken' | 'staff'>): void {
  setView(request, { ...viewOf(request), ...more })
}
