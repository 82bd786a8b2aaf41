/** The administrators' ordered rules: every condition, the dates, and the first that holds. */
import { describe, expect, test } from 'vitest'
import { findOwners } from '../../../router/find-owners/find-owners.ts'
import type { RoutingRule } from '../../../shared/knowledge.ts'
import { classified, knowledgeOf, riskOf, writtenBy, type IssueWish } from '../../support/findings.ts'

const seed = knowledgeOf()

describe('routing rules', () => {
  const rule: RoutingRule = {
    id: 'r1',
    when: {},
    team: 'agh-complaints',
    from: '2026-01-01',
    until: null,
    author: 'A. Administrator (example)',
    reason: 'a pilot',
  }

  function teamBy(given: Partial<RoutingRule>, issue: IssueWish = { careService: 'agh-imaging' }): string {
    const rules = { ...seed.rules, routing: [{ ...rule, ...given }] }
    const about = { ...writtenBy().about, place: 'Bay 4, Rowan Ward' }
    const submission = writtenBy({ text: 'The scanner was broken again.', about })
    const risk = riskOf('High', ['legal-or-media'])
    return findOwners(submission, classified([issue]), risk, knowledgeOf({ rules }))[0].value.team
  }

  test.each<[string, Partial<RoutingRule>, boolean]>([
    ['a rule without conditions holds for everything', {}, true],
    ['kind', { when: { kind: ['complaint'] } }, true],
    ['another kind', { when: { kind: ['compliment'] } }, false],
    ['care service', { when: { careService: ['agh-imaging'] } }, true],
    ['another care service', { when: { careService: ['agh-children'] } }, false],
    ['organisation', { when: { organisation: ['aldermouth-hospitals'] } }, true],
    ['another organisation', { when: { organisation: ['larch-house'] } }, false],
    ['place of the service', { when: { place: ['aldermouth general'] } }, true],
    ['place in the person’s words', { when: { place: ['rowan ward'] } }, true],
    ['another place', { when: { place: ['Stonemere'] } }, false],
    ['level', { when: { level: ['High', 'Extreme'] } }, true],
    ['another level', { when: { level: ['Low'] } }, false],
    ['flag', { when: { flag: ['legal-or-media'] } }, true],
    ['another flag', { when: { flag: ['threat'] } }, false],
    ['channel', { when: { channel: ['web-form'] } }, true],
    ['another channel', { when: { channel: ['sms'] } }, false],
    ['language', { when: { language: ['en'] } }, true],
    ['another language', { when: { language: ['cy'] } }, false],
    ['words, whatever their case', { when: { words: ['SCANNER'] } }, true],
    ['only whole words, not their start', { when: { words: ['scan'] } }, false],
    ['only whole words, not their end', { when: { words: ['canner'] } }, false],
    ['no words at all', { when: { words: [' '] } }, false],
    ['all conditions together', { when: { kind: ['complaint'], level: ['High'], words: ['broken'] } }, true],
    ['one of them wrong', { when: { kind: ['complaint'], level: ['Low'], words: ['broken'] } }, false],
    ['on its first day', { from: '2026-11-16' }, true],
    ['the day before', { from: '2026-11-17' }, false],
    ['on its last day', { until: '2026-11-16' }, true],
    ['the day after', { until: '2026-11-15' }, false],
    ['for a team that is gone', { team: 'dissolved' }, false],
  ])('%s', (_, given, holds) => {
    expect(teamBy(given)).toBe(holds ? 'agh-complaints' : 'agh-imaging-managers')
  })

  test('a subject it asks for may be any of the issue’s subjects', () => {
    const issue = { careService: 'agh-imaging', subjects: ['access', 'waiting-times'] }
    expect(teamBy({ when: { subject: ['waiting-times'] } }, issue)).toBe('agh-complaints')
    expect(teamBy({ when: { subject: ['mortuary'] } }, issue)).toBe('agh-imaging-managers')
  })

  test('the first that holds decides, and its author and reason are said', () => {
    const routing = [
      { ...rule, when: { channel: ['sms'] } },
      { ...rule, id: 'r2', team: 'agh-records' },
      { ...rule, id: 'r3', team: 'agh-estates' },
    ]
    const knowledge = knowledgeOf({ rules: { ...seed.rules, routing } })
    const [owner] = findOwners(writtenBy(), classified([{}]), riskOf(), knowledge)
    expect(owner.value.team).toBe('agh-records')
    expect(owner.because[0].params).toMatchObject({ why: 'a pilot', author: 'A. Administrator (example)' })
  })
})
