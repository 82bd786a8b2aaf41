/** The walk of a piece of feedback from the door to the team, over a whole hub, on both backends of the queue. */
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sql } from 'kysely'
import { z } from 'zod'
import { readReference, type Reference } from '../../../shared/reference.ts'
import { startTestHub, type TestHub } from '../../support/hub.ts'
import { describeOnBothQueues } from '../../support/queue-homes.ts'

const answerSchema = z.object({ reference: z.string() })

function known(reference: string): Reference {
  const read = readReference(reference)
  if (read === null) throw new Error(`${reference} is no reference`)
  return read
}

const patience = { timeout: 15_000, interval: 50 }

describeOnBothQueues('The walk of a piece of feedback', (place) => {
  let hub: TestHub
  beforeAll(async () => {
    hub = await startTestHub(place.connectionString(), { home: place.home() })
  })
  afterAll(() => hub.close())

  async function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${hub.web.publicUrl}/api/v1/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  async function referenceOf(response: Response): Promise<Reference> {
    expect(response.status).toBe(202)
    const { reference } = answerSchema.parse(await response.json())
    return known(reference)
  }

  async function caseOf(reference: Reference) {
    return vi.waitFor(async () => {
      const found = await hub.base.connection.db
        .selectFrom('cases')
        .selectAll()
        .where('reference', '=', reference)
        .executeTakeFirst()
      if (found === undefined) throw new Error(`No case ${reference} yet`)
      return found
    }, patience)
  }

  function sendMail(mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0]) {
    const transport = createTransport({
      host: '127.0.0.1',
      port: hub.mailPort,
      secure: false,
      ignoreTLS: true,
    })
    return transport.sendMail({ from: 'ann@people.example', to: 'feedback@hub.example', ...mail })
  }

  test.each([
    { chose: 'cy', wrote: 'The nurses on ward 5 were kind to my father all night.', language: 'cy' },
    { chose: 'en', wrote: 'The nurses on ward 5 were kind to my father all night.', language: 'en' },
    { chose: 'en', wrote: 'Roedd y nyrsys ar y ward yn garedig iawn i fy nhad drwy’r nos.', language: 'cy' },
  ])('who came by the form in $chose and wrote so is answered in $language', async (given) => {
    const reference = await referenceOf(await post({ text: given.wrote, language: given.chose }))
    expect((await caseOf(reference)).language).toBe(given.language)
  })

  test('a complaint by a program becomes a case with a team, a level, clocks and reasons', async () => {
    const reference = await referenceOf(
      await post({
        text: 'I want to make a complaint. My father was left on a trolley in A&E for eleven hours and nobody gave him water.',
        kind: 'complaint',
        person: { email: 'ann@people.example' },
      }),
    )
    const found = await caseOf(reference)
    expect(found.kind).toBe('complaint')
    expect(found.owner_team).not.toBe('')
    const { db } = hub.base.connection
    const clocks = await db.selectFrom('clocks').select('name').where('case', '=', found.id).execute()
    expect(clocks.map((clock) => clock.name)).toEqual(expect.arrayContaining(['acknowledge', 'six-months']))
    const findings = await db.selectFrom('findings').selectAll().where('case', '=', found.id).execute()
    expect(findings.map((finding) => finding.about)).toEqual(
      expect.arrayContaining(['kind', 'tone', 'level', 'owner']),
    )
    expect(findings.every((finding) => finding.because.length > 0)).toBe(true)
  })

  test('a mail by SMTP is answered only after it is durable, and becomes a case', async () => {
    const sent = await sendMail({
      subject: 'Thank you',
      text: 'The nurses on Ash Ward were wonderful to my mother.',
    })
    expect(sent.response).toMatch(/^250/)
    const { db } = hub.base.connection
    const stored = await db
      .selectFrom('deliveries')
      .select(['reference', 'channel'])
      .where('channel', '=', 'email')
      .execute()
    expect(stored).toHaveLength(1)
    const found = await caseOf(known(stored[0]?.reference ?? ''))
    expect(found.channel).toBe('email')
    expect(found.person.email).toBe('ann@people.example')
  })

  test('the person is sent a receipt; without a mail server it waits on the desk and stops no clock', async () => {
    const reference = await referenceOf(
      await post({
        text: 'Nobody rang me back about my appointment.',
        person: { email: 'ben@people.example' },
      }),
    )
    const found = await caseOf(reference)
    const { db } = hub.base.connection
    await vi.waitFor(async () => {
      const receipt = await db
        .selectFrom('messages')
        .selectAll()
        .where('case', '=', found.id)
        .where('purpose', '=', 'receipt')
        .executeTakeFirstOrThrow()
      expect(receipt).toMatchObject({ state: 'held', recipient: 'ben@people.example', is_automatic: true })
      expect(receipt.held_because).toEqual({ key: 'message:held.no-transport' })
      expect(receipt.body).toContain(reference)
    }, patience)
    const running = await db
      .selectFrom('clocks')
      .select('state')
      .where('case', '=', found.id)
      .where('name', '=', 'acknowledge')
      .executeTakeFirstOrThrow()
    expect(running.state).toBe('running')
  })

  test('a machine’s mail opens no case and is not answered', async () => {
    await sendMail({
      from: 'mailer-daemon@elsewhere.example',
      subject: 'Out of office: Thank you',
      text: 'I am away until Monday.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    })
    const { db } = hub.base.connection
    await vi.waitFor(async () => {
      const held = await db
        .selectFrom('deliveries')
        .select('why')
        .where('state', '=', 'nothing-to-route')
        .execute()
      expect(held).toEqual([{ why: 'auto-reply' }])
    }, patience)
  })

  test('the same delivery twice is one case and the same answer', async () => {
    const body = { text: 'The car park machine took my card twice.' }
    const headers = { 'idempotency-key': 'once-only' }
    const [first, second] = await Promise.all([post(body, headers), post(body, headers)])
    const reference = await referenceOf(first)
    expect(await referenceOf(second)).toBe(reference)
    await caseOf(reference)
    const { db } = hub.base.connection
    const cases = await db
      .selectFrom('submissions')
      .select('case')
      .where(sql<string>`content->>'text'`, '=', body.text)
      .execute()
    expect(cases).toHaveLength(1)
  })

  test('an answer to our receipt joins its case under a second reference', async () => {
    const reference = await referenceOf(
      await post({
        text: 'My discharge letter has the wrong name on it.',
        person: { email: 'cat@people.example' },
      }),
    )
    const found = await caseOf(reference)
    const { db } = hub.base.connection
    await db
      .updateTable('messages')
      .set({ state: 'sent', provider_id: '<ours-1@hub.example>' })
      .where('case', '=', found.id)
      .where('purpose', '=', 'receipt')
      .execute()
    await sendMail({
      from: 'cat@people.example',
      subject: 'Re: something else entirely',
      text: 'It also has the wrong date.',
      inReplyTo: '<ours-1@hub.example>',
    })
    await vi.waitFor(async () => {
      const messages = await db
        .selectFrom('messages')
        .select('body')
        .where('case', '=', found.id)
        .where('direction', '=', 'in')
        .execute()
      expect(messages.map((message) => message.body.trim())).toContain('It also has the wrong date.')
    }, patience)
    const aliases = await db
      .selectFrom('case_aliases')
      .select('reference')
      .where('case', '=', found.id)
      .execute()
    expect(aliases).toHaveLength(1)
  })

  test('two organisations make a joint case, and nothing is offered to the other before consent', async () => {
    const reference = await referenceOf(
      await post({
        text:
          'My mother was discharged from Ashford Vale General Hospital without a care package. ' +
          'The council’s adult social care team never came to see her and nobody rang us back.',
        kind: 'complaint',
      }),
    )
    const found = await caseOf(reference)
    const { db } = hub.base.connection
    const handoffs = await db
      .selectFrom('handoffs')
      .select(['organisation', 'state', 'told'])
      .where('case', '=', found.id)
      .execute()
    const others = handoffs.filter((handoff) => handoff.organisation !== found.received_by)
    expect(others.every((handoff) => handoff.state === 'held' && handoff.told === 'not-yet')).toBe(true)
  })

  test('every case left an audit entry that holds no word of the person’s', async () => {
    const { db } = hub.base.connection
    const cases = await db.selectFrom('cases').select('id').execute()
    const entries = await db.selectFrom('audit_entries').selectAll().where('act', '=', 'case.open').execute()
    expect(new Set(entries.map((entry) => entry.about))).toEqual(new Set(cases.map((found) => found.id)))
    expect(JSON.stringify(entries)).not.toMatch(/trolley|people\.example|nurses/)
  })
})
