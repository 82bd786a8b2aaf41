/** Rules that changed suggest another team or other subjects for open cases: one click follows them, one keeps it, and nobody is asked twice. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seedRules } from '../../../rules/seed-rules.ts'
import { listJudgements } from '../../../services/store/evaluations.ts'
import { saveKnowledge } from '../../../services/store/knowledge.ts'
import type { Team } from '../../../shared/directory.ts'
import type { TeamId } from '../../../shared/ids.ts'
import { auditOf, caseRow, findingsAbout } from '../../support/case-rows.ts'
import { addCase, type CaseGiven, type CaseMade } from '../../support/cases.ts'
import {
  addStaff,
  county,
  dale,
  daleTriage,
  marshEmergency,
  marshTriage,
  marshWards,
} from '../../support/county.ts'
import { replayCase } from '../../support/replay-case.ts'
import { wordsOf } from '../../support/visitor.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})
afterEach(() => expect(desk.faults).toEqual([]))

/** From now on waiting times are the matter of that team. */
async function waitingTimesGoTo(team: TeamId, change: (team: Team) => Team = (same) => same) {
  const responsibilities = [{ team, careService: null, subject: 'waiting-times' }]
  const directory = { ...county, responsibilities, teams: county.teams.map(change) }
  await saveKnowledge(db, { directory, rules: seedRules }, 'test', clock.now)
}

/** Routed when nobody answered for waiting times but triage. */
const routed = (given: CaseGiven = {}) =>
  addCase(db, envelope, knowledge, { ownerTeam: marshTriage, handoffTo: toTriage, ...given })
const toTriage = { organisation: county.host, team: marshTriage }
const page = ({ reference }: CaseMade) => `/desk/cases/${reference}`
const words = async (made: CaseMade, who = ann) => wordsOf((await who.get(page(made))).text)
const replayed = async (made: CaseMade) => {
  await replayCase(db, made.id, clock.now)
  return made
}
const asked = 'The rules have changed since this came in'
const open = ({ id }: CaseMade) =>
  db
    .selectFrom('suggestions')
    .selectAll()
    .where('case', '=', id)
    .where('answer', 'is', null)
    .orderBy('about')
    .execute()

async function click(made: CaseMade, answer: 'taken' | 'kept', more: Record<string, string> = {}) {
  const [suggestion] = await open(made)
  // A click on a page that was open for a while.
  const why = /name="why" value="([^"]+)"/.exec((await ann.get(page(made))).text)?.[1] ?? ''
  return ann.post(`${page(made)}/suggestions/${suggestion?.id ?? 0}/${answer}`, { why, ...more }, page(made))
}

describe('another team', () => {
  it('is suggested with its reasons, moves nothing, and stands on the inbox', async () => {
    await waitingTimesGoTo(marshWards)
    const made = await replayed(await routed())
    const text = await words(made)
    expect(text).toContain(`${asked} They now give this case to Ward matrons.`)
    expect(text).toContain('It is with Marsh feedback team.')
    expect(text).toContain(
      'For “Waiting times” everywhere in Marsh Hospitals (example) the responsible team is',
    )
    expect((await caseRow(db, made)).owner_team).toBe(marshTriage)
    expect(wordsOf((await ann.get('/desk')).text)).toContain('Marsh feedback team Rules changed')
  })

  it('gets the case by one click, is told of it, and a person’s word stands beside the router’s', async () => {
    await waitingTimesGoTo(marshWards)
    const made = await replayed(await routed())
    expect((await click(made, 'taken')).location).toBe(`${page(made)}?done=suggestion`)
    expect((await caseRow(db, made)).owner_team).toBe(marshWards)
    const handoffs = await db
      .selectFrom('handoffs')
      .select(['team', 'state'])
      .where('case', '=', made.id)
      .orderBy('id')
      .execute()
    expect(handoffs).toEqual([
      { team: marshTriage, state: 'passed-on' },
      { team: marshWards, state: 'offered' },
    ])
    expect(await words(made)).not.toContain(asked)
    const judged = (await listJudgements(db, { from: null, to: null })).find(
      ({ reference, about }) => reference === made.reference && about === 'owner',
    )
    expect(judged).toMatchObject({ router: [marshTriage], person: [marshWards] })
    const acts = (await auditOf(db, made)).map(({ act }) => act)
    expect(acts).toContain('suggestion.taken')
  })

  it('is not asked about again once it was turned down, whatever the rules say then', async () => {
    await waitingTimesGoTo(marshWards)
    const made = await replayed(await routed())
    expect((await click(made, 'kept')).status).toBe(303)
    expect((await caseRow(db, made)).owner_team).toBe(marshTriage)
    expect(await words(made)).not.toContain(asked)
    await replayed(made)
    await waitingTimesGoTo(marshEmergency)
    await replayed(made)
    expect(await open(made)).toEqual([])
  })

  it('is suggested once by two replays, and only the newest of two that differ', async () => {
    await waitingTimesGoTo(marshWards)
    const made = await replayed(await replayed(await routed()))
    expect(await open(made)).toHaveLength(1)
    await waitingTimesGoTo(marshEmergency)
    await replayed(made)
    expect((await open(made)).map(({ value }) => value)).toMatchObject([{ team: marshEmergency }])
    await saveKnowledge(db, { directory: county, rules: seedRules }, 'test', clock.now)
    await replayed(made)
    expect(await open(made)).toEqual([])
  })

  it('is not suggested where a person named the team, where the other one declined it, or on a closed case', async () => {
    await waitingTimesGoTo(marshWards)
    const corrected = await routed({ ownerTeam: marshTriage })
    await ann.post(`${page(corrected)}/correct/owner`, { to: marshEmergency, why: 'They know the family.' })
    const declined = await routed({ handoffTo: { ...toTriage, team: marshWards } })
    const { id } = await db
      .selectFrom('handoffs')
      .select('id')
      .where('case', '=', declined.id)
      .executeTakeFirstOrThrow()
    await ann.post(`${page(declined)}/handoffs/${id}/decline`, { why: 'Not our ward.' })
    const closed = await routed()
    await db.updateTable('cases').set({ state: 'closed' }).where('id', '=', closed.id).execute()
    for (const made of [corrected, declined, closed]) {
      await replayed(made)
      expect(await open(made)).toEqual([])
    }
  })

  it('is gone from the page when somebody names a team before it is answered', async () => {
    await waitingTimesGoTo(marshWards)
    const made = await replayed(await routed())
    await ann.post(`${page(made)}/correct/owner`, { to: marshEmergency, why: 'They know the family.' })
    expect(await words(made)).not.toContain(asked)
    expect((await click(made, 'taken')).status).toBe(422)
  })

  it('is no matter of who is away today: a stand-in is not what the rules say', async () => {
    const isAway = (team: Team): Team =>
      team.id === marshWards ? { ...team, away: { from: '2026-11-01', until: '2026-12-01' } } : team
    await waitingTimesGoTo(marshWards, isAway)
    const made = await replayed(
      await routed({ ownerTeam: marshWards, handoffTo: { ...toTriage, team: marshWards } }),
    )
    expect(await open(made)).toEqual([])
  })
})

describe('other subjects', () => {
  const about = (subject: string) => routed({ subjects: [subject] })

  it('are suggested for the issue in question and changed by one click', async () => {
    await waitingTimesGoTo(marshTriage)
    const made = await replayed(await about('facilities'))
    expect(await words(made)).toContain(
      'They now say that issue 1 is about: Waiting times. It stands as: Facilities and environment.',
    )
    await click(made, 'taken')
    const { subjects } = await db
      .selectFrom('issues')
      .select('subjects')
      .where('case', '=', made.id)
      .executeTakeFirstOrThrow()
    expect(subjects).toEqual(['waiting-times'])
    expect(await words(made)).not.toContain(asked)
  })

  it('stay by the other, and count as a person’s word', async () => {
    await waitingTimesGoTo(marshTriage)
    const made = await replayed(await about('facilities'))
    await click(made, 'kept')
    const [said] = await findingsAbout(db, made, 'issue.0.subjects')
    expect(said).toMatchObject({ value: ['facilities'] })
    await replayed(made)
    expect(await open(made)).toEqual([])
  })
})

describe('who may answer', () => {
  it('is whoever coordinates the case; others see no suggestion', async () => {
    await addStaff(db, { email: 'dot@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
    const dot = await desk.signedIn('dot@dale.example')
    await waitingTimesGoTo(marshWards)
    const across = { organisation: dale, team: daleTriage }
    const made = await replayed(await routed({ handoff: 'accepted', handoffTo: across }))
    expect(await words(made, dot)).toContain(made.reference)
    expect(await words(made, dot)).not.toContain(asked)
    expect(wordsOf((await dot.get('/desk')).text)).not.toContain('Rules changed')
    const [suggestion] = await open(made)
    expect((await dot.get(`${page(made)}/suggestions/${suggestion?.id ?? 0}/taken`)).status).toBe(404)
  })

  it('is told where somebody else changed the case meanwhile, and can answer there', async () => {
    await waitingTimesGoTo(marshWards)
    const made = await replayed(await routed())
    const late = await click(made, 'taken', { version: '0' })
    expect(late.status).toBe(409)
    expect(wordsOf(late.text)).toContain('They now give this case to Ward matrons.')
    expect((await caseRow(db, made)).owner_team).toBe(marshTriage)
  })
})
