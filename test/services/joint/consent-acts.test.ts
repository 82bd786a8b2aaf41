/** A consent and all that hangs on it: one organisation is let in, shut out again, and of two at once one comes after the other. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { sayOnConsent, type ConsentStep } from '../../../services/store/joint/consent-acts.ts'
import { loadPersonsConsents } from '../../../services/store/joint/person-consents.ts'
import { findOpenPart } from '../../../services/store/joint/part-scope.ts'
import { asId } from '../../../shared/ids.ts'
import { dale, layCounty, marsh } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addJointCase, disclose, openDaleToMail, tellingAt } from '../../support/joint.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 6 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
const today = '2026-11-25'
const knowledge = await layCounty(db, now)
await openDaleToMail(db)

const person = { kind: 'person' } as const
let made: Awaited<ReturnType<typeof addJointCase>>
beforeEach(async () => {
  made = await addJointCase(db, envelope, knowledge)
})

function say(step: Omit<ConsentStep, 'consent' | 'by'> & Partial<ConsentStep>) {
  return sayOnConsent(db, { consent: made.consent, by: person, ...step }, tellingAt(now))
}

async function standing() {
  const part = await db
    .selectFrom('parts')
    .select(['state', 'due_on'])
    .where('case', '=', made.id)
    .where('organisation', '=', dale)
    .executeTakeFirstOrThrow()
  const handoffs = await db
    .selectFrom('handoffs')
    .select('state')
    .where('case', '=', made.id)
    .where('organisation', '=', dale)
    .execute()
  const consent = await db
    .selectFrom('consents')
    .select('state')
    .where('id', '=', made.consent)
    .executeTakeFirstOrThrow()
  const changes = await db
    .selectFrom('consent_changes')
    .select('to_state')
    .where('consent', '=', made.consent)
    .orderBy('id')
    .execute()
  const messages = await db
    .selectFrom('messages')
    .select(['purpose', 'recipient', 'body'])
    .where('case', '=', made.id)
    .where('direction', '=', 'out')
    .orderBy('created_at')
    .execute()
  const events = await db.selectFrom('webhook_events').select('event').where('case', '=', made.id).execute()
  return {
    part: part.state,
    dueOn: part.due_on,
    handoffs: handoffs.map(({ state }) => state),
    consent: consent.state,
    changes: changes.map(({ to_state }) => to_state),
    messages,
    events: events.map(({ event }) => event),
    isOpen: (await findOpenPart(db, dale, made.reference, today)) !== null,
  }
}

describe('a yes', () => {
  it('lets the organisation into its part and into nothing else', async () => {
    await say({ act: 'give', how: 'progress-page' })
    const after = await standing()
    expect(after).toMatchObject({ part: 'asked', dueOn: '2026-12-16', handoffs: ['passed-on'], isOpen: true })
    expect(after.events).toEqual(['part.asked'])
    expect(after.messages.map(({ recipient }) => recipient)).toEqual(['partners@dale.example'])
  })

  it('said twice is said once', async () => {
    await say({ act: 'give', how: 'text' })
    expect(await say({ act: 'give', how: 'text' })).toEqual({ outcome: 'unchanged' })
    expect((await standing()).events).toEqual(['part.asked'])
  })

  it('for somebody else is not theirs to say', async () => {
    made = await addJointCase(db, envelope, knowledge, { fromWhom: 'affected-person' })
    expect(await say({ act: 'give', how: 'text' })).toHaveProperty(
      'problem.key',
      'joint:consent.refused.other-person',
    )
    expect(await standing()).toMatchObject({ part: 'waiting', isOpen: false })
  })
})

describe('a no', () => {
  it('before anything left keeps the part here, tells the organisation nothing and the person what they can do', async () => {
    await say({ act: 'say-no', how: 'email' })
    const after = await standing()
    expect(after).toMatchObject({ consent: 'refused', part: 'ours', handoffs: ['passed-on'], isOpen: false })
    expect(after.events).toEqual([])
    expect(after.messages).toHaveLength(1)
    expect(after.messages[0]).toMatchObject({ purpose: 'lead-news', recipient: 'quillfeather@example.org' })
    expect(after.messages[0]?.body).toContain('Local Government and Social Care Ombudsman')
    expect(after.messages[0]?.body).toContain('told nothing')
  })

  it('tells how to reach the organisation itself, where the directory says how', async () => {
    const reach = { phone: '01632 960999', email: 'complaints@dale.example' }
    const contact = { organisation: dale, role: 'responsible-person' as const, name: 'Rhys Example' }
    await db
      .insertInto('organisation_contacts')
      .values({ ...contact, ...reach })
      .execute()
    await say({ act: 'say-no', how: 'email' })
    await db.deleteFrom('organisation_contacts').where('organisation', '=', dale).execute()
    expect((await standing()).messages[0]?.body).toContain(
      'You can reach them here: 01632 960999, complaints@dale.example.',
    )
  })

  it('to what two people disclosed is written down, and nobody is told that nothing was shared', async () => {
    await disclose(db, made, now)
    await say({ act: 'say-no', how: 'email' })
    const [news] = (await standing()).messages
    expect(news?.body).toContain('You do not agree')
    expect(news?.body).not.toContain('told nothing')
    const shown = await loadPersonsConsents(db, made.reference, 'quillfeather@example.org')
    expect(shown).toMatchObject([{ state: 'refused', said: 'disclosed' }])
  })

  it('after a yes shuts the organisation out at once', async () => {
    await say({ act: 'give', how: 'progress-page' })
    await say({ act: 'say-no', how: 'progress-page' })
    const after = await standing()
    expect(after).toMatchObject({ consent: 'withdrawn', part: 'ours', isOpen: false })
    expect(after.changes).toEqual(['given', 'withdrawn'])
    expect(after.events.toSorted()).toEqual(['consent.withdrawn', 'part.asked'])
  })

  it('ends the handoff by which an organisation that leads sees the case', async () => {
    await db
      .insertInto('lead_proposals')
      .values({
        case: made.id,
        organisation: dale,
        state: 'accepted',
        because: JSON.stringify([]),
        proposed_at: now,
        answer_by: today,
      })
      .execute()
    await say({ act: 'give', how: 'text' })
    expect((await standing()).handoffs).toEqual(['offered'])
    await say({ act: 'say-no', how: 'text' })
    expect((await standing()).handoffs).toEqual(['passed-on'])
    const lead = await db
      .selectFrom('cases')
      .select('lead')
      .where('id', '=', made.id)
      .executeTakeFirstOrThrow()
    expect(lead.lead).toBe('marsh-trust')
  })
})

describe('two at once', () => {
  it.each([1, 2, 3, 4])('end in one order, and what is open is what the last one says (%i)', async () => {
    await Promise.all([say({ act: 'give', how: 'text' }), say({ act: 'say-no', how: 'progress-page' })])
    const after = await standing()
    const isIn = after.consent === 'given'
    expect(after.isOpen).toBe(isIn)
    expect(after.part).toBe(isIn ? 'asked' : 'ours')
    expect(after.changes).toHaveLength(2)
    expect(after.changes.at(-1)).toBe(after.consent)
  })
})

describe('a consent to send it on', () => {
  it('hands the case over, with the receiver’s clocks from that day and the sender’s answer no longer due', async () => {
    made = await addJointCase(db, envelope, knowledge, { purpose: 'pass-on' })
    await db
      .insertInto('clocks')
      .values({
        case: made.id,
        name: 'six-months',
        process: 'nhs',
        organisation: marsh,
        starts_on: '2026-11-20',
        due_on: '2027-05-19',
        because: JSON.stringify({
          key: 'router:clock.due.months',
          params: { count: 6, source: 'reg 14(3)' },
        }),
      })
      .execute()
    await say({ act: 'give', how: 'email' })
    const clocks = await db
      .selectFrom('clocks')
      .select(['organisation', 'name', 'starts_on', 'due_on', 'state'])
      .where('case', '=', made.id)
      .execute()
    const by = (organisation: string, name: string) =>
      clocks.find((clock) => clock.organisation === organisation && clock.name === name)
    expect(by('dale-council', 'acknowledge')).toMatchObject({
      starts_on: today,
      due_on: '2026-12-02',
      state: 'running',
    })
    expect(by('marsh-trust', 'six-months')).toMatchObject({ state: 'dropped' })
    expect(by('marsh-trust', 'acknowledge')).toMatchObject({ starts_on: '2026-11-20', state: 'running' })
    expect(await db.selectFrom('transfers').selectAll().where('case', '=', made.id).execute()).toMatchObject([
      { from_organisation: 'marsh-trust', to_organisation: 'dale-council', transferred_on: today },
    ])
  })

  it('runs the receiver’s clocks by the rules of the care that it is about', async () => {
    made = await addJointCase(db, envelope, knowledge, { purpose: 'pass-on' })
    await db
      .updateTable('issues')
      .set({ care_service: asId('dale-home-care') })
      .where('case', '=', made.id)
      .execute()
    await say({ act: 'give', how: 'email' })
    const clocks = await db
      .selectFrom('clocks')
      .select(['name', 'process', 'due_on'])
      .where('case', '=', made.id)
      .where('organisation', '=', dale)
      .orderBy('name')
      .execute()
    expect(clocks).toEqual([
      { name: 'acknowledge', process: 'adult-social-care', due_on: '2026-11-30' },
      { name: 'six-months', process: 'adult-social-care', due_on: '2027-05-24' },
    ])
  })
})
