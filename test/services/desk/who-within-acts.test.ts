/** What follows where only those see a case who have to: handing it on, a note one wrote, the audit, what is no case yet. */
import { beforeAll, describe, expect, it } from 'vitest'
import { theHub } from '../../../services/store/audit.ts'
import { disableStaffMember } from '../../../services/store/staff.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, dale, marshEmergency, marshTriage, marshWards } from '../../support/county.ts'
import { addDelivery } from '../../support/deliveries.ts'
import { handTo } from '../../support/hand-to.ts'
import { wordsOf } from '../../support/visitor.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let wim: Visitor
let olga: Visitor
let tess: Visitor
let ada: Visitor
let nora: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'wim@marsh.example', teams: [marshWards] }, clock.now)
  await addStaff(db, { email: 'olga@marsh.example', teams: [marshEmergency] }, clock.now)
  await addStaff(db, { email: 'tess@marsh.example', teams: [marshTriage] }, clock.now)
  await addStaff(db, { email: 'nora@marsh.example' }, clock.now)
  const id = await addStaff(db, { email: 'ada@marsh.example' }, clock.now)
  await db.updateTable('staff').set({ role: 'administrator' }).where('id', '=', id).execute()
  wim = await desk.signedIn('wim@marsh.example')
  olga = await desk.signedIn('olga@marsh.example')
  tess = await desk.signedIn('tess@marsh.example')
  nora = await desk.signedIn('nora@marsh.example')
  ada = await desk.signedIn('ada@marsh.example')
})

const pageOf = ({ reference }: CaseMade) => `/desk/cases/${reference}`

async function handoffForm(made: CaseMade, act: string): Promise<string> {
  const { id } = await db
    .selectFrom('handoffs')
    .select('id')
    .where('case', '=', made.id)
    .executeTakeFirstOrThrow()
  return `${pageOf(made)}/handoffs/${id}/${act}`
}

describe('whoever hands a case to another team', () => {
  const wordsOn: readonly (readonly [string, (made: CaseMade) => Promise<string>, string])[] = [
    ['passing it on', (made) => handoffForm(made, 'pass-on'), 'Passed on.'],
    ['declining it', (made) => handoffForm(made, 'decline'), 'Declined.'],
    [
      'correcting who answers for it',
      (made) => Promise.resolve(`${pageOf(made)}/correct/owner`),
      'offered to',
    ],
    [
      'correcting that with one click',
      (made) => Promise.resolve(`${pageOf(made)}/quick/owner`),
      'Corrected.',
    ],
  ]

  it.each(wordsOn)(
    'ends at the inbox, where it is said, and no longer sees it: %s',
    async (_, form, said) => {
      const made = await addCase(db, envelope, knowledge)
      expect((await olga.get(pageOf(made))).status).toBe(404)
      const answer = await wim.post(
        await form(made),
        { to: marshEmergency, why: 'It was there' },
        pageOf(made),
      )
      expect([answer.status, answer.location]).toEqual([303, expect.stringMatching(/^\/desk\?done=[a-z-]+$/)])
      const words = wordsOf((await wim.get(answer.location ?? '')).text)
      expect(words).toContain(said)
      expect(words).toContain('no longer among those you see')
      expect(words).not.toContain(made.reference)
      expect((await wim.get(pageOf(made))).status).toBe(404)
      const next = form === wordsOn[1]?.[1] ? tess : olga
      expect((await next.get(pageOf(made))).status).toBe(200)
    },
  )

  it.each(wordsOn)('ends there by the second of two clicks as well, once done: %s', async (_, form) => {
    const made = await addCase(db, envelope, knowledge)
    const path = await form(made)
    const fields = { ...hiddenFields((await wim.get(pageOf(made))).text), version: '1', step: 'send' }
    const sent = { ...fields, to: marshEmergency, why: 'It was there' }
    const first = await wim.send(path, sent)
    const second = await wim.send(path, sent)
    expect([second.status, second.location]).toEqual([first.status, first.location])
    const handoffs = await db.selectFrom('handoffs').select('id').where('case', '=', made.id).execute()
    expect(handoffs).toHaveLength(2)
    const strangers = { ...sent, ...hiddenFields((await nora.get('/desk/notes/new')).text) }
    expect((await nora.send(path, strangers)).status).toBe(404)
    expect((await wim.send(`${pageOf(made)}/reply`, { ...sent, body: 'Dear Jo' })).status).toBe(404)
  })

  it('stays on the case where it goes on seeing it, as its owner or from triage', async () => {
    const made = await addCase(db, envelope, knowledge)
    const answer = await tess.post(await handoffForm(made, 'pass-on'), { to: marshEmergency, why: 'There' })
    expect(answer.location).toBe(`${pageOf(made)}?done=passed-on`)
    const other = await addCase(db, envelope, knowledge, { ownerTeam: marshWards, handoff: null })
    await handTo(db, other, marshWards, 'accepted')
    await db.updateTable('handoffs').set({ team: marshEmergency }).where('case', '=', other.id).execute()
    const passed = await olga.post(await handoffForm(other, 'pass-on'), { to: marshWards, why: 'Theirs' })
    expect(passed.location).toBe('/desk?done=passed-on')
    expect((await wim.get(pageOf(other))).status).toBe(200)
  })
})

describe('the inbox', () => {
  it('has no list of what is to be sorted for whoever sorts nothing, whatever the address says', async () => {
    const made = await addCase(db, envelope, knowledge, { ownerTeam: marshTriage })
    const theirs = await addCase(db, envelope, knowledge)
    expect((await tess.get('/desk?view=triage')).text).toContain(made.reference)
    const { text } = await wim.get('/desk?view=triage')
    expect(text).not.toContain('view=triage')
    expect(text).toContain('<h1 class="desk-h1">Inbox</h1>')
    expect([text.includes(made.reference), text.includes(theirs.reference)]).toEqual([false, true])
  })

  it('counts a case once that a team both answers for and was handed', async () => {
    const countOf = async () =>
      /All open <span class="desk-count[^"]*">(\d+)/.exec((await wim.get('/desk')).text)?.[1]
    const before = Number(await countOf())
    const made = await addCase(db, envelope, knowledge)
    await handTo(db, made, marshWards, 'accepted')
    expect(Number(await countOf())).toBe(before + 1)
    const rows = (await wim.get('/desk')).text.split(`href="${pageOf(made)}"`)
    expect(rows.length - 1).toBe(1)
  })

  it('has among "my teams" what they answer for, and not what they were only told of', async () => {
    const made = await addCase(db, envelope, knowledge)
    await handTo(db, made, marshEmergency, 'accepted')
    expect((await olga.get('/desk')).text).toContain(made.reference)
    expect((await olga.get('/desk?view=mine')).text).not.toContain(made.reference)
    expect((await wim.get('/desk?view=mine')).text).toContain(made.reference)
  })
})

describe('what is no case yet', () => {
  it('is for triage and administrators to look at, to open and to try again', async () => {
    const stuck = await addDelivery(db, envelope, {
      state: 'quarantined',
      problem: { key: 'reader:problem.broke' },
    })
    const again = `/desk/quarantine/read/${stuck.id}/again`
    for (const [who, isSeen] of [
      [wim, false],
      [tess, true],
      [ada, true],
    ] as const) {
      expect((await who.get('/desk/quarantine')).text.includes(stuck.reference)).toBe(isSeen)
      expect((await who.get(`/desk/quarantine/${stuck.reference}`)).status).toBe(isSeen ? 200 : 404)
    }
    expect((await wim.get('/desk/quarantine')).text).toContain('is for triage and administrators')
    expect((await wim.post(again, {}, '/desk')).status).toBe(404)
    expect((await tess.post(again, {}, '/desk')).status).toBe(303)
  })
})

describe('a note that somebody wrote', () => {
  it('is found by its writer, without the case where that went to others', async () => {
    const form = '/desk/notes/new'
    const data = new FormData()
    const said = { how: 'desk', saidOn: '2026-11-21', saidAt: '10:05', words: 'Nobody came.' }
    const fields = { ...hiddenFields((await wim.get(form)).text), ...said }
    for (const [name, value] of Object.entries(fields)) data.append(name, value)
    const note = (await wim.sendForm(form, data)).location ?? ''
    const statuses = async () =>
      Promise.all([wim, olga, tess].map(async (who) => (await who.get(note)).status))
    expect(await statuses()).toEqual([200, 404, 200])
    const made = await addCase(db, envelope, knowledge, { ownerTeam: marshEmergency })
    const { id } = await db
      .selectFrom('deliveries')
      .select('id')
      .where('channel', '=', 'staff-note')
      .executeTakeFirstOrThrow()
    await db.updateTable('submissions').set({ delivery: id }).where('case', '=', made.id).execute()
    expect(await statuses()).toEqual([200, 200, 200])
    const writers = (await wim.get(note)).text
    expect(wordsOf(writers)).toContain('The case is not among those you see.')
    expect(writers).not.toContain(made.reference)
    expect((await olga.get(note)).text).toContain(`${pageOf(made)}/record`)
  })
})

describe('the audit', () => {
  it('tells an administrator that something was done in a case that is kept, but not in which', async () => {
    const made = await addCase(db, envelope, knowledge, { flags: ['whistleblowing'] })
    const answer = await wim.post(await handoffForm(made, 'accept'), {}, pageOf(made))
    expect(answer.status).toBe(303)
    const { text } = await ada.get('/desk/audit?act=handoff.accept')
    expect(wordsOf(text)).toContain('Staff wim')
    expect(text).not.toContain(made.reference)
    expect((await ada.get(`/desk/audit?reference=${made.reference}`)).text).not.toContain('Staff wim</span>')
    const open = await addCase(db, envelope, knowledge)
    await wim.post(await handoffForm(open, 'accept'), {}, pageOf(open))
    expect((await ada.get(`/desk/audit?reference=${open.reference}`)).text).toContain('Staff wim</span>')
  })
})

describe('an organisation in whose triage nobody can sign in, and that has no administrator', () => {
  it('shows its cases to all its people, since else nobody would see them', async () => {
    const made = await addCase(db, envelope, knowledge, { receivedBy: dale })
    await addStaff(db, { email: 'dot@dale.example', organisation: dale }, clock.now)
    const dot = await desk.signedIn('dot@dale.example')
    expect((await dot.get(pageOf(made))).status).toBe(200)
    const id = await addStaff(db, { email: 'dee@dale.example', organisation: dale }, clock.now)
    await db.updateTable('staff').set({ role: 'administrator' }).where('id', '=', id).execute()
    expect((await dot.get(pageOf(made))).status).toBe(404)
    await db
      .transaction()
      .execute((queries) =>
        disableStaffMember(queries, 'dee@dale.example', { actor: theHub, now: clock.now }),
      )
    expect((await dot.get(pageOf(made))).status).toBe(200)
  })
})
