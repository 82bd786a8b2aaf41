/** Whichever way somebody comes, from the raw request of its provider to the case, and the answer of staff back to them. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { parseMail } from '../../channels/email/parse-mail.ts'
import { createVisitor, hiddenFields, type Visitor } from '../services/desk/open-desk.ts'
import { testDatabase } from '../support/database.ts'
import { admin, startTestHub, type TestHub } from '../support/hub.ts'
import { startImapServer, type ImapServer } from '../support/imap-server.ts'
import { tokenFor } from '../support/kiosk.ts'
import { startMailCatcher, type MailCatcher } from '../support/mail-catcher.ts'

const { connectionString } = await testDatabase()
const patience = { timeout: 40_000, interval: 100 }
const words = 'The lift at the main entrance stood still and I missed my appointment.'

let catcher: MailCatcher
let mailbox: ImapServer
let hub: TestHub
let staff: Visitor
beforeAll(async () => {
  catcher = await startMailCatcher()
  mailbox = await startImapServer()
  const environment = { SMTP_URL: catcher.url, IMAP_URL: mailbox.url }
  hub = await startTestHub(connectionString, { environment })
  staff = createVisitor(hub.web.publicUrl)
  await staff.signIn(admin.email, admin.password)
})
afterAll(async () => {
  await hub.close()
  await mailbox.close()
  await catcher.close()
})

async function post(path: string, type: string, body: string, headers: Record<string, string> = {}) {
  const all = { 'content-type': type, ...headers }
  const response = await fetch(`${hub.web.publicUrl}${path}`, { method: 'POST', headers: all, body })
  expect([200, 202]).toContain(response.status)
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

function mailOf(told: string, email: string): string {
  const head = [
    `From: Jo <${email}>`,
    'To: feedback@hub.example',
    `Message-ID: <${randomUUID()}@people.example>`,
  ]
  return [...head, 'Subject: The lift', 'MIME-Version: 1.0', '', told, ''].join('\r\n')
}

async function askOpen311(format: string, description: string, email: string): Promise<void> {
  const body = new URLSearchParams({ service_code: 'aldermouth-hospitals', description, email })
  await post(`/open311/v2/requests.${format}`, 'application/x-www-form-urlencoded', body.toString())
}

type Arrive = (told: string, email: string) => Promise<void>

const ways: Readonly<Record<string, Arrive>> = {
  async 'a mail to the listener'(told, email) {
    const port = hub.mailPort
    const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
    const envelope = { from: email, to: 'feedback@hub.example' }
    await transport.sendMail({ envelope, raw: mailOf(told, email) })
  },
  async 'a mail in the mailbox'(told, email) {
    mailbox.put(Buffer.from(mailOf(told, email)))
    return Promise.resolve()
  },
  async 'a mail by a program'(told, email) {
    const key = await hub.key('email:write')
    await post('/channels/email/raw', 'message/rfc822', mailOf(told, email), bearer(key))
  },
  async 'a program'(text, email) {
    const body = JSON.stringify({ text, person: { email }, preferences: { contactBy: 'email' } })
    await post('/api/v1/feedback', 'application/json', body)
  },
  async 'a kiosk'(text, email) {
    const body = JSON.stringify({ id: randomUUID(), language: 'en', text, contactBy: 'email', email })
    await post('/channels/kiosk/submissions', 'application/json', body, bearer(await tokenFor(hub, 'Hall')))
  },
  'a civic app by JSON': (told, email) => askOpen311('json', told, email),
  'a civic app by XML': (told, email) => askOpen311('xml', told, email),
  async 'a note of staff'(told, email) {
    const form = '/desk/notes/new'
    const fields = hiddenFields((await staff.get(form)).text)
    const said = { how: 'desk', saidOn: '2026-01-05', words: told, contactBy: 'email', email }
    const data = new FormData()
    for (const [name, value] of Object.entries({ ...fields, ...said })) data.append(name, value)
    expect((await staff.sendForm(form, data)).status).toBe(303)
  },
}

/** The page of the one case in which somebody told us this. */
async function caseOf(told: string): Promise<string> {
  return vi.waitFor(async () => {
    const { reference } = await hub.base.connection.db
      .selectFrom('submissions')
      .innerJoin('cases', 'cases.id', 'submissions.case')
      .select('cases.reference')
      .where(sql<boolean>`content->>'text' = ${told}`)
      .where('submissions.state', '=', 'routed')
      .executeTakeFirstOrThrow()
    return `/desk/cases/${reference}`
  }, patience)
}

/** What a mail to this address that holds these words says in all. */
async function mailTo(address: string, holds: string): Promise<string> {
  return vi.waitFor(async () => {
    const mails = catcher.caught.filter(({ to }) => to.includes(address))
    const texts = await Promise.all(mails.map(async ({ raw }) => (await parseMail(raw)).text))
    const found = texts.find((text) => text.includes(holds))
    if (found === undefined) throw new Error(`No mail to ${address} says ${holds}`)
    return found
  }, patience)
}

test.each(Object.entries(ways))('%s becomes a case, and its person is answered', async (name, arrive) => {
  const email = `${name.replaceAll(' ', '-').toLowerCase()}@people.example`
  const told = `${words} I told you by ${name}.`
  await arrive(told, email)
  const page = await caseOf(told)
  const reference = page.split('/').at(-1) ?? ''
  expect((await staff.get(page)).text).toContain(email)
  // Whoever spoke to staff heard the reference from them.
  if (name !== 'a note of staff') await mailTo(email, reference)

  const form = `${page}/reply`
  const answer = { subject: 'The lift', body: 'I am sorry. It runs again since Tuesday.', step: 'check' }
  const check = await staff.post(form, answer)
  expect(check.text).toContain(email)
  await staff.send(form, { ...hiddenFields(check.text), step: 'send' })
  await mailTo(email, 'It runs again since Tuesday.')
})

test('a note of staff gives its person the written record, by mail', async () => {
  const told = `${words} Please write it down for me.`
  await ways['a note of staff']?.(told, 'record@people.example')
  const page = await caseOf(told)
  await staff.post(`${page}/record/copy`, { how: 'send' })
  expect(await mailTo('record@people.example', 'written record')).toContain(told)
})

test('a transcript of another system becomes a case, and its caller is written to by post', async () => {
  const key = await hub.key('transcripts:write')
  const told = `${words} I told you on the telephone.`
  await post('/channels/phone/transcripts', 'text/plain', `Agent: Hello\nCaller: ${told}\n`, bearer(key))
  const page = await caseOf(told)
  await staff.post(`${page}/record/copy`, { how: 'letter' })
  expect((await staff.get(page)).text).toContain('Done by letter instead')
})
