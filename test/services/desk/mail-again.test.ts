/** An address that mail came back from takes mail again once staff say how they know; no text is sent against a STOP by it. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../../channels/channel.ts'
import { reason } from '../../../shared/finding.ts'
import { asId, type MessageId } from '../../../shared/ids.ts'
import { saveStopWord, whyStopped } from '../../../services/store/contact-stops.ts'
import { markBounced } from '../../../services/store/message-arrivals.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, dale, daleTriage, marsh, marshTriage } from '../../support/county.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'
import { sendBy } from './send-by.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
const later = new Date(clock.now.getTime() + 60_000)
let ann: Visitor
let dan: Visitor
beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', organisation: marsh, teams: [marshTriage] }, clock.now)
  await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  dan = await desk.signedIn('dan@dale.example')
})

let count = 0

/** A case whose person's address sent our reply back, and a second reply that waits for the address. */
async function cameBack(): Promise<{ made: CaseMade; sent: MessageId; waiting: MessageId; address: string }> {
  const address = `Jo${++count}@people.example`
  const person = { name: 'Jo Example', email: address, phone: null, address: null }
  const made = await addCase(db, envelope, knowledge, { submission: { person } })
  const sent = await reply(made)
  await sendBy({ db, now: () => clock.now, result: { sent: true, providerId: `<${sent}@hub.example>` } })(
    sent,
  )
  await markBounced(db, [`<${sent}@hub.example>`], reason('message:bounced', { status: '5.2.2' }), later)
  await saveStopWord(db, {
    channel: 'email',
    address,
    word: 'stop',
    delivery: made.delivery,
    saidAt: clock.now,
  })
  const waiting = await reply(made)
  return { made, sent, waiting, address }
}

async function reply({ reference }: CaseMade): Promise<MessageId> {
  const form = `/desk/cases/${reference}/reply`
  const check = await ann.post(form, { subject: 'You', body: 'Dear Jo, we are sorry.', step: 'check' })
  const fields = hiddenFields(check.text)
  await ann.send(form, { ...fields, step: 'send' })
  return asId<'message'>(fields['message'] ?? '')
}

const stateOf = async (id: MessageId) =>
  (await db.selectFrom('messages').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state

describe('Writing to an address again', () => {
  it('sends what came back and what waited, says who knew how, and holds for later mail', async () => {
    const { made, sent, waiting, address } = await cameBack()
    expect([await stateOf(sent), await stateOf(waiting)]).toEqual(['failed', 'held'])
    const form = `/desk/cases/${made.reference}/messages/${waiting}/mail-again`
    const { text } = await ann.get(`/desk/cases/${made.reference}`)
    expect(text).toContain(form)
    expect(text).toContain('says that this did not arrive (code 5.2.2). Contact')
    const done = await ann.post(form, { why: 'Their mailbox was full, they said on the phone.' })
    expect(done.status).toBe(303)
    expect([await stateOf(sent), await stateOf(waiting)]).toEqual(['waiting', 'waiting'])
    expect(await whyStopped(db, 'email', address)).toBeNull()
    const page = await ann.get(`/desk/cases/${made.reference}?done=mail-again`)
    expect(page.text).toContain('What waited for this address is on its way again.')
    expect(page.text).toContain('An address that mail came back from is written to again')
    expect(page.text).not.toContain('mail-again"')
    const kept = await db
      .selectFrom('contact_stops')
      .select(['word', 'lifted_why', 'delivery'])
      .where('address', '=', address.toLowerCase())
      .where('lifted_by', 'is not', null)
      .execute()
    expect(kept).toEqual([
      { word: 'start', lifted_why: 'Their mailbox was full, they said on the phone.', delivery: null },
    ])
  })

  it('sends what the mail server had refused for good too', async () => {
    const { made, sent } = await cameBack()
    await db
      .updateTable('messages')
      .set({ problem: JSON.stringify(reason('email:send.refused', { code: 550 })) })
      .where('id', '=', sent)
      .execute()
    const form = `/desk/cases/${made.reference}/messages/${sent}/mail-again`
    expect((await ann.get(`/desk/cases/${made.reference}`)).text).toContain(form)
    expect((await ann.post(form, { why: 'They said on the phone that it works.' })).status).toBe(303)
    expect(await stateOf(sent)).toBe('waiting')
  })

  it('is asked of staff after a mail server refused the address, and later mail waits for that', async () => {
    const address = `Refused${++count}@people.example`
    const person = { name: 'Jo Example', email: address, phone: null, address: null }
    const made = await addCase(db, envelope, knowledge, { submission: { person } })
    const problem = reason('email:send.refused', { code: 550 })
    const refuse = (gone: boolean) =>
      sendBy({ db, now: () => clock.now, result: { sent: false, retry: false, problem, gone } })
    const first = await reply(made)
    await refuse(false)(first)
    expect(await whyStopped(db, 'email', address)).toBeNull()
    const second = await reply(made)
    await refuse(true)(second)
    const third = await reply(made)
    const went: OutgoingMessage[] = []
    await sendBy({ db, now: () => clock.now, result: { sent: true, providerId: 'no' }, went })(third)
    expect(went).toEqual([])
    expect(await Promise.all([first, second, third].map(stateOf))).toEqual(['failed', 'failed', 'held'])
    const page = (await ann.get(`/desk/cases/${made.reference}`)).text
    expect(page).toContain('came back or was refused, so no more goes there')
    expect(page).toContain(`/messages/${third}/mail-again`)
    const form = `/desk/cases/${made.reference}/messages/${third}/mail-again`
    expect((await ann.post(form, { why: 'They spelled it for me, it is right.' })).status).toBe(303)
    expect(await Promise.all([first, second, third].map(stateOf))).toEqual(['waiting', 'waiting', 'waiting'])
    expect(await whyStopped(db, 'email', address)).toBeNull()
    await refuse(true)(second)
    expect(await whyStopped(db, 'email', address)).toMatchObject({ key: 'message:held.came-back' })
  })

  it('wants to know how they know', async () => {
    const { made, waiting } = await cameBack()
    const refused = await ann.post(`/desk/cases/${made.reference}/messages/${waiting}/mail-again`, {
      why: ' ',
    })
    expect(refused.status).toBe(422)
    expect(await stateOf(waiting)).toBe('held')
  })

  it('is nothing for a message that waits for something else, nor for another organisation', async () => {
    const { made, waiting } = await cameBack()
    const form = `/desk/cases/${made.reference}/messages/${waiting}/mail-again`
    expect((await dan.get(form)).status).toBe(404)
    await db
      .updateTable('messages')
      .set({ held_because: JSON.stringify(reason('message:held.no-transport')) })
      .where('id', '=', waiting)
      .execute()
    expect((await ann.get(form)).status).toBe(404)
  })

  it('is never said of a number that texted STOP', async () => {
    const lifting = db
      .insertInto('contact_stops')
      .values({ channel: 'sms', address: '+447700900124', word: 'start', said_at: clock.now })
      .execute()
    await expect(lifting).rejects.toThrow('contact_stops_said_by')
  })
})
