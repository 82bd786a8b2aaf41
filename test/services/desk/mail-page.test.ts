/** A mail as it was sent, where nothing in it can act, fetch or be taken for a page of ours; and how it was read, in words. */
import { beforeAll, describe, expect, it } from 'vitest'
import { reason } from '../../../shared/finding.ts'
import type { CaseMade } from '../../support/cases.ts'
import { addCase } from '../../support/cases.ts'
import { addStaff, dale, marshTriage } from '../../support/county.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor
let dan: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  await addStaff(db, { email: 'dan@dale.example', organisation: dale }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  dan = await desk.signedIn('dan@dale.example')
})

const mail = (html: string): string =>
  ['From: Jo <jo@example.org>', 'Subject: Hello', 'Content-Type: text/html; charset=utf-8', '', html].join(
    '\r\n',
  )
const addMail = (html: string): Promise<CaseMade> =>
  addCase(db, envelope, knowledge, { submission: { originalText: mail(html) } })
const addressOn = async ({ reference }: CaseMade): Promise<string> =>
  /\/desk\/cases\/[^"]*\/mail\/[^"]*/.exec((await ann.get(`/desk/cases/${reference}`)).text)?.[0] ?? ''

describe('a mail as it was sent', () => {
  it('keeps its look, and loses all that acts or fetches', async () => {
    const made = await addMail(
      '<p style="color:#ff0000">We <b>waited</b></p><script>alert(1)</script><form action="https://bad.example">' +
        '<input></form><img src="https://bad.example/seen.gif" alt="logo"><a href="javascript:alert(2)">x</a>',
    )
    const { status, text } = await ann.get(await addressOn(made))
    expect(status).toBe(200)
    expect(text).toContain('<p style="color:#ff0000">We <b>waited</b></p>')
    expect(text).toContain('[logo]')
    expect(text).not.toMatch(/<script|<form|<input|bad\.example|javascript:/)
  })

  it('stands on a page that may do nothing, whatever got through', async () => {
    const { headers } = await ann.get(await addressOn(await addMail('<p>Hello</p>')))
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      'img-src data:',
      "style-src 'unsafe-inline'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      'sandbox allow-popups allow-popups-to-escape-sandbox',
    ])
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('without HTML is shown as text', async () => {
    const raw = 'From: jo@example.org\r\nSubject: Hello\r\n\r\nWe <b>waited</b>'
    const made = await addCase(db, envelope, knowledge, { submission: { originalText: raw } })
    expect((await ann.get(await addressOn(made))).text).toContain('<pre>We &lt;b&gt;waited&lt;/b&gt;')
  })

  it('is seen by those who may see its case, and the look is on record', async () => {
    const made = await addMail('<p>Hello</p>')
    const other = await addMail('<p>Other</p>')
    const address = await addressOn(made)
    expect((await dan.get(address)).status).toBe(404)
    expect((await ann.get(address.replace(made.reference, other.reference))).status).toBe(404)
    await ann.get(address)
    const rows = await db.selectFrom('audit_entries').select('act').where('about', '=', made.id).execute()
    expect(rows.map(({ act }) => act)).toEqual(['mail.view'])
  })

  it('is offered for mails only', async () => {
    const made = await addCase(db, envelope, knowledge, { submission: { channel: 'web-form' } })
    expect(await addressOn(made)).toBe('')
  })
})

it('says in words how it was read, and what the checks of its sender gave', async () => {
  const remarks = [
    reason('email:remark.noSender'),
    reason('email:remark.futureDate'),
    reason('email:remark.otherReplyAddress', { address: 'other@example.org' }),
    reason('email:check.spf', { result: 'fail' }),
    reason('email:check.dkim', { result: 'none' }),
    reason('email:check.dmarc', { result: 'fail' }),
  ]
  const made = await addCase(db, envelope, knowledge, { submission: { remarks } })
  const { text } = await ann.get(`/desk/cases/${made.reference}`)
  expect(text).toContain('The email does not say who sent it.')
  expect(text).toContain('The date in the email lies in the future.')
  expect(text).toContain('asks for answers to another address')
  expect(text).toContain('(SPF)? No.')
  expect(text).toContain('(DKIM)? Nothing to check.')
})

it.each([
  ['reply-token', 'It answers a message of ours'],
  ['references', 'It names a message of this case'],
] as const)('says plainly when an answer found by its %s came from another address', async (how, words) => {
  const person = { name: 'Sam', email: 'sam@elsewhere.example', phone: null, address: null }
  const made = await addCase(db, envelope, knowledge, { submission: { person } })
  const page = async (sameSender: boolean) => {
    const matched = JSON.stringify({ how, sameSender })
    await db.updateTable('submissions').set({ matched }).where('case', '=', made.id).execute()
    return (await ann.get(`/desk/cases/${made.reference}`)).text
  }
  expect(await page(false)).toContain(
    `This came from sam@elsewhere.example, not from the address we know. ${words}`,
  )
  expect(await page(true)).not.toContain('not from the address we know')
})
