/** The kiosks of one's own organisation: set up with a token that is shown once, seen in a list, switched off. */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { findKiosk } from '../../../services/store/kiosks.ts'
import { heardFromKiosk } from '../../../services/store/own-kiosks.ts'
import { addStaff, dale, marsh, marshTriage } from '../../support/county.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, clock } = desk

let ada: Visitor
let ann: Visitor
let dan: Visitor
beforeAll(async () => {
  const own = { email: 'ada@marsh.example' }
  const administrators = [
    await addStaff(db, own, clock.now),
    await addStaff(db, { email: 'dan@dale.example', organisation: dale }, clock.now),
  ]
  await db.updateTable('staff').set({ role: 'administrator' }).where('id', 'in', administrators).execute()
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  ada = await desk.signedIn(own.email)
  ann = await desk.signedIn('ann@marsh.example')
  dan = await desk.signedIn('dan@dale.example')
})

const list = '/desk/kiosks'
const tokenOn = (page: string) => /id="token">([^<]+)</.exec(page)?.[1] ?? ''
const make = (who: Visitor, name: string, more = {}) =>
  who.post(`${list}/new`, { name, place: 'Main entrance', ...more })
const revokeOn = (page: string, name: string) =>
  new RegExp(`(/desk/kiosks/[0-9a-f-]{36}/revoke)">Switch off<[^>]*>: ${name}<`).exec(page)?.[1] ?? 'none'
const actsOnKiosks = async () =>
  (
    await db
      .selectFrom('audit_entries')
      .select(['act', 'actor_kind', 'organisation'])
      .where('about_kind', '=', 'kiosk')
      .execute()
  ).map(({ act, actor_kind, organisation }) => `${act} ${actor_kind} ${organisation ?? ''}`)

it('says what a kiosk needs where there is none yet, and leads there from the channels', async () => {
  const { text } = await ada.get(list)
  expect(text).toContain('Your organisation has no kiosk yet.')
  expect(text).not.toContain('<table')
  expect((await ada.get('/desk/channels')).text).toContain('<a href="/desk/kiosks">Kiosks</a></dd>')
})

it('shows the token once, by which the kiosk comes in, and keeps it nowhere', async () => {
  const made = await make(ada, 'Lobby')
  expect(made.status).toBe(200)
  expect(made.text).toContain('http://127.0.0.1/kiosk/setup')
  const token = tokenOn(made.text)
  expect(await findKiosk(db, token)).toMatchObject({
    name: 'Lobby',
    place: 'Main entrance',
    organisation: marsh,
  })
  expect((await ada.get(list)).text).not.toContain(token)
  expect(JSON.stringify(await db.selectFrom('kiosks').selectAll().execute())).not.toContain(token)
  expect(await actsOnKiosks()).toEqual([`kiosk.add staff ${marsh}`])
})

it('makes one kiosk of a form that is sent twice at once, and answers both with its token', async () => {
  const before = (await actsOnKiosks()).length
  const fields = hiddenFields((await ada.get(`${list}/new`)).text)
  const send = () => ada.send(`${list}/new`, { ...fields, name: 'Twice', place: 'Ward 3' })
  const [one, other] = await Promise.all([send(), send()])
  expect([one.status, other.status]).toEqual([200, 200])
  expect(tokenOn(one.text)).toMatch(/^kiosk_.{40}/)
  expect(tokenOn(other.text)).toBe(tokenOn(one.text))
  expect(await findKiosk(db, tokenOn(one.text))).toMatchObject({ name: 'Twice' })
  expect((await actsOnKiosks()).length).toBe(before + 1)
})

it('gives nobody else the token for the same form, and tells nobody what others call their kiosks', async () => {
  const fields = { draft: randomUUID(), name: 'Porch', place: 'Gate' }
  const ours = await make(ada, 'Porch', fields)
  const theirs = await make(dan, 'Porch', fields)
  expect([ours.status, theirs.status]).toEqual([200, 200])
  expect(tokenOn(theirs.text)).not.toBe(tokenOn(ours.text))
  expect((await findKiosk(db, tokenOn(theirs.text)))?.organisation).toBe(dale)
  const again = await make(dan, 'Porch', { ...fields, draft: randomUUID() })
  expect(again.status).toBe(422)
  expect(again.text).toContain('Choose another name')
  expect(tokenOn(again.text)).toBe('')
  await dan.post(revokeOn((await dan.get(list)).text, 'Porch'), {})
  expect(await findKiosk(db, tokenOn(theirs.text))).toBeNull()
  expect(await findKiosk(db, tokenOn(ours.text))).not.toBeNull()
})

it.each([
  ['Say what the kiosk is called', { name: ' ' }],
  ['Say where the kiosk stands', { name: 'Nowhere', place: '' }],
  ['This is too long', { name: 'x'.repeat(101) }],
  ['Choose one', { name: 'Elsewhere', careService: 'dale-wards' }],
])('says what is wrong, keeps what was typed and makes none: %s', async (problem, fields) => {
  const count = async () => (await db.selectFrom('kiosks').select('id').execute()).length
  const before = await count()
  const answer = await make(ada, 'Back door', fields)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(problem)
  expect(await count()).toBe(before)
})

it('lists when the last message came, and only what is one’s own', async () => {
  const made = await make(ada, 'Corridor')
  const { id = '' } = (await findKiosk(db, tokenOn(made.text))) ?? {}
  const row = async () => /Corridor<\/th>[^]*?<\/tr>/.exec((await ada.get(list)).text)?.[0]
  expect(await row()).toContain('nothing yet')
  await heardFromKiosk(db, id, new Date('2026-11-21T09:30:00Z'))
  await heardFromKiosk(db, id, new Date('2026-11-20T09:30:00Z'))
  expect(await row()).toContain('21 November 2026')
  expect((await dan.get(list)).text).not.toContain('Corridor')
})

it('switches one off after saying what is lost, once however often it is sent', async () => {
  const token = tokenOn((await make(ada, 'Stairs')).text)
  const path = revokeOn((await ada.get(list)).text, 'Stairs')
  const asked = await ada.get(path)
  expect(asked.text).toContain('Words that wait on the device')
  expect(await findKiosk(db, token)).not.toBeNull()
  const fields = hiddenFields(asked.text)
  const before = (await actsOnKiosks()).length
  const answers = await Promise.all([ada.send(path, fields), ada.send(path, fields)])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(await findKiosk(db, token)).toBeNull()
  expect((await actsOnKiosks()).slice(before)).toEqual([`kiosk.revoke staff ${marsh}`])
  expect((await ada.get(`${list}?done=revoked`)).text).toMatch(/Stairs<\/th>[^]*?Switched off since/)
})

it('is there for administrators alone, and another organisation’s kiosk for nobody', async () => {
  await make(ada, 'Garden')
  const path = revokeOn((await ada.get(list)).text, 'Garden')
  for (const address of [list, `${list}/new`, path]) {
    expect((await ann.get(address)).status).toBe(404)
    expect((await ann.post(address, { name: 'A', place: 'B' }, '/desk')).status).toBe(404)
  }
  expect((await ann.get('/desk/channels')).text).not.toContain(list)
  expect((await dan.get(path)).status).toBe(404)
  expect((await dan.post(path, {}, '/desk')).status).toBe(404)
  expect((await ada.get(`${list}/${randomUUID()}/revoke`)).status).toBe(404)
  expect((await ada.get(`${list}/garden/revoke`)).status).toBe(404)
  expect((await ada.get(list)).text).toContain(path)
})
