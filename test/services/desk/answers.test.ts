/** Replying: to the person, once, only by a way they allow, and the acknowledgement only when it has gone. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addCase, type CaseGiven, type CaseMade } from '../../support/cases.ts'
import { acknowledgeClock, auditOf } from '../../support/case-rows.ts'
import { addStaff, marshTriage } from '../../support/county.ts'
import type { SendResult } from '../../../channels/channel.ts'
import { reason } from '../../../shared/finding.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'
import { sendBy } from './send-by.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})

const jo = { name: 'Jo Example', email: 'jo@example.org', phone: null, address: null }
const addJosCase = (more: CaseGiven['submission'] = {}): Promise<CaseMade> =>
  addCase(db, envelope, knowledge, { submission: { person: jo, ...more } })
const out = ({ id }: CaseMade) =>
  db.selectFrom('messages').selectAll().where('case', '=', id).where('direction', '=', 'out').execute()
const clock1 = (made: CaseMade) => acknowledgeClock(db, made)
const acts = async (made: CaseMade) => (await auditOf(db, made)).map(({ act, details }) => [act, details])

/** Through the form and the check, as far as the button that sends. */
async function checked(made: CaseMade, fields: Record<string, string>) {
  const form = `/desk/cases/${made.reference}/reply`
  const check = await ann.post(form, { subject: 'Your message', ...fields, step: 'check' })
  return { form, check, hidden: hiddenFields(check.text) }
}

/** Written, checked and sent off as far as the desk goes; the ids of what is out. */
async function sendReply(made: CaseMade, fields: Record<string, string>): Promise<string[]> {
  const { form, hidden } = await checked(made, { body: 'Dear Jo, shall we talk?', ...fields })
  await ann.send(form, { ...hidden, step: 'send' })
  return (await out(made)).map(({ id }) => id)
}

/** As the worker would, with a provider that answers this. */
const deliver = (id: string, result: SendResult, at = clock.now): Promise<void> =>
  sendBy({ db, now: () => at, result })(id)

describe('a reply', () => {
  it('is looked at before it goes, with the address it goes to', async () => {
    const made = await addJosCase()
    const { check } = await checked(made, { body: 'Dear <b>Jo</b>' })
    expect(check.status).toBe(200)
    expect(check.text).toContain('<strong>jo@example.org</strong>')
    expect(check.text).toContain('Dear &lt;b&gt;Jo&lt;/b&gt;')
    expect(await out(made)).toEqual([])
  })

  it('waits to be sent to the address that was shown, and is rung for after it was saved', async () => {
    const made = await addJosCase()
    const { form, hidden } = await checked(made, { body: 'Dear Jo' })
    const answer = await ann.send(form, { ...hidden, step: 'send' })
    expect(answer.location).toBe(`/desk/cases/${made.reference}?done=replied`)
    const [message] = await out(made)
    expect(message).toMatchObject({
      purpose: 'reply',
      state: 'waiting',
      recipient: 'jo@example.org',
      subject: 'Your message',
      body: 'Dear Jo',
      is_automatic: false,
    })
    expect(desk.rung.at(-1)).toEqual({ queue: 'send', ids: [message?.id] })
    expect((await clock1(made)).state).toBe('running')
  })

  it('goes once, however often the button is pressed', async () => {
    const made = await addJosCase()
    const { form, hidden } = await checked(made, { body: 'Dear Jo' })
    const pressed = desk.rung.length
    const answers = await Promise.all([1, 2, 3].map(() => ann.send(form, { ...hidden, step: 'send' })))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await out(made)).toHaveLength(1)
    expect(desk.rung.length - pressed).toBe(1)
    expect(await acts(made)).toHaveLength(1)
  })

  it('that acknowledges stops the clock when it has gone, by the time of sending, and not when it is saved', async () => {
    const made = await addJosCase()
    const [id = ''] = await sendReply(made, { acknowledges: 'yes' })
    expect((await clock1(made)).state).toBe('running')
    const waiting = await ann.get(`/desk/cases/${made.reference}`)
    expect(waiting.text).toContain('the acknowledgement clock stops when it has gone')
    const goneAt = new Date(clock.now.getTime() + 90_000)
    await deliver(id, { sent: true, providerId: 'one@hub.example' }, goneAt)
    expect(await clock1(made)).toMatchObject({
      state: 'met',
      ended_because: 'acknowledged-by-reply',
      ended_at: goneAt,
    })
    expect((await acts(made)).map(([act]) => act)).toEqual(['message.reply', 'message.acknowledge'])
    expect((await ann.get(`/desk/cases/${made.reference}`)).text).toContain('acknowledged in a reply')
  })

  it('that acknowledges but could not go leaves the clock running, and the case says so', async () => {
    const made = await addJosCase()
    const [id = ''] = await sendReply(made, { acknowledges: 'yes' })
    await deliver(id, { sent: false, retry: false, problem: reason('email:send.refused', { code: 550 }) })
    expect((await clock1(made)).state).toBe('running')
    expect((await ann.get(`/desk/cases/${made.reference}`)).text).toContain(
      'did not arrive: the acknowledgement clock is still running',
    )
  })

  it('that offers nothing stops no clock, however well it arrives', async () => {
    const made = await addJosCase()
    const [id = ''] = await sendReply(made, {})
    await deliver(id, { sent: true, providerId: 'two@hub.example' })
    expect((await clock1(made)).state).toBe('running')
  })

  it.each([
    ['left no address', { person: { ...jo, email: null } }, 'left no email address'],
    [
      'asked to be phoned',
      { preferences: { contactBy: 'phone', answerphone: null, needs: null } },
      'by phone, not by email',
    ],
    [
      'wants no contact',
      { preferences: { contactBy: 'none', answerphone: null, needs: null } },
      'not to be contacted',
    ],
  ] as const)('is held, and stops no clock, where the person %s', async (_, submission, words) => {
    const made = await addJosCase(submission)
    const { form, check, hidden } = await checked(made, { body: 'Dear Jo', acknowledges: 'yes' })
    expect(check.text).toContain(words)
    const rung = desk.rung.length
    await ann.send(form, { ...hidden, step: 'send' })
    expect((await out(made)).map(({ state }) => state)).toEqual(['held'])
    expect((await clock1(made)).state).toBe('running')
    expect(desk.rung).toHaveLength(rung)
  })

  it('does not go to an address that was changed after the writer looked', async () => {
    const made = await addJosCase()
    const { form, hidden } = await checked(made, { body: 'Dear Jo' })
    const person = JSON.stringify({ ...jo, email: 'else@example.org' })
    await db.updateTable('cases').set({ person }).where('id', '=', made.id).execute()
    const answer = await ann.send(form, { ...hidden, step: 'send' })
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('address changed meanwhile')])
    expect(answer.text).toContain('Dear Jo')
    expect(await out(made)).toEqual([])
  })

  it('is not lost when somebody else changed the case meanwhile', async () => {
    const made = await addJosCase()
    const { form, hidden } = await checked(made, { body: 'A long and careful letter' })
    await ann.post(`/desk/cases/${made.reference}/read`, {})
    const answer = await ann.send(form, { ...hidden, step: 'send' })
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('A long and careful letter')])
    expect(await out(made)).toEqual([])
  })

  it.each([
    [{ body: '  ' }, 'Write your reply'],
    [{ body: 'x', subject: '' }, 'Write a subject line'],
    [{ body: 'x', subject: 'two\r\nBcc: all@example.org' }, 'Write a subject line'],
  ])('with %j is not taken', async (fields, words) => {
    const made = await addJosCase()
    const { check } = await checked(made, fields)
    expect([check.status, check.text]).toEqual([422, expect.stringContaining(words)])
  })
})
