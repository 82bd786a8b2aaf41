/** Answering by text message where that is their way, and ringing back whoever asked for it. */
import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveStopWord } from '../../../services/store/contact-stops.ts'
import { markArrived } from '../../../services/store/message-arrivals.ts'
import { reason } from '../../../shared/finding.ts'
import { submissionOf, type Submission } from '../../../shared/submission.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, marsh, marshTriage } from '../../support/county.ts'
import { addDelivery } from '../../support/deliveries.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'
import { sendBy } from './send-by.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})

const number = '+447700900123'
const texter = { name: null, email: null, phone: number, address: null }
const silent = { contactBy: null, answerphone: null, needs: null }
const add = (submission: Partial<Submission>): Promise<CaseMade> =>
  addCase(db, envelope, knowledge, { submission })
const out = ({ id }: CaseMade) =>
  db.selectFrom('messages').selectAll().where('case', '=', id).where('direction', '=', 'out').execute()

async function checked(made: CaseMade, body: string) {
  const form = `/desk/cases/${made.reference}/reply`
  const check = await ann.post(form, { body, step: 'check' })
  return { form, check, send: () => ann.send(form, { ...hiddenFields(check.text), step: 'send' }) }
}

describe('a reply by text message', () => {
  it.each([
    ['came by text', { channel: 'sms', person: texter }],
    [
      'asks for texts, however they came',
      {
        channel: 'email',
        person: { ...texter, email: 'jo@example.org', phone: '07700 900123' },
        preferences: { ...silent, contactBy: 'sms' },
      },
    ],
  ] as const)('goes to whoever %s', async (_, submission) => {
    const made = await add(submission)
    const { check, send } = await checked(made, 'We will ring you on Monday.')
    expect(check.text).toContain(`<strong>${number}</strong>`)
    expect(check.text).toContain('by text message')
    await send()
    const [message] = await out(made)
    expect(message).toMatchObject({ channel: 'sms', recipient: number, state: 'waiting' })
    await sendBy({
      db,
      now: () => clock.now,
      channel: 'sms',
      result: { sent: true, providerId: 'SM-fictional' },
    })(message?.id ?? '')
    await markArrived(db, ['SM-fictional'], new Date('2026-11-22T12:01:00Z'))
    expect((await ann.get(`/desk/cases/${made.reference}`)).text).toMatch(/Arrived [^<]*12:01/)
  })

  it('goes by email to whoever texted and asked for email', async () => {
    const made = await add({
      channel: 'sms',
      person: { ...texter, email: 'jo@example.org' },
      preferences: { ...silent, contactBy: 'email' },
    })
    const { check } = await checked(made, 'Dear Jo')
    expect(check.text).toContain('<strong>jo@example.org</strong>')
  })

  it.each([
    ['x'.repeat(160), '160 characters: sent, and paid for, as 1 segment.'],
    ['x'.repeat(161), '161 characters: sent, and paid for, as 2 segments.'],
    [`ŵ${'x'.repeat(70)}`, '71 characters: sent, and paid for, as 2 segments. A letter such as ŵ'],
  ])('says what it costs before it goes: %s', async (body, words) => {
    const { check } = await checked(await add({ channel: 'sms', person: texter }), body)
    expect(check.text).toContain(words)
  })

  it('that is longer than a text may be is not taken, and nothing of it is lost', async () => {
    const made = await add({ channel: 'sms', person: texter })
    const { send } = await checked(made, 'y'.repeat(919))
    const answer = await send()
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('918 characters at most')])
    expect(answer.text).toContain('y'.repeat(919))
    expect(await out(made)).toEqual([])
  })

  it('does not go to whoever texted STOP', async () => {
    const theirs = '+447700900987'
    const made = await add({ channel: 'sms', person: { ...texter, phone: theirs } })
    const delivery = (await addDelivery(db, envelope, {})).id
    await saveStopWord(db, { channel: 'sms', address: theirs, word: 'stop', delivery, saidAt: clock.now })
    const { check, send } = await checked(made, 'Dear Jo')
    expect(check.text).toContain('has texted STOP')
    const page = (await ann.get(`/desk/cases/${made.reference}`)).text
    expect(page.slice(page.indexOf('id="person"'))).toContain('has texted STOP')
    await send()
    expect((await out(made)).map(({ state }) => state)).toEqual(['held'])
  })

  it('has nowhere to go without a number that takes texts', async () => {
    const made = await add({
      channel: 'sms',
      person: { ...texter, phone: `shop ${randomBytes(2).toString('hex')}` },
    })
    expect((await checked(made, 'Dear Jo')).check.text).toContain('no number that a text can go to')
  })
})

describe('a call that somebody asked for', () => {
  const asked = { channel: 'sms', person: texter, remarks: [reason('sms:call-back-asked')] } as const
  const formOf = async (made: CaseMade): Promise<string> =>
    /\/desk\/cases\/[^"]*\/call-backs\/[^"]*/.exec(
      (await ann.get(`/desk/cases/${made.reference}`)).text,
    )?.[0] ?? ''
  const inbox = async (): Promise<string> => (await ann.get('/desk?callBack=yes')).text
  const actsOn = async ({ id }: CaseMade) => {
    const rows = await db
      .selectFrom('audit_entries')
      .select(['act', 'details'])
      .where('about', '=', id)
      .execute()
    return rows.map(({ act, details }) => [act, details['outcome']])
  }

  it.each([
    ['sms', 'sms:call-back-asked'],
    ['phone', 'phone:remark.callBack'],
  ] as const)('by %s is a task on the case and in the inbox until it is made', async (channel, remark) => {
    const made = await add({ channel, person: texter, remarks: [reason(remark)] })
    expect(await inbox()).toContain(made.reference)
    const form = await formOf(made)
    const answer = await ann.post(form, { outcome: 'spoke' })
    expect(answer.location).toBe(`/desk/cases/${made.reference}?done=called`)
    expect(await inbox()).not.toContain(made.reference)
    expect((await ann.get(`/desk/cases/${made.reference}`)).text).toContain('Staff ann spoke to them')
    const again = [await ann.post(form, { outcome: 'spoke' }), await ann.post(form, { outcome: 'given-up' })]
    expect(again.map(({ status }) => status)).toEqual([303, 422])
    expect(await actsOn(made)).toEqual([['call-back.finish', 'spoke']])
  })

  it('is told apart on the inbox and on the case where somebody may be in danger', async () => {
    const made = await add({
      channel: 'sms',
      person: texter,
      remarks: [reason('sms:call-back-asked'), reason('pipeline:danger.not-told')],
    })
    const ordinary = await add(asked)
    const rowOf = async ({ reference }: CaseMade) =>
      (await inbox()).split('<tr').find((row) => row.includes(reference)) ?? ''
    expect(await rowOf(made)).toContain('Ring now: danger')
    expect(await rowOf(made)).not.toContain('Ring them back')
    expect(await rowOf(ordinary)).toContain('Ring them back')
    const page = async (one: CaseMade) => (await ann.get(`/desk/cases/${one.reference}`)).text
    expect(await page(made)).toContain('<a href="#call-backs">Ring now: danger</a>')
    expect(await page(ordinary)).not.toContain('Ring now')
    await ann.post(await formOf(made), { outcome: 'spoke' })
    expect(await page(made)).not.toContain('Ring now')
  })

  it('stays a task when they were not reached, and each try is on record', async () => {
    const made = await add(asked)
    const form = await formOf(made)
    await ann.post(form, { outcome: 'not-reached' })
    await ann.post(form, { outcome: 'not-reached' })
    expect(await inbox()).toContain(made.reference)
    expect(await actsOn(made)).toEqual([
      ['call-back.try', 'not-reached'],
      ['call-back.try', 'not-reached'],
    ])
  })

  const askAgain = async ({ id }: CaseMade, hour: number, sender: Submission['person'] = texter) => {
    const at = new Date(Date.UTC(2026, 10, 21, hour))
    const { id: delivery } = await addDelivery(db, envelope, { receivedAt: at })
    const content = submissionOf({ ...asked, text: 'CALL BACK', person: sender })
    await db
      .insertInto('submissions')
      .values({
        delivery,
        case: id,
        received_at: at,
        received_by: marsh,
        content: JSON.stringify(content),
        matched: JSON.stringify({ how: 'conversation', sameSender: sender === texter }),
        state: 'routed',
        due_at: at,
      })
      .execute()
  }
  const tasksOn = async (made: CaseMade) =>
    (await ann.get(`/desk/cases/${made.reference}`)).text.match(/\/call-backs\/[0-9a-f-]+/g) ?? []

  it('by one person several times is one call, and after that call another', async () => {
    const made = await add(asked)
    await askAgain(made, 11)
    await askAgain(made, 12)
    const page = (await ann.get(`/desk/cases/${made.reference}`)).text
    expect([page.split('They asked to be rung back'), page.split('They asked again')]).toMatchObject([
      { length: 2 },
      { length: 3 },
    ])
    expect(await tasksOn(made)).toHaveLength(1)
    await ann.post(await formOf(made), { outcome: 'spoke' })
    expect(await tasksOn(made)).toEqual([])
    expect(await inbox()).not.toContain(made.reference)
    await askAgain(made, 13)
    expect(await tasksOn(made)).toHaveLength(1)
    expect((await ann.get(`/desk/cases/${made.reference}`)).text.match(/spoke to them, /g)).toHaveLength(1)
  })

  it('stays a task where they asked again after staff looked, and is one of its own for another person', async () => {
    const made = await add(asked)
    const seen = await formOf(made)
    await askAgain(made, 11)
    await askAgain(made, 12, { ...texter, phone: '+447700900555' })
    expect(await tasksOn(made)).toHaveLength(2)
    expect((await ann.post(seen, { outcome: 'spoke' })).status).toBe(303)
    expect(await tasksOn(made)).toHaveLength(2)
  })

  it('leaves no word on a machine of whoever does not want that', async () => {
    const made = await add({ ...asked, preferences: { ...silent, answerphone: false } })
    const form = await formOf(made)
    expect((await ann.get(form)).text).not.toContain('I left a message')
    const answer = await ann.post(form, { outcome: 'message-left' })
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('answering machine')])
  })

  it('is nobody’s task where nobody asked', async () => {
    const made = await add({ channel: 'sms', person: texter })
    expect(await inbox()).not.toContain(made.reference)
    expect(await formOf(made)).toBe('')
  })
})
