/** Whoever speaks up about their workplace is answered by those who look after that, and not by the team they speak of. */
import { describe, expect, it } from 'vitest'
import { findOwners } from '../../../router/find-owners/find-owners.ts'
import { route } from '../../../router/route.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import type { Directory } from '../../../shared/directory.ts'
import { asId } from '../../../shared/ids.ts'
import type { RoutingRule } from '../../../shared/knowledge.ts'
import { submissionOf } from '../../../shared/submission.ts'
import { languages } from '../../../shared/words.ts'
import { classified, found, knowledgeOf, riskOf, writtenBy, type IssueWish } from '../../support/findings.ts'
import { readingKnowledge } from '../../support/reading.ts'

function routed(text: string, given: Partial<typeof readingKnowledge> = {}) {
  return route(submissionOf({ channel: 'email', text }), { ...readingKnowledge, ...given })
}
const shares = (text: string, given: Partial<typeof readingKnowledge> = {}) =>
  routed(text, given).handoffs.map(({ team, issues }) => [team, issues])

const ward = 'the medical wards at Aldermouth General Hospital'
const told = 'My manager told us to falsify the records'
const { directory } = readingKnowledge
const unnamed: Directory = {
  ...directory,
  responsibilities: directory.responsibilities.filter(({ subject }) => subject !== 'freedom-to-speak-up'),
}

describe('a matter in which somebody speaks up', () => {
  it('is answered by those who look after that, and the ward is not handed it', () => {
    const { handoffs, owners } = routed(`${told} on ${ward}.`)
    expect(handoffs.map(({ team, issues, state }) => [team, issues, state])).toEqual([
      ['agh-speak-up', [0], 'offer'],
    ])
    expect(owners[0].because[0].key).toBe('router:owner.spoken-up.named')
    expect(owners[0].because.some(({ spans = [] }) => spans.length > 0)).toBe(true)
  })

  it('is answered by triage, and not by the ward either, where nobody is named for it', () => {
    const { handoffs, owners } = routed(`${told} on ${ward}.`, { directory: unnamed })
    expect(handoffs.map(({ team }) => team)).toEqual(['agh-pals'])
    expect(owners[0].because[0].key).toBe('router:owner.spoken-up.unnamed')
  })

  it('leaves other matters to their teams, and they do not answer for the case, however many they have', () => {
    const spans = [[200, 220]] as const
    const owners = findOwners(
      writtenBy(),
      classified([
        { careService: 'agh-imaging', start: 0, end: 90 },
        { careService: 'agh-imaging', start: 100, end: 190 },
        { careService: 'agh-emergency', start: 200, end: 290 },
      ]),
      { ...riskOf('Low'), flags: [found('whistleblowing', spans)] },
      knowledgeOf(),
    )
    expect(owners.map(({ value }) => [value.team, value.issues])).toEqual([
      ['agh-speak-up', [2]],
      ['agh-imaging-managers', [0, 1]],
    ])
  })

  it('takes along what else the team spoken of would have', () => {
    const at: readonly IssueWish[] = [
      { careService: 'agh-imaging', start: 0, end: 90 },
      { careService: 'agh-imaging', start: 100, end: 190 },
    ]
    const flags = [found('whistleblowing' as const, [[100, 120]])]
    const owners = findOwners(writtenBy(), classified(at), { ...riskOf('Low'), flags }, knowledgeOf())
    expect(owners.map(({ value }) => [value.team, value.issues])).toEqual([['agh-speak-up', [0, 1]]])
    expect(owners[0].because.map(({ key }) => key)).toContain('router:owner.spoken-up.same-team')
  })

  it('takes along every service that is named, where the wrong is told without one', () => {
    const text = `I work as a nurse on ${ward}. We are short staffed every night and nobody listens. ${told}.`
    expect(shares(text)).toEqual([['agh-speak-up', [0, 1]]])
  })

  it('leaves the car park to whoever has that', () => {
    const text = `I am a nurse. ${told} on ${ward}. The car park at the hospital is too dear.`
    expect(shares(text)).toEqual([
      ['agh-speak-up', [0]],
      ['agh-estates', [1]],
    ])
  })

  it.each([
    ['I want a copy of my records', 'agh-information-governance'],
    ['I wish to withdraw my complaint', 'agh-complaints'],
  ])('is not left to whoever answers letters: %s', (request, team) => {
    expect(shares(`${request}. I work on ${ward} and ${told.toLowerCase()}.`)).toEqual([
      ['agh-speak-up', [0]],
      [team, [0]],
    ])
  })

  it('goes where an administrator’s rule sends it, and those who look after it are told', () => {
    const rule: RoutingRule = {
      ...{ id: 'one', when: { flag: ['whistleblowing'] }, team: asId('agh-legal') },
      ...{ from: '2026-01-01', until: null, author: 'Dora', reason: 'They look into it' },
    }
    const rules = { ...readingKnowledge.rules, routing: [rule] }
    expect(shares(`${told} on ${ward}.`, { rules })).toEqual([
      ['agh-legal', [0]],
      ['agh-speak-up', []],
    ])
  })

  it('is kept here by those who look after it, and not by triage, where it is all about another organisation', () => {
    const { handoffs } = routed(`I work at the care home Larch House and ${told.toLowerCase()}.`)
    expect(handoffs.map(({ team, state }) => [team, state])).toEqual([
      ['agh-speak-up', 'offer'],
      ['larch-manager', 'hold-for-consent'],
    ])
  })

  it('goes to the ward as before where nobody speaks up', () => {
    expect(shares(`Nobody answered the bell on ${ward}.`)).toEqual([['agh-medical-matrons', [0]]])
  })

  it('says why in both languages', () => {
    for (const language of languages)
      for (const why of ['named', 'unnamed', 'same-team'])
        expect(
          loadWords().translate(`router:owner.spoken-up.${why}`, { organisation: 'X' }, language),
        ).not.toContain('spoken-up')
  })
})
