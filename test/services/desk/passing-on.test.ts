/** Naming a team that is away or has as many cases as it can take: who stands in is said, and staff may go on all the same. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seedRules } from '../../../rules/seed-rules.ts'
import { saveKnowledge } from '../../../services/store/knowledge.ts'
import type { Team } from '../../../shared/directory.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, county, marshEmergency, marshTriage, marshWards } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let tess: Visitor
let made: CaseMade

beforeAll(async () => {
  await addStaff(db, { email: 'tess@marsh.example', teams: [marshTriage] }, clock.now)
  tess = await desk.signedIn('tess@marsh.example')
})
beforeEach(async () => {
  made = await addCase(db, envelope, knowledge, { ownerTeam: marshTriage })
})
afterEach(() => expect(desk.faults).toEqual([]))

async function emergencyIs(how: Partial<Team>): Promise<void> {
  const teams = county.teams.map((team) =>
    team.id === marshEmergency ? { ...team, fallback: marshWards, ...how } : team,
  )
  await saveKnowledge(db, { directory: { ...county, teams }, rules: seedRules }, 'test', clock.now)
}
const away = { away: { from: '2026-11-22', until: '2026-11-29' } }

async function handoffForm(): Promise<string> {
  const { id } = await db
    .selectFrom('handoffs')
    .select('id')
    .where('case', '=', made.id)
    .executeTakeFirstOrThrow()
  return `/desk/cases/${made.reference}/handoffs/${id}/pass-on`
}
const ownerForm = () => Promise.resolve(`/desk/cases/${made.reference}/correct/owner`)
const teams = async () => {
  const rows = await db
    .selectFrom('handoffs')
    .select('team')
    .where('case', '=', made.id)
    .orderBy('id')
    .execute()
  return rows.map(({ team }) => team)
}
const toEmergency = { to: marshEmergency, why: 'It was in A&E.' }

describe.each([
  ['passing a case on', handoffForm],
  ['correcting the team', ownerForm],
])('%s to a team that is not there', (_what, form) => {
  it('says until when it is away and who stands in, moves nothing, and keeps what was written', async () => {
    await emergencyIs(away)
    expect(wordsOf((await tess.get(await form())).text)).toContain(
      'Emergency department (away, or has enough)',
    )
    const answer = await tess.post(await form(), toEmergency)
    expect(answer.status).toBe(422)
    const words = wordsOf(answer.text)
    expect(words).toContain('Emergency department cannot look at it now.')
    expect(words).toContain(
      'Emergency department is away until Sunday 29 November 2026, so Ward matrons stands in',
    )
    expect(answer.text).toContain('It was in A&amp;E.')
    expect(await teams()).toEqual([marshTriage])
  })

  it('goes on all the same where that is ticked', async () => {
    await emergencyIs(away)
    const answer = await tess.post(await form(), { ...toEmergency, anyway: marshEmergency })
    expect(answer.status).toBe(303)
    expect(await teams()).toEqual([marshTriage, marshEmergency])
  })

  it('asks anew where the tick was for another team', async () => {
    await emergencyIs(away)
    const answer = await tess.post(await form(), { ...toEmergency, anyway: marshWards })
    expect(answer.status).toBe(422)
  })

  it('says that it has as many cases as it can take', async () => {
    await addCase(db, envelope, knowledge, { ownerTeam: marshEmergency })
    await emergencyIs({ capacity: 1 })
    const words = wordsOf((await tess.post(await form(), toEmergency)).text)
    expect(words).toContain('so Ward matrons stands in')
    expect(await teams()).toEqual([marshTriage])
  })

  it('says nothing of a team that is there', async () => {
    await emergencyIs({ away: { from: '2026-11-23', until: '2026-11-29' } })
    expect((await tess.get(await form())).text).not.toContain('has enough')
    expect((await tess.post(await form(), toEmergency)).status).toBe(303)
    expect(await teams()).toEqual([marshTriage, marshEmergency])
  })
})
