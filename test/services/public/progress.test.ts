/** How far a matter has come, for whoever knows the reference and the contact given with it, and for nobody else. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../../services/pages/app.ts'
import { createPages } from '../../../services/pages/pages.ts'
import { publicPages } from '../../../services/public/public.ts'
import { createRulesInForce } from '../../../services/staff/rules-in-force.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { mintReference } from '../../../shared/reference.ts'
import { submissionOf } from '../../../shared/submission.ts'
import { addCase, type CaseGiven } from '../../support/cases.ts'
import { layCounty, marsh } from '../../support/county.ts'
import { addDelivery } from '../../support/deliveries.ts'
import { testDatabase } from '../../support/database.ts'
import { serve } from '../../support/serve.ts'
import { addJointCase } from '../../support/joint.ts'
import { createVisitor, wordsOf } from '../../support/visitor.ts'

const { connectionString } = await testDatabase()
const connection = connect(connectionString, { connections: 3 })
afterAll(() => connection.close())
const { db } = connection
const envelope = createEnvelope([randomBytes(32).toString('base64')])
const knowledge = await layCounty(db, new Date('2026-11-20T10:00:00Z'))
let wait: number | null = null
beforeEach(() => {
  wait = null
})

const pages = createPages({ site: () => ({ hostName: 'Marsh Hospitals (example)', example: true }) })
const base = await serve(
  createApp({
    pages,
    publicUrl: 'http://127.0.0.1',
    trustedProxies: 0,
    log: { error: () => undefined },
    rooms: [
      publicPages({
        db,
        pages,
        rules: createRulesInForce(db),
        publicUrl: 'https://hub.example',
        canSend: () => true,
        ring: () => undefined,
        now: () => new Date('2026-11-25T10:00:00Z'),
        mailAddress: 'Feedback <feedback@hub.example>',
        lineNumber: null,
        visitors: { exceededBy: () => Promise.resolve(wait) },
      }),
    ],
  }),
)

const person = { name: 'Ines Example', email: 'Ines@Example.com', phone: '+44 7700 900982', address: null }

async function aCase(given: CaseGiven = {}) {
  return addCase(db, envelope, knowledge, { submission: { person }, ...given })
}

async function look(reference: string, contact: string, language = 'en') {
  return createVisitor(base).send(`/progress?lang=${language}`, { reference, contact })
}

describe('the progress page', () => {
  test('shows the stage, who has it and what is due next, and not a word of what was written', async () => {
    const { reference } = await aCase()
    const page = await look(reference, 'ines@example.com')
    expect(page.status).toBe(200)
    const words = wordsOf(page.html)
    expect(words).toContain('We have passed it to the team that should deal with it.')
    expect(words).toContain('Received by Marsh Hospitals (example)')
    expect(words).toContain('Someone is due to contact you by Wednesday 25 November 2026.')
    expect(words).not.toContain('six hours')
    expect(words).not.toContain('Ines')
  })

  test.each([
    ['offered', 'We have passed it to the team'],
    ['accepted', 'A team has taken it on'],
  ] as const)('a handoff that is %s reads: %s', async (handoff, text) => {
    const { reference } = await aCase({ handoff })
    expect(wordsOf((await look(reference, 'ines@example.com')).html)).toContain(text)
  })

  test('never shows a day that is past as one to come', async () => {
    const { id, reference } = await aCase({ acknowledgeBy: '2026-11-24' })
    const because = JSON.stringify({ key: 'router:clock.due.months', params: { count: 6, source: 'reg' } })
    const more = { case: id, process: 'nhs', organisation: marsh, starts_on: '2026-11-20', because } as const
    const clock = (name: 'settle-oral' | 'six-months', due_on: string) => ({ ...more, name, due_on })
    await db.insertInto('clocks').values(clock('settle-oral', '2026-11-23')).execute()
    const late = wordsOf((await look(reference, 'ines@example.com')).html)
    expect(late).toContain('We are late with this.')
    expect(late).not.toContain('November 2026.')
    expect(wordsOf((await look(reference, 'ines@example.com', 'cy')).html)).toContain('Rydym ar ei hôl hi')
    await db.insertInto('clocks').values(clock('six-months', '2027-05-19')).execute()
    const words = wordsOf((await look(reference, 'ines@example.com')).html)
    expect(words).toContain('An answer is due by Wednesday 19 May 2027 at the latest.')
    expect(words).not.toContain('We aim to settle')
  })

  test('a closed case is finished, with nothing due', async () => {
    const { id, reference } = await aCase()
    await db.updateTable('cases').set({ state: 'closed' }).where('id', '=', id).execute()
    const words = wordsOf((await look(reference, 'ines@example.com')).html)
    expect(words).toContain('The work on it is finished.')
    expect(words).not.toContain('November 2026.')
  })

  test('finds a case by the reference of a later message that joined it', async () => {
    const { id } = await aCase()
    const alias = mintReference(randomBytes(5))
    await db.insertInto('case_aliases').values({ reference: alias, case: id }).execute()
    expect((await look(alias, 'ines@example.com')).status).toBe(200)
  })

  test('what was read and not yet routed is received', async () => {
    const receivedAt = new Date('2026-11-20T10:00:00Z')
    const delivery = await addDelivery(db, envelope)
    const content = submissionOf({ channel: 'web-form', text: 'x', person })
    await db
      .insertInto('submissions')
      .values({
        delivery: delivery.id,
        received_at: receivedAt,
        received_by: marsh,
        content: JSON.stringify(content),
        matched: JSON.stringify({ how: 'new' }),
        due_at: receivedAt,
      })
      .execute()
    const words = wordsOf((await look(delivery.reference, '07700 900982')).html)
    expect(words).toContain('We have received it.')
  })

  test.each(['INES@example.com ', ' 07700 900 982', '0044 7700 900982', '+44 (0)7700 900982'])(
    'takes the contact as people write it: %j',
    async (contact) => {
      const { reference } = await aCase()
      expect((await look(reference.toLowerCase().replaceAll('-', ' '), contact)).status).toBe(200)
    },
  )

  test('says the same of a reference that is none of ours, of a wrong contact, and of what nobody has read', async () => {
    const { reference } = await aCase()
    const unread = await addDelivery(db, envelope, { state: 'waiting' })
    const answers = await Promise.all([
      look(mintReference(randomBytes(5)), 'ines@example.com'),
      look(reference, 'someone-else@example.com'),
      look(reference, '982'),
      look(unread.reference, 'ines@example.com'),
    ])
    const said = answers.map(({ status, html }) => `${status} ${wordsOf(html)}`)
    expect(new Set(said).size).toBe(1)
    expect(said[0]).toMatch(/^404 .*We cannot show you anything/)
  })

  test('nobody gets in with an empty contact where none was given', async () => {
    const { reference } = await aCase({ submission: { person: { ...person, email: null, phone: null } } })
    expect((await look(reference, ' ')).status).toBe(422)
    expect((await look(reference, '@')).status).toBe(404)
    expect((await look(reference, '0000000')).status).toBe(404)
  })

  test('a reference with a slip of the finger is a plain error, with the input kept', async () => {
    const page = await look('FB-0000-0000-1', 'ines@example.com')
    expect(page.status).toBe(422)
    expect(page.html).toContain('<title>Error: Check progress')
    expect(page.html).toContain('value="FB-0000-0000-1"')
    expect(page.html).toContain('value="ines@example.com"')
  })

  test('whoever guesses too often has to wait', async () => {
    const { reference } = await aCase()
    wait = 300
    const page = await look(reference, 'ines@example.com')
    expect(page.status).toBe(429)
    expect(page.headers.get('retry-after')).toBe('300')
  })

  test('speaks Welsh', async () => {
    const { reference } = await aCase()
    const words = wordsOf((await look(reference, 'ines@example.com', 'cy')).html)
    expect(words).toContain('Dylai rhywun gysylltu â chi erbyn dydd Mercher 25 Tachwedd 2026.')
  })
})

describe('the information pages', () => {
  test.each(['/', '/privacy', '/accessibility'])('%s is there in both languages', async (path) => {
    const visitor = createVisitor(base)
    const english = await visitor.get(path)
    const welsh = await visitor.get(`${path}?lang=cy`)
    expect([english.status, welsh.status]).toEqual([200, 200])
    expect(wordsOf(welsh.html)).not.toBe(wordsOf(english.html))
    for (const { html } of [english, welsh]) {
      expect(html).toContain('mailto:feedback@hub.example')
      // A key that has no words would be shown as itself.
      expect(wordsOf(html)).not.toMatch(/\b(public|form|page):/)
    }
  })

  test('the home page says what to do when someone is in danger', async () => {
    expect(wordsOf((await createVisitor(base).get('/')).html)).toContain('Call 999')
  })
})

describe('who else may see it', () => {
  const contact = 'quillfeather@example.org'

  test('is shown to the person, who says yes, takes it back, and is believed both times', async () => {
    const made = await addJointCase(db, envelope, knowledge)
    const person = createVisitor(base)
    const look = { reference: made.reference, contact }
    const page = await person.send('/progress', look)
    expect(wordsOf(page.html)).toContain('Who else may see this')
    expect(wordsOf(page.html)).toContain('Dale Council (example)')
    const choice = { ...look, consent: made.consent }
    expect((await person.send('/progress', { ...choice, said: 'yes' })).html).toContain('You said yes.')
    const after = await person.send('/progress', { ...choice, said: 'no' })
    expect(after.html).toContain('You took your consent back.')
    expect(after.at).toBe('/progress')
  })

  test('is nobody else’s to change', async () => {
    const made = await addJointCase(db, envelope, knowledge)
    const other = await addJointCase(db, envelope, knowledge, {
      submission: { person: { name: null, email: 'someone@example.org', phone: null, address: null } },
    })
    const stranger = createVisitor(base)
    const choice = {
      reference: other.reference,
      contact: 'someone@example.org',
      consent: made.consent,
      said: 'yes',
    }
    await stranger.send('/progress', choice)
    const wrong = await stranger.send('/progress', { ...choice, reference: made.reference })
    expect(wrong.status).toBe(404)
    const { state } = await db
      .selectFrom('consents')
      .select('state')
      .where('id', '=', made.consent)
      .executeTakeFirstOrThrow()
    expect(state).toBe('needed')
  })
})
