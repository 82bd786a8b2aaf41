/** Joint work on the desk: consents asked and recorded, a lead agreed or declined, disclosures by two, all by forms. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { MessagePurpose } from '../../../shared/case/message-purposes.ts'
import { dale, addStaff, daleTriage, marsh, marshTriage } from '../../support/county.ts'
import { addJointCase, openDaleToMail, theirName } from '../../support/joint.ts'
import { openDesk } from '../desk/open-desk.ts'

const desk = await openDesk()
const { db, clock } = desk
await openDaleToMail(db)
await addStaff(db, { email: 'mo@marsh.example', teams: [marshTriage] }, clock.now)
await addStaff(db, { email: 'ana@marsh.example', teams: [marshTriage] }, clock.now)
await addStaff(db, { email: 'dee@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
for (const [organisation, email] of [
  [marsh, 'senior@marsh.example'],
  [dale, 'senior@dale.example'],
] as const) {
  await db
    .insertInto('organisation_contacts')
    .values({ organisation, role: 'senior', name: 'A Senior', email })
    .execute()
}
const mo = await desk.signedIn('mo@marsh.example')
const ana = await desk.signedIn('ana@marsh.example')
const dee = await desk.signedIn('dee@dale.example')

let made: Awaited<ReturnType<typeof addJointCase>>
let base: string
beforeEach(async () => {
  made = await addJointCase(db, desk.envelope, desk.knowledge)
  base = `/desk/cases/${made.reference}`
})

const why = 'They answer for home care'

async function act(who: typeof mo, path: string, fields: Record<string, string | string[]>) {
  const answer = await who.post(`${base}/${path}`, fields)
  expect(answer.status).toBe(303)
}

async function messages(purpose: MessagePurpose) {
  return db
    .selectFrom('messages')
    .select(['recipient', 'body', 'state'])
    .where('case', '=', made.id)
    .where('purpose', '=', purpose)
    .orderBy('created_at')
    .execute()
}

describe('the card', () => {
  it('says which part is whose, what it waits for and what comes next', async () => {
    const { text } = await mo.get(base)
    expect(text).toContain('Several organisations')
    expect(text).toContain('Dale Council (example)')
    expect(text).toContain('waits for consent')
    expect(text).toContain('ask the person whether it may be shared')
  })
})

it('an organisation without an account is sent a link to its part, once the part is open to it', async () => {
  const link = /joint\/parts\/[-0-9a-f]+\/link/
  expect((await mo.get(base)).text).not.toMatch(link)
  await act(mo, `joint/consents/${made.consent}/record`, record)
  const path = link.exec((await mo.get(base)).text)?.[0] ?? ''
  expect((await mo.get(`${base}/${path}`)).text).toContain('Send Dale Council (example) a link to its part')
})

describe('asking the person', () => {
  it('sends one question with what would be shared, and waits for a yes', async () => {
    await act(mo, 'joint/consents/ask', { consents: made.consent })
    const [question] = await messages('consent-request')
    expect(question).toMatchObject({ recipient: 'quillfeather@example.org', state: 'waiting' })
    expect(question?.body).toContain('May we share this with Dale Council (example)?')
    expect(await consentState()).toMatchObject({ state: 'asked', answer_by: '2026-12-04' })
    expect(await dee.get(base)).toHaveProperty('status', 404)
  })

  it('is refused after a no', async () => {
    await act(mo, `joint/consents/${made.consent}/record`, { ...record, said: 'no' })
    expect(await mo.get(`${base}/joint/consents/ask`)).toHaveProperty('status', 404)
  })
})

const record = {
  said: 'yes',
  how: 'recorded-call',
  issues: '0',
  shares: ['identity'],
  authority: 'self',
  note: '',
}

async function consentState() {
  return db
    .selectFrom('consents')
    .select(['state', 'answer_by', 'covers', 'valid_until', 'given_how'])
    .where('id', '=', made.consent)
    .executeTakeFirstOrThrow()
}

describe('recording what they said', () => {
  it('keeps how, how much and until when', async () => {
    await act(mo, `joint/consents/${made.consent}/record`, { ...record, validUntil: '2027-01-31' })
    expect(await consentState()).toMatchObject({
      state: 'given',
      given_how: 'recorded-call',
      valid_until: '2027-01-31',
      covers: { issues: [0], identity: true, records: false, attachments: false },
    })
  })

  it('says what is missing and loses nothing', async () => {
    const answer = await mo.post(`${base}/joint/consents/${made.consent}/record`, { ...record, how: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Choose how they said it.')
  })
})

describe('who leads', () => {
  it('is the own organisation at once, and the person is told', async () => {
    await act(mo, 'joint/lead', { organisation: 'marsh-trust', why })
    expect((await mo.get(base)).text).toContain('Marsh Hospitals (example) leads')
    expect((await messages('lead-news'))[0]?.body).toContain('Marsh Hospitals (example) leads')
  })

  it('is asked by reference alone, and sees the case once it accepts and the person agrees', async () => {
    await act(mo, 'joint/lead', { organisation: 'dale-council', why })
    const asked = await dee.get('/desk/joint')
    expect(asked.text).toContain(made.reference)
    expect(asked.text).not.toContain(theirName)
    expect((await answer('accept')).status).toBe(303)
    expect(await dee.get(base)).toHaveProperty('status', 404)
    await act(mo, `joint/consents/${made.consent}/record`, record)
    expect(await dee.get(base)).toHaveProperty('status', 200)
    // Whoever leads does what the receiver may do.
    expect(await dee.get(`${base}/reply`)).toHaveProperty('status', 200)
    await act(mo, `joint/consents/${made.consent}/record`, { ...record, said: 'no' })
    expect(await dee.get(base)).toHaveProperty('status', 404)
  })

  it('needs a reason to decline, which then goes to the seniors of both without a name', async () => {
    await act(mo, 'joint/lead', { organisation: 'dale-council', why })
    expect((await answer('decline')).status).toBe(422)
    expect((await answer('decline', 'We provided none of it')).status).toBe(303)
    const told = (await messages('part-notice')).filter(({ recipient }) => recipient?.startsWith('senior@'))
    expect(told.map(({ recipient }) => recipient).toSorted()).toEqual([
      'senior@dale.example',
      'senior@marsh.example',
    ])
    expect(JSON.stringify(told)).not.toContain(theirName)
  })

  it('falls to whoever received it when it was declined twice, and the card says so', async () => {
    await act(mo, 'joint/lead', { organisation: 'dale-council', why })
    await answer('decline', 'Not ours')
    await act(mo, 'joint/lead', { organisation: 'dale-council', why })
    await answer('decline', 'Still not ours')
    const { text } = await mo.get(base)
    expect(text).toContain('Marsh Hospitals (example) leads')
    expect(text).toContain('declined 2 times')
  })

  it('cannot be answered for another organisation', async () => {
    await act(mo, 'joint/lead', { organisation: 'dale-council', why })
    expect((await answer('accept', '', mo)).status).toBe(404)
  })

  async function answer(given: 'accept' | 'decline', reason = '', who = dee) {
    const { id } = await db
      .selectFrom('lead_proposals')
      .select('id')
      .where('case', '=', made.id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    return who.post(`/desk/joint/leads/${id}`, { answer: given, why: reason }, '/desk/joint')
  }
})

describe('sharing without consent', () => {
  it('takes two people, and only then lets the organisation in', async () => {
    await act(mo, 'joint/disclosures/ask', {
      organisation: 'dale-council',
      ground: 'safeguarding',
      issues: '0',
      shares: ['identity'],
      why: 'A child is at risk tonight',
    })
    const { id } = await db
      .selectFrom('disclosures')
      .select('id')
      .where('case', '=', made.id)
      .executeTakeFirstOrThrow()
    const path = `joint/disclosures/${id}`
    const own = await mo.post(`${base}/${path}`, { decision: 'approved', why: 'I say so' })
    expect(own.status).toBe(422)
    expect(await partState()).toBe('waiting')
    await act(ana, path, { decision: 'approved', why: 'The risk is real' })
    expect(await partState()).toBe('asked')
    expect((await mo.get(base)).text).toContain('without consent (Safeguarding)')
  })
})

describe('an organisation', () => {
  it('leaves with a reason and may be added again, to be asked about anew', async () => {
    const { id } = await db
      .selectFrom('parts')
      .select('id')
      .where('case', '=', made.id)
      .where('organisation', '=', dale)
      .executeTakeFirstOrThrow()
    await act(mo, `joint/parts/${id}/leave`, { why: 'They had no part in it' })
    expect(await partState()).toBe('left')
    await act(mo, 'joint/add', { organisation: 'dale-council', purpose: 'joint-answer', issues: '0', why })
    expect(await partState()).toBe('waiting')
  })

  it('sees nothing more once it is said not to be joint', async () => {
    await act(mo, `joint/consents/${made.consent}/record`, record)
    await act(mo, 'joint/not-joint', { why: 'One ward alone' })
    expect(await partState()).toBe('left')
    expect((await mo.get(base)).text).toContain('one organisation answers this alone')
  })
})

async function partState() {
  const { state } = await db
    .selectFrom('parts')
    .select('state')
    .where('case', '=', made.id)
    .where('organisation', '=', dale)
    .executeTakeFirstOrThrow()
  return state
}
