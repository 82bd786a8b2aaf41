/** Accepting, declining and passing on: there is always somebody who has the case, and everybody can see who. */
import { beforeAll, describe, expect, it } from 'vitest'
import { seedRules } from '../../../rules/seed-rules.ts'
import { escalateCase } from '../../../services/store/escalations.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, marshEmergency, marshTriage, marshWards } from '../../support/county.ts'
import { handTo } from '../../support/hand-to.ts'
import { wordsOf } from '../../support/visitor.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let warder: Visitor
let triager: Visitor
let onlooker: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'wim@marsh.example', teams: [marshWards] }, clock.now)
  await addStaff(db, { email: 'tess@marsh.example', teams: [marshTriage] }, clock.now)
  await addStaff(db, { email: 'olga@marsh.example', teams: [marshEmergency] }, clock.now)
  warder = await desk.signedIn('wim@marsh.example')
  triager = await desk.signedIn('tess@marsh.example')
  onlooker = await desk.signedIn('olga@marsh.example')
})

const handoffsOf = ({ id }: CaseMade) =>
  db.selectFrom('handoffs').selectAll().where('case', '=', id).orderBy('id').execute()

async function formOf(made: CaseMade, act: string): Promise<string> {
  const handoffs = await handoffsOf(made)
  return `/desk/cases/${made.reference}/handoffs/${handoffs.at(-1)?.id ?? ''}/${act}`
}

const states = async (made: CaseMade) => (await handoffsOf(made)).map(({ team, state }) => [team, state])
const lastAct = async ({ id }: CaseMade) => {
  const entries = await db
    .selectFrom('audit_entries')
    .selectAll()
    .where('about', '=', id)
    .orderBy('id')
    .execute()
  return entries.at(-1)
}

describe('a team that is offered a case', () => {
  it('accepts it with one click on the case, which then waits for nobody', async () => {
    const made = await addCase(db, envelope, knowledge)
    const page = `/desk/cases/${made.reference}`
    expect((await warder.get(page)).text).toContain('This waits for Ward matrons')
    const answer = await warder.post(await formOf(made, 'accept'), {}, page)
    expect(answer.location).toBe(`${page}?done=accepted`)
    expect(await states(made)).toEqual([[marshWards, 'accepted']])
    expect(await lastAct(made)).toMatchObject({ act: 'handoff.accept', actor_kind: 'staff' })
    expect((await warder.get(page)).text).not.toContain('This waits for')
  })

  it('declines it with a reason, and it is offered to whoever stands in', async () => {
    const made = await addCase(db, envelope, knowledge, { flags: ['self-harm'] })
    const form = await formOf(made, 'decline')
    expect((await warder.post(form, { why: ' ' })).status).toBe(422)
    expect((await warder.post(form, { why: 'Not our ward.' })).status).toBe(303)
    expect(await states(made)).toEqual([
      [marshWards, 'declined'],
      [marshTriage, 'offered'],
    ])
    const [declined, next] = await handoffsOf(made)
    expect(declined).toMatchObject({ decline_reason: 'Not our ward.' })
    expect(next).toMatchObject({ told: 'waiting', if_nobody: marshTriage, issues: [0] })
    // A red flag leaves hours, not days, to the next team too.
    expect(next?.accept_until).not.toBeNull()
    expect(desk.rung.at(-1)).toEqual({ queue: 'hand-over', ids: [next?.id] })
    const row = await db.selectFrom('cases').select('owner_team').where('id', '=', made.id).executeTakeFirst()
    expect(row?.owner_team).toBe(marshTriage)
    expect((await lastAct(made))?.act).toBe('handoff.decline')
  })

  it('passes it on to any team by its name', async () => {
    const made = await addCase(db, envelope, knowledge)
    const form = await formOf(made, 'pass-on')
    expect((await warder.get(form)).text).toContain('Emergency department')
    await warder.post(form, { to: marshEmergency, why: 'It was in A&E.' })
    expect(await states(made)).toEqual([
      [marshWards, 'passed-on'],
      [marshEmergency, 'offered'],
    ])
    expect((await onlooker.get('/desk?view=waiting')).text).toContain(made.reference)
    expect((await lastAct(made))?.details).toMatchObject({ from: marshWards, to: marshEmergency })
  })

  it('is refused a second decision on the same handoff', async () => {
    const made = await addCase(db, envelope, knowledge)
    const form = await formOf(made, 'accept')
    await warder.post(form, {})
    const again = await warder.post(form, {})
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('already accepted')])
  })

  it('has it accepted once when two of its members press at once, and the other is told', async () => {
    await addStaff(db, { email: 'wyn@marsh.example', teams: [marshWards] }, clock.now)
    const members = [warder, await desk.signedIn('wyn@marsh.example')]
    const made = await addCase(db, envelope, knowledge)
    const form = await formOf(made, 'accept')
    const pages = await Promise.all(members.map((member) => member.get(`/desk/cases/${made.reference}`)))
    const answers = await Promise.all(
      members.map((member, at) => member.send(form, hiddenFields(pages[at]?.text ?? ''))),
    )
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
    expect(won?.location).toBe(`/desk/cases/${made.reference}?done=accepted`)
    expect(lost?.status).toBeGreaterThanOrEqual(409)
    expect(lost?.text).toMatch(/already accepted|somebody else|someone else/i)
    const acts = await db.selectFrom('audit_entries').select('act').where('about', '=', made.id).execute()
    expect(acts.filter(({ act }) => act === 'handoff.accept')).toHaveLength(1)
  })
})

describe('triage', () => {
  it('decides for a team that does not', async () => {
    const made = await addCase(db, envelope, knowledge)
    expect((await triager.post(await formOf(made, 'accept'), {})).status).toBe(303)
    expect(await states(made)).toEqual([[marshWards, 'accepted']])
  })

  it('is the last resort: it cannot decline, only pass on', async () => {
    const made = await addCase(db, envelope, knowledge, { ownerTeam: marshTriage })
    const answer = await triager.post(await formOf(made, 'decline'), { why: 'No.' })
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('cannot decline')])
    expect(await states(made)).toEqual([[marshTriage, 'offered']])
  })
})

describe('somebody whose team is only told besides', () => {
  const toldBesides = async () => {
    const made = await addCase(db, envelope, knowledge)
    const form = (act: string) => formOf(made, act)
    const forms = {
      accept: await form('accept'),
      decline: await form('decline'),
      'pass-on': await form('pass-on'),
    }
    await handTo(db, made, marshEmergency, 'accepted')
    return { made, forms }
  }

  it.each(['accept', 'decline', 'pass-on'] as const)(
    'may not %s for another team, and is told whom to ask',
    async (act) => {
      const { made, forms } = await toldBesides()
      const answer = await onlooker.post(forms[act], { why: 'x', to: marshEmergency })
      expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('Ask them.')])
      expect(await states(made)).toEqual([
        [marshWards, 'offered'],
        [marshEmergency, 'accepted'],
      ])
    },
  )

  it('is shown no buttons for it', async () => {
    const { made } = await toldBesides()
    const page = await onlooker.get(`/desk/cases/${made.reference}`)
    expect([page.status, page.text.includes('This waits for')]).toEqual([200, false])
  })
})

describe('an offer that nobody accepted in time', () => {
  const ranOut = async (made: CaseMade) => {
    await db
      .updateTable('handoffs')
      .set({ accept_by: '2026-11-20', if_nobody: marshTriage })
      .where('case', '=', made.id)
      .execute()
    await escalateCase(db, made.id, seedRules, clock.now)
  }

  it('waits for the team it went on to, and the team that had it is told which', async () => {
    const made = await addCase(db, envelope, knowledge)
    await ranOut(made)
    expect(await states(made)).toEqual([
      [marshWards, 'escalated'],
      [marshTriage, 'offered'],
    ])
    const seen = wordsOf((await warder.get(`/desk/cases/${made.reference}`)).text)
    expect(seen).toContain('nobody accepted in time')
    expect(seen).toContain('It went on to Marsh feedback team.')
    expect(seen).not.toContain('This waits for')
    expect(seen).not.toContain('nobody stands in')
    const asked = wordsOf((await triager.get(`/desk/cases/${made.reference}`)).text)
    expect(asked).toContain('This waits for Marsh feedback team')
    expect(asked).not.toContain('This waits for Ward matrons')
  })

  it('of the last resort still waits for it, since nobody else is there', async () => {
    const made = await addCase(db, envelope, knowledge, { ownerTeam: marshTriage })
    await ranOut(made)
    const seen = wordsOf((await triager.get(`/desk/cases/${made.reference}`)).text)
    expect(seen).toContain('nobody stands in for Marsh feedback team')
    expect((await triager.post(await formOf(made, 'accept'), {})).status).toBe(303)
  })
})
