/** Praise that came with a complaint reaches those it is for, and nobody whose name only sounds like theirs is ticked. */
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCurrentKnowledge, saveKnowledge } from '../../../services/store/knowledge.ts'
import { asId, type TeamId } from '../../../shared/ids.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, marsh, marshEmergency, marshTriage, marshWards } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

const ward = asId<'care-service'>('marsh-ward-4')
const mailed: Readonly<Record<string, string>> = {
  [marshWards]: 'wards@marsh.example',
  [marshEmergency]: 'lead@marsh.example',
  [marshTriage]: 'estates@marsh.example',
}

beforeAll(async () => {
  for (const name of ['okafor', 'jenny.day', 'jenny.night'])
    await addStaff(db, { email: `${name}@marsh.example`, teams: [marshWards] }, clock.now)
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  const { directory, rules } = await loadCurrentKnowledge(db)
  const teams = directory.teams.map((team) => ({
    ...team,
    ...(team.id === marshWards ? { manager: marshEmergency } : {}),
    handover: { by: 'email', address: mailed[team.id] ?? 'others@dale.example' } as const,
  }))
  const responsibilities = [{ team: marshWards, careService: ward, subject: null }]
  await saveKnowledge(db, { directory: { ...directory, teams, responsibilities }, rules }, 'test', clock.now)
})

const page = ({ reference }: CaseMade) => `/desk/cases/${reference}/praise`
const text = 'The car park is full. Nurse Jenny and Sister Okafor on ward 4 were wonderful.'

/** The feedback team answers for it; the ward is praised. Null: nobody was handed the praise. */
async function complained(praised: TeamId | null): Promise<CaseMade> {
  const made = await addCase(db, envelope, knowledge, { submission: { text }, ownerTeam: marshTriage })
  const { submission } = await db
    .selectFrom('issues')
    .select('submission')
    .where('case', '=', made.id)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('issues')
    .values({
      ...{ case: made.id, submission, organisation: marsh, care_service: ward, subjects: [] },
      ...{ position: 1, kind: 'compliment', tone: 'positive', span_start: 22, span_end: text.length },
    })
    .execute()
  if (praised === null) return made
  await db
    .insertInto('handoffs')
    .values({
      ...{ case: made.id, organisation: marsh, team: praised, issues: [1], state: 'offered' },
      ...{ accept_by: '2026-11-24', if_nobody: marshTriage, because: '[]', offered_at: clock.now },
      ...{ told: 'told', due_at: clock.now },
    })
    .execute()
  return made
}

describe('praise in a complaint', () => {
  it('goes to the team it praises and its manager, not to the team that answers for the complaint', async () => {
    const made = await complained(marshWards)
    const shown = wordsOf((await ann.get(page(made))).text)
    expect(shown).toContain('The team it praises (wards@marsh.example)')
    expect(shown).toContain('Manages that team (lead@marsh.example)')
    expect(shown).not.toContain('estates@marsh.example')
    const refused = await ann.post(page(made), { tell: `team:${marshTriage}`, body: 'x' })
    expect(refused.status).toBe(422)
  })

  it('follows the praise where that was handed to another team', async () => {
    const shown = wordsOf((await ann.get(page(await complained(marshEmergency)))).text)
    expect(shown).toContain('The team it praises (lead@marsh.example)')
    expect(shown).not.toContain('wards@marsh.example')
  })

  it('goes to whoever answers for the service it praises where it was handed to no team', async () => {
    const shown = wordsOf((await ann.get(page(await complained(null)))).text)
    expect(shown).toContain('The team it praises (wards@marsh.example)')
    expect(shown).not.toContain('estates@marsh.example')
  })

  it('ticks whoever alone has the name that is said, and none of several who share it', async () => {
    const { text: form } = await ann.get(page(await complained(marshWards)))
    const inputs = [...form.matchAll(/<input[^>]*name="tell"[^>]*>/g)]
    // Jenny by day and by night, Okafor, the team and its manager.
    expect(inputs.map(([input]) => input.includes(' checked'))).toEqual([false, false, true, true, true])
    expect(wordsOf(form)).toContain('so may somebody else (jenny.day@marsh.example)')
  })
})
