/** The work list of a partner: its own parts by due date, only what consent lets out, and nobody else's. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addStaff, dale, daleTriage } from '../../support/county.ts'
import type { Visitor } from '../desk/open-desk.ts'
import { openPortal } from './open-portal.ts'

const portal = await openPortal()
const { db, clock } = portal

let ann: Visitor
let dan: Visitor
beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example' }, clock.now)
  await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  ann = await portal.signedIn('ann@marsh.example')
  dan = await portal.signedIn('dan@dale.example')
})

const references = (html: string) =>
  [...html.matchAll(/\/partner\/cases\/(FB-[0-9A-Z-]+)/g)].map(([, at]) => at)

describe('the work list', () => {
  it('says so when there is nothing to do', async () => {
    const page = await dan.get('/partner')
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Nothing is waiting for you')])
  })

  it('shows what is due first first, marks what is overdue, and pages without a gap', async () => {
    const days = Array.from(
      { length: 35 },
      (_, at) => `2026-12-${String(1 + ((at * 7) % 28)).padStart(2, '0')}`,
    )
    const made = []
    for (const dueOn of days) made.push({ dueOn, ...(await portal.addPart({ dueOn })) })
    const late = await portal.addPart({ dueOn: '2026-11-20' })
    const first = await dan.get('/partner')
    expect(references(first.text)[0]).toBe(late.reference)
    expect(first.text.match(/Overdue/g)).toHaveLength(1)
    const [, next = ''] = /href="(\/partner\?after=[^"]+)"/.exec(first.text) ?? []
    const second = await dan.get(next)
    const shown = [...references(first.text), ...references(second.text)]
    expect(shown).toHaveLength(36)
    const dueOf = new Map(made.map(({ reference, dueOn }) => [String(reference), dueOn]))
    const shownDays = shown.slice(1).map((reference) => dueOf.get(String(reference)) ?? '')
    expect(shownDays).toEqual(shownDays.toSorted())
    expect(new Set(shown).size).toBe(36)
  })

  it('has nothing that consent does not let out today, and nothing of others', async () => {
    const withdrawn = await portal.addPart({ consent: 'withdrawn', dueOn: '2026-11-01' })
    const kept = await portal.addPart({ state: 'ours', dueOn: '2026-11-01' })
    const open = await portal.addPart({ dueOn: '2026-11-01' })
    const shown = references((await dan.get('/partner')).text)
    expect(shown).toContain(open.reference)
    expect(shown).not.toContain(withdrawn.reference)
    expect(shown).not.toContain(kept.reference)
    expect(references((await ann.get('/partner')).text)).toEqual([])
  })
})

describe('signing in to the portal', () => {
  it('is not signing in to the desk, and leads back to the page that was asked for', async () => {
    const visitor = portal.visitor()
    const asked = await visitor.get('/partner/cases/FB-0000-0000-0')
    expect([asked.status, asked.location]).toEqual([
      303,
      `/partner/sign-in?next=${encodeURIComponent('/partner/cases/FB-0000-0000-0')}`,
    ])
    const answer = await visitor.post(
      '/partner/sign-in',
      { email: 'dan@dale.example', password: 'correct-horse-battery', next: '/partner?after=x' },
      '/partner/sign-in',
    )
    expect([answer.status, answer.location]).toEqual([303, '/partner?after=x'])
    expect([...visitor.cookies.keys()]).toEqual(['partner'])
  })

  it('leads to no other site or place afterwards', async () => {
    for (const next of [
      '//evil.example',
      '/partner\\evil',
      'https://evil.example',
      '/partnership',
      '/desk',
    ]) {
      const answer = await portal
        .visitor()
        .post(
          '/partner/sign-in',
          { email: 'dan@dale.example', password: 'correct-horse-battery', next },
          '/partner/sign-in',
        )
      expect([next, answer.location]).toEqual([next, '/partner'])
    }
  })

  it('says in plain words that the password is not right', async () => {
    const answer = await portal
      .visitor()
      .post('/partner/sign-in', { email: 'dan@dale.example', password: 'wrong' }, '/partner/sign-in')
    expect([answer.status, answer.text]).toEqual([401, expect.stringContaining('is not right')])
  })
})
