/** What did not go: done another way, once, and never sent again behind somebody's back. */
import { beforeAll, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../../channels/channel.ts'
import { noTransport, releaseHeld } from '../../../services/store/messages.ts'
import { countStuck } from '../../../services/store/quarantine.ts'
import { reason } from '../../../shared/finding.ts'
import type { MessageId } from '../../../shared/ids.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, dale, marsh, marshTriage } from '../../support/county.ts'
import { openDesk, type Visitor } from './open-desk.ts'
import { sendBy, sendStep } from './send-by.ts'

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

const everything = { organisation: marsh, teams: [], seesAll: true }

async function addMessage(state: 'held' | 'failed' | 'waiting' | 'sent', key = noTransport) {
  const made = await addCase(db, envelope, knowledge, { submission: { channel: 'email' } })
  const { id } = await db
    .insertInto('messages')
    .values({
      case: made.id,
      direction: 'out',
      purpose: 'reply',
      channel: 'email',
      recipient: 'jo@example.org',
      body: 'Dear Jo',
      language: 'en',
      state,
      held_because: state === 'held' ? JSON.stringify(reason(key)) : null,
      problem: state === 'failed' ? JSON.stringify(reason('email:send.refused', { code: 550 })) : null,
      created_at: clock.now,
      due_at: clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { made, id, form: `/desk/cases/${made.reference}/messages/${id}/settle` }
}

const messageOf = (id: MessageId) =>
  db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const actsOn = async ({ id }: CaseMade) => {
  const rows = await db.selectFrom('audit_entries').select('act').where('about', '=', id).execute()
  return rows.map(({ act }) => act)
}
const how = { how: 'phone', why: 'Rang Jo on Monday and said it all.' }

it.each(['held', 'failed'] as const)(
  'a message that %s is done another way, and needs nobody any more',
  async (state) => {
    const { made, id, form } = await addMessage(state)
    const before = await countStuck(db, everything, clock.now)
    expect((await ann.get('/desk/quarantine')).text).toContain(form)
    const answer = await ann.post(form, how)
    expect([answer.status, answer.location]).toEqual([303, `/desk/cases/${made.reference}?done=settled`])
    expect(await messageOf(id)).toMatchObject({
      state: 'settled',
      settled_how: 'phone',
      settled_why: how.why,
      settled_at: clock.now,
    })
    expect(await countStuck(db, everything, clock.now)).toBe(before - 1)
    expect((await ann.get('/desk/quarantine')).text).not.toContain(form)
    const page = await ann.get(`/desk/cases/${made.reference}`)
    expect(page.text).toContain('Done by phone instead. Recorded by Staff ann')
    expect(page.text).toContain(how.why)
    expect(await actsOn(made)).toEqual(['message.settle'])
  },
)

it('is settled once by two clicks, and needs a way and a reason', async () => {
  const { made, form } = await addMessage('held')
  const unsaid = await ann.post(form, { how: 'phone', why: ' ' })
  expect([unsaid.status, unsaid.text]).toEqual([422, expect.stringContaining('Say why')])
  const unknown = await ann.post(form, { why: 'Because.' })
  expect([unknown.status, unknown.text]).toEqual([422, expect.stringContaining('Say how it was done')])
  const answers = [await ann.post(form, how), await ann.post(form, how)]
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(await actsOn(made)).toEqual(['message.settle'])
})

it.each(['waiting', 'sent'] as const)('a message that is %s cannot be settled', async (state) => {
  const { id, form } = await addMessage(state)
  const answer = await ann.post(form, how)
  expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('it is on its way')])
  expect((await messageOf(id)).state).toBe(state)
})

it('nobody settles the messages of another organisation', async () => {
  const { id, form } = await addMessage('held')
  expect((await dan.get(form)).status).toBe(404)
  expect((await messageOf(id)).state).toBe('held')
})

it('what was settled does not go when a way to send comes, and what was held for it goes once', async () => {
  const settled = await addMessage('held')
  await ann.post(settled.form, how)
  const held = await addMessage('held')
  const other = await addMessage('held', 'desk:held.prefers.phone')
  const released = await Promise.all([1, 2].map(() => releaseHeld(db, 'email', noTransport, clock.now)))
  const ids = released.flat()
  expect(ids.filter((id) => id === held.id)).toHaveLength(1)
  expect(ids).not.toContain(settled.id)
  expect(ids).not.toContain(other.id)
  const went: OutgoingMessage[] = []
  const send = sendBy({ db, now: () => clock.now, result: { sent: true, providerId: 'x@hub.example' }, went })
  await Promise.all([held.id, held.id, settled.id, settled.id].map((id) => send(id)))
  expect(went.map(({ id }) => id)).toEqual([held.id])
})

it('a worker that lost the row cannot hold what another one has sent', async () => {
  const { id } = await addMessage('sent')
  const slow = sendStep({ db, now: () => clock.now, result: null })
  await slow({ step: 'send', id, attempt: 1, isAbandoned: false })
  expect((await messageOf(id)).state).toBe('sent')
})
