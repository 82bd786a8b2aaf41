/** A link opens one piece of work, to whoever types the code that goes to its recipient, for as long as it is good. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeLinkToken } from '../../../services/outward/link-token.ts'
import { saveLink } from '../../../services/store/joint/partner-links.ts'
import type { StaffId } from '../../../shared/ids.ts'
import { addStaff } from '../../support/county.ts'
import type { Visitor } from '../desk/open-desk.ts'
import { openPortal, type PartMade } from './open-portal.ts'

const portal = await openPortal()
const { db, clock } = portal

let maker: StaffId
let part: PartMade
let token: string
let visitor: Visitor
beforeAll(async () => {
  maker = await addStaff(db, { email: 'ann@marsh.example' }, clock.now)
})
beforeEach(async () => {
  part = await portal.addPart()
  token = makeLinkToken(portal.sessionSecret)
  await saveLink(db, {
    part: part.part,
    token,
    recipientName: 'Kim',
    email: 'kim@small.example',
    phone: null,
    secondFactor: 'email',
    madeBy: maker,
    now: clock.now,
    expiresAt: new Date(clock.now.getTime() + 3_600_000),
  })
  visitor = portal.visitor()
  portal.mailed.length = 0
})

async function codeFor(): Promise<string> {
  await visitor.get(`/partner/link/${token}`)
  await visitor.post('/partner/link/code', {}, '/partner/link')
  return /\d{6}/.exec(portal.mailed.at(-1)?.text ?? '')?.[0] ?? ''
}

const open = (code: string) => visitor.post('/partner/link/open', { code }, '/partner/link')

describe('a link', () => {
  it('gives its token for a cookie at once, and passes it on to nobody', async () => {
    const answer = await visitor.get(`/partner/link/${token}`)
    expect([answer.status, answer.location]).toEqual([303, '/partner/link'])
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect((await visitor.get('/partner/link')).text).not.toContain(token)
    expect((await visitor.get('/partner/link/case')).status).toBe(404)
  })

  it('opens with the code that was mailed, and then its one case in the same pages', async () => {
    const code = await codeFor()
    expect(portal.mailed.map(({ to, text }) => [to, text.includes(part.reference)])).toEqual([
      ['kim@small.example', false],
    ])
    expect((await open(code)).location).toBe('/partner/link/case')
    expect((await visitor.get('/partner/link/case')).text).toContain('We waited six hours')
    const filed = await visitor.post('/partner/link/case/issues/1', {
      happened: 'We came late.',
      outcome: 'not-upheld',
      step: 'file',
    })
    expect(filed.location).toBe('/partner/link/case?done=filed')
    const acts = await db
      .selectFrom('audit_entries')
      .select(['act', 'actor_kind'])
      .where('act', 'in', ['link.open', 'contribution.file'])
      .execute()
    expect(acts.map(({ actor_kind }) => actor_kind)).toEqual(['link', 'link'])
  })

  it('opens with no wrong code, with none after five, and with a right one only once', async () => {
    const code = await codeFor()
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 5; tries++) expect((await open(wrong)).status).toBe(422)
    expect((await open(code)).status).toBe(422)
    const next = await codeFor()
    expect((await open(next)).status).toBe(303)
    const other = portal.visitor()
    await other.get(`/partner/link/${token}`)
    expect((await other.post('/partner/link/open', { code: next }, '/partner/link')).status).toBe(422)
  })

  it('opens with no code that is older than ten minutes', async () => {
    const code = await codeFor()
    const before = clock.now
    clock.now = new Date(before.getTime() + 601_000)
    expect((await open(code)).status).toBe(422)
    clock.now = before
  })

  it('closes when it is taken back, when it runs out and when the consent goes', async () => {
    await open(await codeFor())
    const status = async () => (await visitor.get('/partner/link/case')).status
    expect(await status()).toBe(200)
    await db.updateTable('consents').set({ state: 'withdrawn' }).where('case', '=', part.id).execute()
    expect(await status()).toBe(404)
    await db.updateTable('consents').set({ state: 'given' }).where('case', '=', part.id).execute()
    expect(await status()).toBe(200)
    await db
      .updateTable('partner_links')
      .set({ revoked_at: clock.now })
      .where('part', '=', part.part)
      .execute()
    expect(await status()).toBe(404)
    await db.updateTable('partner_links').set({ revoked_at: null, expires_at: clock.now }).execute()
    expect(await status()).toBe(404)
    expect((await portal.visitor().get(`/partner/link/${token}`)).status).toBe(404)
  })

  it('that is guessed or altered is not found, and opens no other part', async () => {
    for (const wrong of [makeLinkToken('another secret'), `${token}x`, token.slice(1), 'x', 'case', 'open']) {
      expect([wrong, (await portal.visitor().get(`/partner/link/${wrong}`)).status]).toEqual([wrong, 404])
    }
    const other = await portal.addPart()
    await open(await codeFor())
    expect((await visitor.get(`/partner/link/case/${other.reference}`)).status).toBe(404)
    expect((await visitor.get(`/partner/cases/${part.reference}`)).location).toContain('/partner/sign-in')
  })
})
