/** A desk on a real port over a database of its own, and visitors who keep their cookies. */
import { createServer } from 'node:http'
import { afterAll } from 'vitest'
import { arrivalOfNote, createStaffNote } from '../../../channels/staff-note/staff-note.ts'
import { createDesk } from '../../../services/desk/desk.ts'
import { createAccept } from '../../../services/intake/accept.ts'
import { createApp } from '../../../services/pages/app.ts'
import { createPages } from '../../../services/pages/pages.ts'
import { responsePages } from '../../../services/response/response-pages.ts'
import { jointPages } from '../../../services/response/response.ts'
import { connect } from '../../../services/store/database.ts'
import { createFileStore } from '../../../services/files/file-store.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { layCounty, marsh, password } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'

/** Call once at the top of a test file. Sunday 22 November 2026, until a test moves the clock. */
export async function openDesk() {
  const { connectionString } = await testDatabase()
  const connection = connect(connectionString, { connections: 6 })
  const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
  const clock = { now: new Date('2026-11-22T12:00:00Z') }
  const rung: { readonly queue: string; readonly ids: readonly string[] }[] = []
  const faults: unknown[] = []
  const knowledge = await layCounty(connection.db, clock.now)
  const pages = createPages({ site: () => ({ hostName: 'Marsh Hospitals (example)', example: true }) })
  const log = { error: (details: unknown) => void faults.push(details) }
  const publicUrl = 'http://127.0.0.1'
  const ring = (queue: string, ...ids: readonly string[]) => void rung.push({ queue, ids })
  const accept = createAccept({ db: connection.db, envelope, ring, ownersOfDoor: () => [marsh] })
  const desk = createDesk(
    {
      ...connection,
      pages,
      envelope,
      now: () => clock.now,
      ring,
      files: createFileStore(connection.db, envelope, null),
      isScanned: false,
      publicUrl,
      sessionSecret: 'for tests only',
      log,
      channels: [
        { name: 'email', doors: ['email-smtp', 'email-raw'], canSend: true },
        { name: 'sms', doors: [], canSend: false },
        { name: 'kiosk', doors: ['kiosk'], canSend: false },
      ],
      reach: {
        url: publicUrl,
        mail: 'feedback@marsh.example',
        smtp: 'smtp://127.0.0.1:2525',
        number: '+441632960001',
      },
      takeNote: (note, draft, receivedBy) =>
        accept(createStaffNote(), arrivalOfNote(note, draft, clock.now), { receivedBy }),
    },
    [jointPages, responsePages],
  )
  const server = createServer(createApp({ pages, publicUrl, trustedProxies: 0, rooms: [desk], log }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('The desk has no port')
  const address = `http://127.0.0.1:${at.port}`
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await connection.close()
  })
  return {
    room: desk,
    db: connection.db,
    envelope,
    clock,
    rung,
    faults,
    knowledge,
    address,
    visitor: () => createVisitor(address),
    async signedIn(email: string) {
      const visitor = createVisitor(address)
      await visitor.signIn(email)
      return visitor
    },
  }
}

export interface Answer {
  readonly status: number
  readonly location: string | null
  readonly headers: Headers
  readonly text: string
}

export type Visitor = ReturnType<typeof createVisitor>

export function createVisitor(address: string) {
  const cookies = new Map<string, string>()

  async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = new Headers(init.headers)
    headers.set('cookie', cookie)
    const response = await fetch(`${address}${path}`, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      cookies.set(name, value)
    }
    const text = await response.text()
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: response.headers,
      text,
    }
  }

  const get = (path: string): Promise<Answer> => ask(path)

  /** As the form on `from` would send it: with its token and its hidden fields. */
  async function post(path: string, fields: Record<string, string | string[]>, from = path): Promise<Answer> {
    const page = await get(from)
    return send(path, { ...hiddenFields(page.text), ...fields })
  }

  function send(path: string, fields: Record<string, string | string[]>): Promise<Answer> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one)
    }
    return ask(path, { method: 'POST', body })
  }

  return {
    get,
    post,
    send,
    /** A form with files. */
    sendForm: (path: string, body: FormData): Promise<Answer> => ask(path, { method: 'POST', body }),
    /** Whatever no browser would send. */
    sendRaw: (path: string, body: string | Uint8Array<ArrayBuffer>, type: string): Promise<Answer> =>
      ask(path, { method: 'POST', body, headers: { 'content-type': type } }),
    cookies,
    signIn: (email: string, word = password) => post('/desk/sign-in', { email, password: word }),
  }
}

export function hiddenFields(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
  )) {
    fields[name] ??= value
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  }
  return fields
}
