/** A case that was sent on with consent, as its receiver and its sender see it, and what either does to it. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHandOverStep } from '../../../services/pipeline/hand-over.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import { sayOnConsent } from '../../../services/store/joint/consent-acts.ts'
import { claim } from '../../../services/store/work.ts'
import { asId } from '../../../shared/ids.ts'
import { addStaff, dale, daleTriage, marshTriage, marshWards } from '../../support/county.ts'
import { addJointCase, openDaleToMail, tellingAt } from '../../support/joint.ts'
import { wordsOf } from '../../support/visitor.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
const words = loadWords()
const carers = asId<'team'>('dale-carers')
let dee: Visitor
let cara: Visitor
let mo: Visitor
let made: Awaited<ReturnType<typeof addJointCase>>
let page: string

beforeAll(async () => {
  await openDaleToMail(db)
  const inbox = JSON.stringify({ by: 'inbox' })
  const team = { organisation: dale, name: 'Home carers', handover: inbox, fallback: null }
  await db
    .insertInto('teams')
    .values({ id: carers, ...team })
    .execute()
  await addStaff(db, { email: 'dee@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  await addStaff(db, { email: 'cara@dale.example', organisation: dale, teams: [carers] }, clock.now)
  await addStaff(db, { email: 'mo@marsh.example', teams: [marshTriage] }, clock.now)
  dee = await desk.signedIn('dee@dale.example')
  cara = await desk.signedIn('cara@dale.example')
  mo = await desk.signedIn('mo@marsh.example')
})

beforeEach(async () => {
  made = await addJointCase(db, envelope, knowledge, { purpose: 'pass-on', flags: ['safeguarding-adult'] })
  page = `/desk/cases/${made.reference}`
  const because = JSON.stringify([
    { key: 'router:owner.place.named', params: { organisation: 'Dale Council (example)' } },
    { key: 'router:handover.held', params: { organisation: 'Dale Council (example)' } },
  ])
  await theirs().set({ because }).execute()
  const yes = { consent: made.consent, act: 'give', by: { kind: 'person' }, how: 'email' } as const
  await sayOnConsent(db, yes, tellingAt(clock.now))
})

const theirs = () => db.updateTable('handoffs').where('case', '=', made.id).where('organisation', '=', dale)
const handoffs = () =>
  db.selectFrom('handoffs').selectAll().where('case', '=', made.id).orderBy('id').execute()
/** In the list itself: above it stands what a red flag waits for, whoever’s it is. */
const mine = async (who: Visitor) => {
  const [, list = ''] = (await who.get('/desk?view=mine')).text.split('<table')
  return list.includes(made.reference)
}

describe('the receiver', () => {
  it('has it among the cases of the team that it was sent to, under that team’s name', async () => {
    expect(await mine(dee)).toBe(true)
    expect((await dee.get('/desk?view=triage')).text).toContain(made.reference)
    expect(await mine(cara)).toBe(false)
    const inbox = wordsOf((await dee.get('/desk?view=mine')).text)
    expect(inbox).not.toContain('Ward matrons')
    const shown = wordsOf((await dee.get(page)).text)
    expect(shown).not.toContain('Ward matrons answers for it')
    expect(shown).toContain('Dale feedback team answers for it')
  })

  it('is told why it has it now, and that a red flag leaves hours, not that it is held', async () => {
    const shown = wordsOf((await dee.get(page)).text)
    expect(shown).toContain('Sent on to your organisation with the person’s consent')
    expect(shown).not.toContain('nothing goes to')
    expect(shown).toContain('somebody must look within 4 hours')
    const row = (await handoffs()).find(({ organisation }) => organisation === dale)
    expect(row?.accept_until?.getTime()).toBe(clock.now.getTime() + 4 * 3_600_000)
    expect((await dee.get('/desk')).text).toContain('desk-first')
  })

  it('gives it to another team of its own, and the sender’s stays as it was', async () => {
    const before = (await handoffs()).find(({ team }) => team === marshWards)
    const answer = await dee.post(`${page}/correct/owner`, { to: carers, why: 'They visited.' })
    expect(answer.status).toBe(303)
    const after = await handoffs()
    expect(after.find(({ team }) => team === marshWards)).toEqual(before)
    expect(after.filter(({ organisation }) => organisation === dale)).toMatchObject([
      { team: daleTriage, state: 'passed-on' },
      { team: carers, state: 'offered' },
    ])
    expect(await mine(cara)).toBe(true)
    const { owner_team } = await db
      .selectFrom('cases')
      .select('owner_team')
      .where('id', '=', made.id)
      .executeTakeFirstOrThrow()
    expect(owner_team).toBe(marshWards)
  })

  it('is not promised a next team by mail where nobody stands in', async () => {
    const row = (await handoffs()).find(({ organisation }) => organisation === dale)
    const step = createHandOverStep({
      db,
      words,
      publicUrl: 'https://hub.example',
      now: () => clock.now,
      ring: () => undefined,
      complain: (_, __, error) => expect.fail(String(error)),
    })
    const held = await claim(db, 'hand-over', row?.id ?? '', clock.now)
    if (held === null) throw new Error('The handoff does not wait')
    await step(held)
    const { body } = await db
      .selectFrom('messages')
      .select('body')
      .where('case', '=', made.id)
      .where('purpose', '=', 'handoff-notice')
      .executeTakeFirstOrThrow()
    expect(body).toContain('Nobody stands in for your team')
    expect(body).not.toContain('next team')
  })
})

describe('the sender', () => {
  it('still has it under its own team', async () => {
    const shown = wordsOf((await mo.get(page)).text)
    expect(shown).toContain('Ward matrons answers for it')
    expect(shown).toContain('Dale Council (example) sent on')
    expect(shown).not.toContain('to be sent on')
  })
})
