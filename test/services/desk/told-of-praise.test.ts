/** A manager who is only told of praise marks it as seen: there is nothing to accept, decline or pass on. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, marsh, marshEmergency, marshTriage, marshWards } from '../../support/county.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let manager: Visitor
let triager: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'mae@marsh.example', teams: [marshEmergency] }, clock.now)
  await addStaff(db, { email: 'tess@marsh.example', teams: [marshTriage] }, clock.now)
  manager = await desk.signedIn('mae@marsh.example')
  triager = await desk.signedIn('tess@marsh.example')
})

/** `until`: by when somebody has to look, where a red flag gives hours. */
async function told(until: Date | null = null) {
  const made = await addCase(db, envelope, knowledge, { kind: 'compliment', handoff: 'accepted' })
  const because = { key: 'router:owner.manager', params: { team: 'Ward matrons', manager: 'The lead' } }
  const { id } = await db
    .insertInto('handoffs')
    .values({
      case: made.id,
      organisation: marsh,
      team: marshEmergency,
      issues: [],
      state: 'offered',
      accept_by: '2026-11-24',
      accept_until: until,
      if_nobody: marshTriage,
      because: JSON.stringify([because]),
      offered_at: clock.now,
      told: 'told',
      due_at: clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { made, page: `/desk/cases/${made.reference}`, act: (act: string) => `${pageOf(made)}/${id}/${act}` }
}

const pageOf = ({ reference }: CaseMade) => `/desk/cases/${reference}/handoffs`
const stateOf = async ({ id }: CaseMade) => {
  const row = await db
    .selectFrom('handoffs')
    .select('state')
    .where('case', '=', id)
    .where('team', '=', marshEmergency)
    .executeTakeFirstOrThrow()
  return row.state
}

describe('a manager who is told of praise', () => {
  it('is shown nothing to accept on the case, only that they can mark it as seen', async () => {
    const { page } = await told()
    const { text } = await manager.get(page)
    expect(text).not.toContain('This waits for')
    expect(text).not.toMatch(/\/(?:accept|decline|pass-on)"/)
    expect(text).toContain('So that you know: Emergency department')
  })

  it('marks it as seen with one click, and it stands no longer among what waits for them', async () => {
    const { made, page, act } = await told()
    expect((await manager.get('/desk?view=waiting')).text).toContain(made.reference)
    const answer = await manager.post(act('seen'), {}, page)
    expect(answer.location).toBe(`${page}?done=seen`)
    expect((await manager.get('/desk?view=waiting')).text).not.toContain(made.reference)
    const { text } = await manager.get(page)
    expect(text).not.toContain('So that you know')
    expect(text).toContain('>seen<')
    expect(text).toContain('Seen by a team that was told of it')
  })

  it.each(['accept', 'decline', 'pass-on'])('cannot %s it by its address either', async (act) => {
    const { made, page, act: at } = await told()
    expect((await manager.get(at(act))).status).toBe(404)
    await manager.post(at(act), { why: 'x', to: marshWards }, page)
    expect(await stateOf(made)).toBe('offered')
  })

  it('is the only one to say so: triage is not asked', async () => {
    const { made, page, act } = await told()
    expect((await triager.get(page)).text).not.toContain('So that you know')
    await triager.post(act('seen'), {})
    expect(await stateOf(made)).toBe('offered')
  })

  it('is not among those whom a red flag waits for, nor takes it on by having seen it', async () => {
    const { made, page, act } = await told(new Date(clock.now.getTime() + 3_600_000))
    const shows = async () => (await manager.get('/desk')).text.includes('desk-first')
    await db
      .updateTable('handoffs')
      .set({
        state: 'offered',
        offered_at: clock.now,
        accept_until: new Date(clock.now.getTime() + 3_600_000),
      })
      .where('case', '=', made.id)
      .where('team', '=', marshWards)
      .execute()
    await manager.post(act('seen'), {}, page)
    expect(await shows()).toBe(true)
    await db
      .updateTable('handoffs')
      .set({ state: 'offered' })
      .where('case', '=', made.id)
      .where('team', '=', marshEmergency)
      .execute()
    await db
      .updateTable('handoffs')
      .set({ state: 'declined' })
      .where('case', '=', made.id)
      .where('team', '=', marshWards)
      .execute()
    expect(await shows()).toBe(false)
  })
})
