/** A request, an MP's letter and a withdrawal go to whoever deals with them and not to the ward they name. */
import { describe, expect, it } from 'vitest'
import { route } from '../../../router/route.ts'
import type { Directory } from '../../../shared/directory.ts'
import { asId } from '../../../shared/ids.ts'
import { submissionOf } from '../../../shared/submission.ts'
import { readingKnowledge } from '../../support/reading.ts'

function routed(text: string, given: Partial<typeof readingKnowledge> = {}) {
  return route(submissionOf({ channel: 'email', text }), { ...readingKnowledge, ...given })
}

const teamsFor = (text: string, given: Partial<typeof readingKnowledge> = {}) =>
  routed(text, given).handoffs.map(({ team }) => team)

const ward = 'the medical wards at Aldermouth General Hospital'
const informationTeam = 'agh-information-governance'

describe('what is no complaint about a ward', () => {
  it('would have gone to the matrons of the ward it names', () => {
    expect(teamsFor(`Nobody answered the bell on ${ward}.`)).toEqual(['agh-medical-matrons'])
  })

  it.each([
    [
      `Under the Freedom of Information Act 2000 please send me the number of falls on ${ward}.`,
      informationTeam,
    ],
    [`Please could you tell me, under FOI, how many patients died on ${ward}.`, informationTeam],
    [`I want a copy of my records from ${ward}.`, informationTeam],
    [`I write on behalf of my constituent Mrs Jones, who was left in pain on ${ward}.`, 'agh-complaints'],
    [`I wish to withdraw my complaint about ${ward}. The matron rang me.`, 'agh-complaints'],
  ])('goes to whoever deals with it: %s', (text, team) => {
    const { handoffs, owners } = routed(text)
    expect(handoffs.map((handoff) => handoff.team)).toEqual([team])
    expect(owners[0].because[0].key).toMatch(/^router:owner\.request\./)
    expect(handoffs[0].issues.length).toBeGreaterThan(0)
  })

  it('goes to the ward as well where something happened there', () => {
    const text = `I want a copy of my records from ${ward}. My mother fell and nobody came for an hour.`
    expect(new Set(teamsFor(text))).toEqual(new Set(['agh-medical-matrons', informationTeam]))
  })

  it('goes to triage where the organisation names nobody for it', () => {
    const { directory } = readingKnowledge
    const without: Directory = {
      ...directory,
      responsibilities: directory.responsibilities.filter(
        ({ subject }) => subject !== 'information-governance' && subject !== 'complaints',
      ),
    }
    for (const text of [`I want a copy of my records from ${ward}.`, 'I wish to withdraw my complaint.']) {
      const { handoffs, owners } = routed(text, { directory: without })
      expect(handoffs.map(({ team }) => team)).toEqual(['agh-pals'])
      expect(owners[0].because[0].key).toContain('-unnamed')
    }
  })

  it('keeps the clocks of a complaint until a person has looked', () => {
    const names = routed('I wish to withdraw my complaint.').clocks.map(({ name }) => name)
    expect(names).toContain('acknowledge')
    expect(names).toContain('six-months')
  })

  it('is still told to safeguarding where somebody may be at risk', () => {
    const text = `I want a copy of my records from ${ward}. My carer hits me every night.`
    expect(teamsFor(text)).toContain('agh-safeguarding')
  })

  it('goes where an administrator’s rule sends it', () => {
    const rule = {
      id: 'one',
      when: { words: ['freedom of information'] },
      team: 'agh-pals',
      from: '2026-01-01',
      until: null,
      author: 'Dora',
      reason: 'PALS logs them',
    }
    const rules = { ...readingKnowledge.rules, routing: [rule] }
    expect(teamsFor('A freedom of information request about falls.', { rules })).toEqual(['agh-pals'])
  })

  it('waits for consent where the records are another organisation’s', () => {
    const council = asId<'organisation'>('aldershire-council')
    const { handoffs } = routed('I want a copy of my records from Aldershire Council home care.')
    expect(handoffs.filter(({ organisation }) => organisation === council)).toMatchObject([
      { state: 'hold-for-consent' },
    ])
  })
})
