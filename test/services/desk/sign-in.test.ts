/** Signing in: who gets in, who does not, and what a stranger can learn from the answer. */
import { describe, expect, it } from 'vitest'
import { hubScope, withScope } from '../../../services/store/database.ts'
import { disableStaffMember, resetPassword } from '../../../services/store/staff.ts'
import { theHub } from '../../../services/store/audit.ts'
import { addStaff, password } from '../../support/county.ts'
import { openDesk } from './open-desk.ts'

const desk = await openDesk()
const { db, clock } = desk
const by = () => ({ actor: theHub, now: clock.now })

describe('signing in', () => {
  it('lets a member of staff in with the right password, under a new session id', async () => {
    await addStaff(db, { email: 'ann@marsh.example' }, clock.now)
    const visitor = desk.visitor()
    await visitor.get('/desk/sign-in')
    const before = visitor.cookies.get('desk')
    const answer = await visitor.signIn('Ann@Marsh.example')
    expect([answer.status, answer.location]).toEqual([303, '/desk'])
    expect(visitor.cookies.get('desk')).not.toBe(before)
    expect((await visitor.get('/desk')).text).toContain('Staff ann, Marsh Hospitals (example)')
  })

  it('keeps the cookie from scripts and from other sites', async () => {
    const answer = await desk.visitor().get('/desk/sign-in')
    expect(answer.headers.getSetCookie().join()).toMatch(/desk=.*Path=\/desk.*HttpOnly; SameSite=Lax/)
  })

  it('gives the same answer for a wrong password and for an account that does not exist', async () => {
    await addStaff(db, { email: 'ben@marsh.example' }, clock.now)
    const wrong = await desk.visitor().signIn('ben@marsh.example', 'not the password')
    const unknown = await desk.visitor().signIn('nobody@marsh.example', 'not the password')
    const withoutWhatChanges = (text: string) =>
      text.replace(/(value|nonce)="[^"]*"/g, '').replace(/nonce-[^']*/g, '')
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(withoutWhatChanges(unknown.text)).toBe(withoutWhatChanges(wrong.text))
  })

  it.each(['cai@marsh.example', 'nobody-either@marsh.example'])(
    'asks %s to wait after five wrong passwords, whether or not the account exists',
    async (email) => {
      if (email.startsWith('cai')) await addStaff(db, { email }, clock.now)
      for (let i = 0; i < 5; i++) await desk.visitor().signIn(email, 'wrong wrong wrong')
      const sixth = await desk.visitor().signIn(email, password)
      expect(sixth.status).toBe(429)
      expect(sixth.text).toContain('Too many tries. Wait 15 minutes, then try again.')
    },
  )

  it('refuses a form that was not opened from our own page', async () => {
    const answer = await desk.visitor().send('/desk/sign-in', { email: 'ann@marsh.example', password })
    expect(answer.status).toBe(403)
  })

  it('leads back to the page that was asked for, but never to another site', async () => {
    await addStaff(db, { email: 'dee@marsh.example' }, clock.now)
    const asked = await desk.visitor().get('/desk/quarantine')
    expect(asked.location).toBe('/desk/sign-in?next=%2Fdesk%2Fquarantine')
    const signIn = (next: string) =>
      desk.visitor().post('/desk/sign-in', { email: 'dee@marsh.example', password, next })
    expect((await signIn('/desk/quarantine')).location).toBe('/desk/quarantine')
    for (const elsewhere of ['//evil.example', 'https://evil.example', '/desk\\@evil.example', '/deskevil']) {
      expect((await signIn(elsewhere)).location).toBe('/desk')
    }
  })

  it('signs out, and the old session is worth nothing', async () => {
    await addStaff(db, { email: 'eve@marsh.example' }, clock.now)
    const visitor = await desk.signedIn('eve@marsh.example')
    const cookie = visitor.cookies.get('desk') ?? ''
    expect((await visitor.post('/desk/sign-out', {}, '/desk')).location).toBe('/desk/sign-in')
    visitor.cookies.set('desk', cookie)
    expect((await visitor.get('/desk')).status).toBe(303)
  })

  it('throws out whoever is disabled at once, and lets nobody in with the account', async () => {
    await addStaff(db, { email: 'fay@marsh.example' }, clock.now)
    const visitor = await desk.signedIn('fay@marsh.example')
    await withScope(db, hubScope, (queries) => disableStaffMember(queries, 'fay@marsh.example', by()))
    expect((await visitor.get('/desk')).status).toBe(303)
    expect((await desk.visitor().signIn('fay@marsh.example')).status).toBe(401)
  })

  it('ends every session when a password is reset', async () => {
    await addStaff(db, { email: 'gil@marsh.example' }, clock.now)
    const visitor = await desk.signedIn('gil@marsh.example')
    await withScope(db, hubScope, (queries) =>
      resetPassword(queries, 'gil@marsh.example', 'another-good-password', by()),
    )
    expect((await visitor.get('/desk')).status).toBe(303)
    expect((await desk.visitor().signIn('gil@marsh.example', 'another-good-password')).status).toBe(303)
  })

  it.each([
    ['half an hour without a visit', 31, 31],
    ['twelve hours, however busy', 12 * 60 + 1, 20],
  ])('signs out after %s', async (_, minutes, step) => {
    const start = clock.now
    await addStaff(db, { email: `hal${minutes}@marsh.example` }, start)
    const visitor = await desk.signedIn(`hal${minutes}@marsh.example`)
    let status = 200
    for (let passed = 0; passed < minutes; passed += step) {
      expect(status).toBe(200)
      clock.now = new Date(clock.now.getTime() + step * 60_000)
      status = (await visitor.get('/desk')).status
    }
    clock.now = start
    expect(status).toBe(303)
  })

  it('shows what somebody wrote when their session ran out before they sent it', async () => {
    const answer = await desk.visitor().send('/desk/cases/FB-0000-0000-0/reply', { body: 'Dear <b>you</b>' })
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('Dear &lt;b&gt;you&lt;/b&gt;')
  })

  it('puts every sign-in on record, and every one that was refused', async () => {
    const acts = await db
      .selectFrom('audit_entries')
      .select('act')
      .distinct()
      .where('about_kind', '=', 'staff')
      .execute()
    expect(acts.map(({ act }) => act).toSorted()).toEqual([
      'staff.add',
      'staff.disable',
      'staff.reset',
      'staff.sign-in',
      'staff.sign-in-refused',
      'staff.sign-out',
    ])
  })
})
