/** The audit as administrators read it: of their own organisation, in words, narrowed down, every entry on one page. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { acts } from '../../../services/desk/acts.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import { record, theHub } from '../../../services/store/audit.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, dale, marsh, marshTriage } from '../../support/county.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ada: Visitor
let made: CaseMade

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  await addStaff(db, { email: 'ada@marsh.example', teams: [marshTriage] }, clock.now)
  await db
    .updateTable('staff')
    .set({ role: 'administrator' })
    .where('email', '=', 'ada@marsh.example')
    .execute()
  ada = await desk.signedIn('ada@marsh.example')
  made = await addCase(db, envelope, knowledge)
  await ada.post(`/desk/cases/${made.reference}/acknowledge`, { how: 'phone', offered: 'yes' })
  const elsewhere = { at: clock.now, actor: theHub, act: 'rule.add', about: { kind: 'rule', id: 'x' } }
  await record(db, { ...elsewhere, organisation: dale })
})

const rowsIn = (html: string): number => [...html.matchAll(/<tr role="row">/g)].length - 1

describe('the audit', () => {
  it('shows who did what to which case, in words', async () => {
    const { text } = await ada.get('/desk/audit')
    expect(text).toMatch(/Staff ada<[^]*Acknowledged<[^]*/)
    expect(text).toContain(`<a href="/desk/cases/${made.reference}">`)
    expect(text).not.toContain('Routing rule added</span>')
  })

  it('is there for administrators only', async () => {
    const ann = await desk.signedIn('ann@marsh.example')
    expect((await ann.get('/desk/audit')).status).toBe(404)
    expect((await ann.get('/desk')).text).not.toContain('/desk/audit')
    expect((await ada.get('/desk')).text).toContain('/desk/audit')
  })

  it('is narrowed down to an act, a person, a case', async () => {
    expect(rowsIn((await ada.get('/desk/audit?act=case.acknowledge')).text)).toBe(1)
    expect(rowsIn((await ada.get(`/desk/audit?reference=${made.reference}`)).text)).toBe(1)
    const unknown = await ada.get('/desk/audit?reference=FB-0000-0000-0')
    expect(unknown.text).toContain('Nothing was done that fits')
  })

  it('shows every entry on exactly one page', async () => {
    const entry = { at: clock.now, actor: theHub, act: 'case.replay', organisation: marsh }
    const many = Array.from({ length: 150 }, () => ({ ...entry, about: { kind: 'case', id: randomUUID() } }))
    await record(db, ...many)
    const first = await ada.get('/desk/audit?act=case.replay')
    const next =
      /href="(\/desk\/audit\?[^"]*before=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await ada.get(next)
    expect([rowsIn(first.text), rowsIn(second.text)]).toEqual([100, 50])
  })

  it.each(acts)('has words for %s', (act) => {
    expect(loadWords().knows(`desk:act.${act}`)).toBe(true)
  })
})
