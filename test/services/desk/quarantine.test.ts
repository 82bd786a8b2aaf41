/** What needs a person: seen with its reason, opened as plain text, and tried again with one click. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asId } from '../../../shared/ids.ts'
import { addCase } from '../../support/cases.ts'
import { addStaff, marshTriage } from '../../support/county.ts'
import { addDelivery } from '../../support/deliveries.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})

const rowOf = (id: string) =>
  db.selectFrom('deliveries').selectAll().where('id', '=', asId<'delivery'>(id)).executeTakeFirstOrThrow()
const actsOn = async (id: string) => {
  const entries = await db
    .selectFrom('audit_entries')
    .select('act')
    .where('about', '=', id)
    .orderBy('id')
    .execute()
  return entries.map(({ act }) => act)
}

describe('a delivery that could not be read', () => {
  it('is listed with its reason and tried again, due at once', async () => {
    const { id, reference } = await addDelivery(db, envelope, {
      state: 'quarantined',
      problem: { key: 'pipeline:given-up', params: { times: 7 } },
    })
    const list = await ann.get('/desk/quarantine')
    expect(list.text).toContain(reference)
    expect(list.text).toContain('This failed 7 times')
    expect((await ann.get('/desk')).text).toMatch(
      /Needs a person <span class="desk-count desk-count--alarm">1</,
    )
    const answer = await ann.post(`/desk/quarantine/read/${id}/again`, {}, '/desk/quarantine')
    expect(answer.location).toBe('/desk/quarantine?done=again')
    expect(await rowOf(id)).toMatchObject({
      state: 'waiting',
      due_at: clock.now,
      attempts: 0,
      problem: null,
      treat_as_feedback: false,
    })
    expect(desk.rung.at(-1)).toEqual({ queue: 'read', ids: [id] })
    expect(await actsOn(id)).toEqual(['delivery.try-again'])
  })

  it('is tried once, not twice, by two clicks', async () => {
    const { id } = await addDelivery(db, envelope, { state: 'quarantined' })
    const again = `/desk/quarantine/read/${id}/again`
    expect((await ann.post(again, {}, '/desk/quarantine')).status).toBe(303)
    expect((await ann.post(again, {}, '/desk/quarantine')).status).toBe(404)
    expect(await actsOn(id)).toEqual(['delivery.try-again'])
  })

  it('is shown as it came, as text, no longer than a person reads, and the look is on record', async () => {
    const { id, reference } = await addDelivery(db, envelope, {
      state: 'quarantined',
      raw: `<script>alert(1)</script>\u0000\u001b[31m${'x'.repeat(70_000)}THE END`,
    })
    const { status, text } = await ann.get(`/desk/quarantine/${reference}`)
    const body = text.slice(text.indexOf('<pre'), text.indexOf('</pre>'))
    expect(status).toBe(200)
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;\ufffd\ufffd[31mxxx')
    expect(body).not.toContain('THE END')
    expect(text).toContain('Only the first 65536 bytes are shown')
    expect(await actsOn(id)).toEqual(['delivery.view-raw'])
  })
})

describe('a delivery that a machine took for no feedback', () => {
  it('is made into a case with one click', async () => {
    const { id, reference } = await addDelivery(db, envelope, {
      state: 'nothing-to-route',
      why: 'auto-reply',
    })
    const list = await ann.get('/desk/quarantine')
    expect(list.text).toContain(reference)
    expect(list.text).toContain('An automatic reply')
    const answer = await ann.post(
      `/desk/quarantine/read/${id}/again`,
      { feedback: 'yes' },
      '/desk/quarantine',
    )
    expect(answer.location).toBe('/desk/quarantine?done=as-feedback')
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', why: null, treat_as_feedback: true })
    expect(await actsOn(id)).toEqual(['delivery.treat-as-feedback'])
  })
})

describe('what failed further on', () => {
  it('is tried again: a message, a handoff, a routing', async () => {
    const made = await addCase(db, envelope, knowledge)
    const problem = JSON.stringify({ key: 'pipeline:given-up', params: { times: 7 } })
    const message = await db
      .insertInto('messages')
      .values({
        case: made.id,
        direction: 'out',
        purpose: 'receipt',
        channel: 'email',
        recipient: 'jo@example.org',
        body: 'Thank you',
        language: 'en',
        state: 'failed',
        problem,
        created_at: clock.now,
        due_at: clock.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const handoff = await db
      .updateTable('handoffs')
      .set({ told: 'failed', problem })
      .where('case', '=', made.id)
      .returning('id')
      .executeTakeFirstOrThrow()
    const submission = await db
      .updateTable('submissions')
      .set({ state: 'failed', problem })
      .where('case', '=', made.id)
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [step, id] of [
      ['send', message.id],
      ['hand-over', handoff.id],
      ['route', submission.id],
    ] as const) {
      const answer = await ann.post(`/desk/quarantine/${step}/${id}/again`, {}, '/desk/quarantine')
      expect([step, answer.status]).toEqual([step, 303])
      expect(desk.rung.at(-1)).toEqual({ queue: step, ids: [id] })
    }
    const sent = await db
      .selectFrom('messages')
      .select('state')
      .where('id', '=', message.id)
      .executeTakeFirst()
    expect(sent?.state).toBe('waiting')
  })

  it('cannot send again what has gone', async () => {
    const made = await addCase(db, envelope, knowledge)
    const message = await db
      .insertInto('messages')
      .values({
        case: made.id,
        direction: 'out',
        purpose: 'reply',
        channel: 'email',
        recipient: 'jo@example.org',
        body: 'Dear Jo',
        language: 'en',
        state: 'sent',
        created_at: clock.now,
        due_at: clock.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect((await ann.post(`/desk/quarantine/send/${message.id}/again`, {}, '/desk/quarantine')).status).toBe(
      404,
    )
  })
})

it('leaves out what only says that a text arrived, until somebody asks for it', async () => {
  const receipt = await addDelivery(db, envelope, { state: 'nothing-to-route', why: 'delivery-receipt' })
  expect((await ann.get('/desk/quarantine')).text).not.toContain(receipt.reference)
  expect((await ann.get('/desk/quarantine?receipts=yes')).text).toContain(receipt.reference)
})

it('pages what was taken for no feedback to its end, newest first', async () => {
  await db.deleteFrom('deliveries').where('state', '=', 'nothing-to-route').execute()
  const references: string[] = []
  for (let minute = 0; minute < 51; minute++) {
    const receivedAt = new Date(Date.UTC(2026, 10, 1, 10, minute))
    references.push(
      (await addDelivery(db, envelope, { state: 'nothing-to-route', why: 'bounce', receivedAt })).reference,
    )
  }
  const [oldest = '', newest = ''] = [references[0], references.at(-1)]
  const first = (await ann.get('/desk/quarantine')).text
  expect([first.includes(newest), first.includes(oldest), first.includes('Page 1 of 2')]).toEqual([
    true,
    false,
    true,
  ])
  expect(first).toContain('href="/desk/quarantine?page=2#nothing-to-route"')
  for (const page of ['2', '9']) {
    const last = (await ann.get(`/desk/quarantine?page=${page}`)).text
    expect([last.includes(newest), last.includes(oldest)]).toEqual([false, true])
  }
  expect((await ann.get('/desk/quarantine?page=x')).text).toContain(newest)
})
