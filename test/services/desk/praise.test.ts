/** Praise reaches who is named, their team and its manager, without the person's name, and its clock is met. */
import { beforeAll, describe, expect, it } from 'vitest'
import { loadWords } from '../../../services/pages/languages.ts'
import { createHandOverStep } from '../../../services/pipeline/hand-over.ts'
import { loadCurrentKnowledge, saveKnowledge } from '../../../services/store/knowledge.ts'
import { claim } from '../../../services/store/work.ts'
import { addCase, type CaseGiven, type CaseMade } from '../../support/cases.ts'
import { auditOf } from '../../support/case-rows.ts'
import {
  addStaff,
  dale,
  daleTriage,
  marsh,
  marshEmergency,
  marshTriage,
  marshWards,
} from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
const words = loadWords()
let ann: Visitor
let dan: Visitor

const text = 'Staff okafor and Sister Okafor were wonderful to my father.'
const jo = { name: 'Jo Example', email: 'jo@example.org', phone: null, address: null }

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  await addStaff(db, { email: 'okafor@marsh.example', teams: [marshWards] }, clock.now)
  await addStaff(db, { email: 'okafor@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  dan = await desk.signedIn('okafor@dale.example')
  const { directory, rules } = await loadCurrentKnowledge(db)
  const teams = directory.teams.map((team) => {
    if (team.id === marshWards)
      return {
        ...team,
        manager: marshEmergency,
        handover: { by: 'email', address: 'wards@marsh.example' } as const,
      }
    if (team.id === marshEmergency)
      return { ...team, handover: { by: 'email', address: 'lead@marsh.example' } as const }
    return team
  })
  await saveKnowledge(db, { directory: { ...directory, teams }, rules }, 'with a manager', clock.now)
})

async function praised(more: CaseGiven = {}): Promise<CaseMade> {
  const made = await addCase(db, envelope, knowledge, {
    kind: 'compliment',
    submission: { text, person: jo },
    acknowledgeBy: null,
    ...more,
  })
  await db
    .insertInto('clocks')
    .values({
      case: made.id,
      name: 'pass-on',
      process: 'nhs',
      organisation: more.receivedBy ?? marsh,
      starts_on: '2026-11-20',
      due_on: '2026-11-25',
      because: JSON.stringify({ key: 'router:clock.due.working-days', params: { count: 3, source: 'x' } }),
    })
    .execute()
  return made
}
const page = ({ reference }: CaseMade) => `/desk/cases/${reference}/praise`
const clockOf = ({ id }: CaseMade) =>
  db
    .selectFrom('clocks')
    .select(['state', 'ended_because'])
    .where('case', '=', id)
    .where('name', '=', 'pass-on')
    .executeTakeFirstOrThrow()
const messages = ({ id }: CaseMade) =>
  db
    .selectFrom('messages')
    .select(['recipient', 'body', 'state', 'purpose'])
    .where('case', '=', id)
    .where('direction', '=', 'out')
    .orderBy('recipient')
    .execute()

describe('praise', () => {
  it('is told by mail to whoever is named, the team and its manager, in the person’s words without their name', async () => {
    const made = await praised()
    const form = await ann.get(page(made))
    const shown = wordsOf(form.text)
    expect(shown).toContain('Sister Okafor')
    for (const address of ['okafor@marsh.example', 'wards@marsh.example', 'lead@marsh.example'])
      expect(shown).toContain(address)
    expect(form.text).not.toContain('okafor@dale.example')
    expect(form.text).not.toContain('Jo Example')
    const tell = [...form.text.matchAll(/name="tell"[^>]*value="([^"]+)"/g)].map(([, id = '']) => id)
    expect(tell).toHaveLength(3)
    const answer = await ann.post(page(made), { tell, body: `They wrote: ${text}` })
    expect(answer.location).toBe(`/desk/cases/${made.reference}?done=praised`)
    expect((await messages(made)).map(({ recipient, body, state }) => [recipient, body, state])).toEqual(
      ['lead@marsh.example', 'okafor@marsh.example', 'wards@marsh.example'].map((to) => [
        to,
        `They wrote: ${text}`,
        'waiting',
      ]),
    )
    expect(await clockOf(made)).toEqual({ state: 'met', ended_because: 'praise-passed-on' })
    expect((await auditOf(db, made)).map(({ act, details }) => [act, details])).toEqual([
      ['praise.pass-on', { people: 1, teams: 2, otherWay: false }],
    ])
  })

  it('that was not told apart from the rest is marked so above the words, and praise alone is not', async () => {
    const mixed = await praised()
    const warning = 'The hub could not tell the praise in these words from the rest'
    expect(wordsOf((await ann.get(page(mixed))).text)).toContain(warning)
    await db.updateTable('issues').set({ tone: 'positive' }).where('case', '=', mixed.id).execute()
    expect(wordsOf((await ann.get(page(mixed))).text)).not.toContain(warning)
  })

  it('is on record as told another way where nobody gets a mail', async () => {
    const made = await praised()
    const refused = await ann.post(page(made), { body: 'Thank you.' })
    expect(wordsOf(refused.text)).toContain('Tick who gets it by email, or say that you told them yourself')
    expect(await clockOf(made)).toMatchObject({ state: 'running' })
    await ann.post(page(made), { body: 'Thank you.', otherWay: 'yes' })
    expect(await messages(made)).toEqual([])
    expect(await clockOf(made)).toMatchObject({ state: 'met' })
  })

  it('goes to nobody who is not in the list: no address is taken from the form', async () => {
    const made = await praised()
    const answer = await ann.post(page(made), {
      tell: 'staff:00000000-0000-4000-8000-000000000000',
      body: 'x',
    })
    expect(answer.status).toBe(422)
    expect(await messages(made)).toEqual([])
  })

  it('is asked for where a complaint holds praise, and nowhere else', async () => {
    const mixed = await praised({ kind: 'complaint' })
    await db.updateTable('issues').set({ kind: 'compliment' }).where('case', '=', mixed.id).execute()
    expect((await ann.get(`/desk/cases/${mixed.reference}`)).text).toContain('Tell those it praises')
    const none = await addCase(db, envelope, knowledge)
    expect((await ann.get(`/desk/cases/${none.reference}`)).text).not.toContain('Tell those it praises')
    expect((await ann.get(page(none))).status).toBe(404)
  })

  it('asks nothing of a manager who is told of it: neither the mail nor the case names a day to accept by', async () => {
    const made = await praised({ handoffTo: { organisation: marsh, team: marshEmergency } })
    const { id } = await db
      .updateTable('handoffs')
      .set({
        issues: [],
        because: JSON.stringify([
          { key: 'router:owner.manager', params: { team: 'Wards', manager: 'Emergency' } },
        ]),
        told: 'waiting',
        due_at: clock.now,
      })
      .where('case', '=', made.id)
      .where('team', '=', marshEmergency)
      .returning('id')
      .executeTakeFirstOrThrow()
    const step = createHandOverStep({
      db,
      words,
      publicUrl: 'https://hub.example',
      now: () => clock.now,
      ring: () => undefined,
      complain: (_, __, error) => expect.fail(String(error)),
    })
    const held = await claim(db, 'hand-over', id, clock.now)
    if (held === null) throw new Error('The handoff does not wait')
    await step(held)
    const [notice] = await messages(made)
    expect(notice?.body).toContain('There is nothing to accept')
    expect(notice?.body).not.toContain('accept or decline')
    const shown = wordsOf((await ann.get(`/desk/cases/${made.reference}`)).text)
    expect(shown).toContain('so that they know: there is nothing to accept')
  })

  it('is not found by another organisation', async () => {
    const made = await praised()
    expect((await dan.get(page(made))).status).toBe(404)
    expect((await dan.post(page(made), { body: 'x', otherWay: 'yes', version: '1' }, '/desk')).status).toBe(
      404,
    )
    expect(await clockOf(made)).toMatchObject({ state: 'running' })
  })

  it('of another organisation is mailed to nobody from here: it goes there with consent', async () => {
    const made = await praised()
    await db.updateTable('issues').set({ organisation: dale }).where('case', '=', made.id).execute()
    const shown = wordsOf((await ann.get(page(made))).text)
    expect(shown).toContain('It praises Dale Council (example), which gets it only with the person’s consent')
    expect(shown).not.toContain('marsh.example')
    expect(shown).not.toContain('wonderful')
    const answer = await ann.post(page(made), { tell: 'team:marsh-wards', body: 'x' })
    expect(answer.status).toBe(422)
    expect(await messages(made)).toEqual([])
  })
})
