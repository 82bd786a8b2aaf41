/** Nobody sees another organisation's case: not in a list, not by its address, not by any form on it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, dale, daleTriage, marshTriage, marshWards } from '../../support/county.ts'
import { addDelivery } from '../../support/deliveries.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk

let ann: Visitor
let dan: Visitor
let marshCase: CaseMade
let handoff: string
let attachment: string

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage, marshWards] }, clock.now)
  await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  dan = await desk.signedIn('dan@dale.example')
  marshCase = await addCase(db, envelope, knowledge, { files: [{ name: 'letter.txt', content: 'secret' }] })
  const row = await db
    .selectFrom('handoffs')
    .select('id')
    .where('case', '=', marshCase.id)
    .executeTakeFirstOrThrow()
  handoff = row.id
  const file = await db
    .selectFrom('attachments')
    .select('id')
    .where('delivery', '=', marshCase.delivery)
    .executeTakeFirstOrThrow()
  attachment = file.id
})

const formsOf = (reference: string) =>
  [
    'correct/kind',
    'correct/tone',
    'correct/grading',
    'grade-after-investigation',
    'correct/issues/1',
    'correct/owner',
    'acknowledge',
    'reply',
    'read',
    `handoffs/${handoff}/accept`,
    `handoffs/${handoff}/decline`,
    `handoffs/${handoff}/pass-on`,
  ].map((form) => `/desk/cases/${reference}/${form}`)

describe('a case of another organisation', () => {
  it('is in its own inbox and in no other', async () => {
    expect((await ann.get('/desk')).text).toContain(marshCase.reference)
    expect((await dan.get('/desk')).text).not.toContain(marshCase.reference)
  })

  it('is not found by any page on it, while its own staff find every one', async () => {
    const pages = [
      `/desk/cases/${marshCase.reference}`,
      `/desk/cases/${marshCase.reference}/attachments/${attachment}`,
      ...formsOf(marshCase.reference),
    ]
    for (const page of pages) {
      expect([page, (await ann.get(page)).status]).toEqual([page, 200])
      expect([page, (await dan.get(page)).status]).toEqual([page, 404])
    }
  })

  it('is not found by any form sent to it, and nothing changes', async () => {
    const before = await db.selectFrom('cases').selectAll().where('id', '=', marshCase.id).execute()
    for (const form of formsOf(marshCase.reference)) {
      const answer = await dan.post(
        form,
        { version: '1', why: 'x', kind: 'comment', to: daleTriage },
        '/desk',
      )
      expect([form, answer.status]).toEqual([form, 404])
    }
    expect(await db.selectFrom('cases').selectAll().where('id', '=', marshCase.id).execute()).toEqual(before)
  })

  it('is not found by a reference that was never given, in the same words', async () => {
    const theirs = await dan.get(`/desk/cases/${marshCase.reference}`)
    const nobodys = await dan.get('/desk/cases/FB-0000-0000-0')
    const bare = (text: string) => text.replace(/nonce="[^"]*"/g, '').replace(/FB-[0-9A-Z-]+/g, '')
    expect([nobodys.status, bare(nobodys.text)]).toEqual([theirs.status, bare(theirs.text)])
  })

  it('cannot be given away to a team of another organisation', async () => {
    const answer = await ann.post(`/desk/cases/${marshCase.reference}/correct/owner`, {
      to: daleTriage,
      why: 'theirs',
    })
    expect([answer.status, answer.text]).toEqual([
      422,
      expect.stringContaining('not one of your organisation'),
    ])
  })

  it('stays unseen while it is held for consent, and is seen once it was offered', async () => {
    const to = { organisation: dale, team: daleTriage }
    const held = await addCase(db, envelope, knowledge, { handoff: 'held', handoffTo: to })
    expect((await dan.get(`/desk/cases/${held.reference}`)).status).toBe(404)
    await db.updateTable('handoffs').set({ state: 'offered' }).where('case', '=', held.id).execute()
    const page = await dan.get(`/desk/cases/${held.reference}`)
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('answers the person')])
    expect((await dan.get('/desk?view=waiting')).text).toContain(held.reference)
    expect((await dan.get(`/desk/cases/${held.reference}/reply`)).status).toBe(404)
    expect((await dan.get(`/desk/cases/${held.reference}/correct/kind`)).status).toBe(404)
  })
})

describe('quarantine of another organisation', () => {
  it('is neither listed nor opened nor tried again', async () => {
    const stuck = await addDelivery(db, envelope, {
      state: 'quarantined',
      problem: { key: 'reader:problem.broke' },
    })
    expect((await ann.get('/desk/quarantine')).text).toContain(stuck.reference)
    expect((await dan.get('/desk/quarantine')).text).not.toContain(stuck.reference)
    expect((await dan.get(`/desk/quarantine/${stuck.reference}`)).status).toBe(404)
    const answer = await dan.post(`/desk/quarantine/read/${stuck.id}/again`, {}, '/desk')
    expect(answer.status).toBe(404)
    const row = await db
      .selectFrom('deliveries')
      .select('state')
      .where('id', '=', stuck.id)
      .executeTakeFirst()
    expect(row?.state).toBe('quarantined')
  })
})

describe('whoever is not signed in', () => {
  it('sees no page of the desk', async () => {
    for (const page of ['/desk', '/desk/quarantine', `/desk/cases/${marshCase.reference}`]) {
      const answer = await desk.visitor().get(page)
      expect([answer.status, answer.location]).toEqual([
        303,
        `/desk/sign-in?next=${encodeURIComponent(page)}`,
      ])
    }
  })
})

it('keeps no page of the desk in a browser or a proxy', async () => {
  for (const page of ['/desk', '/desk/quarantine', `/desk/cases/${marshCase.reference}`, '/desk/sign-in']) {
    expect((await ann.get(page)).headers.get('cache-control')).toBe('no-store')
  }
})
