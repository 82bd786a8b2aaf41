/** What a team is told, by when it must accept, and who is told if nobody does. */
import { describe, expect, test } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { findOwners } from '../../../router/find-owners/find-owners.ts'
import { handOver } from '../../../router/hand-over/hand-over.ts'
import { asId } from '../../../shared/ids.ts'
import type { Knowledge } from '../../../shared/knowledge.ts'
import type { Routing } from '../../../shared/routing.ts'
import type { Flag, Level } from '../../../shared/words.ts'
import { classified, knowledgeOf, riskOf, writtenBy, type IssueWish } from '../../support/findings.ts'

function handOff(
  issues: readonly IssueWish[],
  risk: { readonly level?: Level; readonly flags?: readonly Flag[] } = {},
  given: Partial<Knowledge> = {},
): Routing {
  const knowledge = knowledgeOf(given)
  const classification = classified(issues)
  const judged = riskOf(risk.level ?? 'Low', risk.flags)
  const owners = findOwners(writtenBy(), classification, judged, knowledge)
  const arrangement = {
    joint: false,
    organisation: owners[0].value.organisation,
    consentsNeeded: [],
  } as const
  return handOver({ classification, risk: judged, owners, arrangement, clocks: [] }, knowledge)
}

describe('held or offered', () => {
  test('a team of the receiver is offered the case; a team of another organisation waits for consent', () => {
    const { handoffs } = handOff([{ careService: 'agh-imaging' }, { careService: 'acc-home-care' }])
    expect(handoffs.map(({ team, state, issues }) => [team, state, issues])).toEqual([
      ['agh-imaging-managers', 'offer', [0]],
      ['acc-home-care-contracts', 'hold-for-consent', [1]],
    ])
    expect(handoffs[1]?.because.at(-1)).toMatchObject({ key: 'router:handover.held' })
  })

  test('every owner’s reasons go with the handoff', () => {
    const { owners, handoffs } = handOff([{ careService: 'agh-imaging' }, { organisation: 'larch-house' }])
    for (const [position, { because }] of owners.entries()) {
      expect(handoffs[position]?.because).toEqual(expect.arrayContaining([...because]))
    }
  })

  test('the version of the knowledge that judged it is on record', () => {
    expect(handOff([{}], {}, { version: 'v7' }).knowledgeVersion).toBe('v7')
  })
})

describe('by when a team must accept', () => {
  test.each<[Level, string, string]>([
    ['Low', '2026-11-16', '2026-11-19'],
    ['Moderate', '2026-11-16', '2026-11-18'],
    ['High', '2026-11-16', '2026-11-17'],
    ['Extreme', '2026-11-16', '2026-11-16'],
    ['Extreme', '2026-11-22', '2026-11-23'],
    ['Low', '2026-12-24', '2026-12-31'],
  ])('%s, routed %s: %s', (level, routedOn, acceptBy) => {
    expect(handOff([{}], { level }, { routedOn }).handoffs[0].acceptBy).toBe(acceptBy)
  })

  test.each<[Level, string, string, string]>([
    ['Extreme', '2026-11-16', '03:00', '2026-11-16'],
    ['Extreme', '2026-11-16', '16:59', '2026-11-16'],
    ['Extreme', '2026-11-16', '17:00', '2026-11-17'],
    ['Extreme', '2026-11-20', '23:40', '2026-11-23'],
    ['Extreme', '2026-11-22', '23:40', '2026-11-23'],
    ['Extreme', '2026-12-24', '18:00', '2026-12-29'],
    ['High', '2026-11-16', '23:40', '2026-11-17'],
  ])('not on a day that was over for the team: %s, routed %s at %s: %s', (level, routedOn, routedAt, day) => {
    expect(handOff([{}], { level }, { routedOn, routedAt }).handoffs[0].acceptBy).toBe(day)
  })

  test('a red flag keeps its hours at night', () => {
    const given = { level: 'Extreme', flags: ['self-harm'] } as const
    const { handoffs } = handOff([{}], given, { routedOn: '2026-11-16', routedAt: '03:00' })
    expect(handoffs[0].acceptWithinHours).toBe(1)
    const late = handOff([{}], given, { routedOn: '2026-11-16', routedAt: '23:40' })
    expect(late.handoffs[0].acceptWithinHours).toBe(1)
  })

  test('the whole day counts where the rules name no office hours', () => {
    const { officeHours, ...rules } = knowledgeOf().rules
    expect(officeHours?.until).toBe('17:00')
    const late = { rules, routedOn: '2026-11-16', routedAt: '23:40' }
    expect(handOff([{}], { level: 'Extreme' }, late).handoffs[0].acceptBy).toBe('2026-11-16')
  })

  test('what was received long before it could be routed is not born overdue', () => {
    const days = { today: '2026-11-02', routedOn: '2026-11-16' }
    expect(handOff([{}], { level: 'Low' }, days).handoffs[0].acceptBy).toBe('2026-11-19')
  })

  test('the same day, where the rules say nothing', () => {
    const rules = { ...knowledgeOf().rules, periods: [] }
    expect(handOff([{}], { level: 'Low' }, { rules }).handoffs[0].acceptBy).toBe('2026-11-16')
  })

  test('a red flag counts in hours, the shortest of all that are raised', () => {
    const seed = knowledgeOf().rules
    const [rule] = seed.redFlags
    if (rule === undefined) throw new Error('The seeded rules have red flags')
    const rules = {
      ...seed,
      redFlags: [
        { ...rule, flag: 'legal-or-media', hours: 24 },
        { ...rule, flag: 'threat', hours: 4 },
        { ...rule, flag: 'immediate-danger', hours: 1 },
      ] as const,
    }
    const one = handOff([{}], { flags: ['legal-or-media'] }, { rules }).handoffs[0]
    const two = handOff([{}], { flags: ['legal-or-media', 'threat'] }, { rules }).handoffs[0]
    expect([one.acceptWithinHours, two.acceptWithinHours]).toEqual([24, 4])
    expect(two.because).toContainEqual({ key: 'router:handover.hours', params: { count: 4 } })
  })

  test('no flag, no hours', () => {
    expect(handOff([{}]).handoffs[0].acceptWithinHours).toBeNull()
  })

  test('no hours run while a handoff waits for consent', () => {
    const { handoffs } = handOff([{ organisation: 'larch-house' }], { flags: ['safeguarding-adult'] })
    expect(handoffs.map(({ state, acceptWithinHours }) => [state, acceptWithinHours === null])).toEqual([
      ['offer', false],
      ['offer', false],
      ['hold-for-consent', true],
    ])
  })

  test('every red flag has its hours in the seeded rules', () => {
    const { redFlags } = knowledgeOf().rules
    for (const { flag } of redFlags) {
      expect(handOff([{}], { flags: [flag] }).handoffs[0].acceptWithinHours).toBeGreaterThan(0)
    }
  })
})

describe('who is told if nobody accepts', () => {
  test.each([
    ['the team’s own fallback', 'agh-discharge', 'agh-medical-matrons'],
    ['triage, where the team names nobody', 'agh-imaging', 'agh-pals'],
  ])('%s', (_, careService, ifNobody) => {
    expect(handOff([{ careService }]).handoffs[0].ifNobody).toBe(ifNobody)
  })

  test('never a team of another organisation, even if the directory says so', () => {
    const teams = exampleDirectory.teams.map((team) =>
      team.id === 'agh-imaging-managers' ? { ...team, fallback: asId<'team'>('acc-finance') } : team,
    )
    const { handoffs } = handOff(
      [{ careService: 'agh-imaging' }],
      {},
      { directory: { ...exampleDirectory, teams } },
    )
    expect(handoffs[0].ifNobody).toBe('agh-pals')
  })

  test('for each team of the example county it is another team of the same organisation', () => {
    for (const { id, organisation, fallback } of exampleDirectory.teams) {
      const triage = exampleDirectory.organisations.find(
        (candidate) => candidate.id === organisation,
      )?.triageTeam
      const told = exampleDirectory.teams.find((team) => team.id === (fallback ?? triage))
      expect(told?.organisation).toBe(organisation)
      expect(told?.id).not.toBe(id)
    }
  })
})
