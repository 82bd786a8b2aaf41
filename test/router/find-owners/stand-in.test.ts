/** A team that is away or full is stood in for, and whoever manages the praised team hears of the praise. */
import { describe, expect, test } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { findOwners } from '../../../router/find-owners/find-owners.ts'
import { ifNobody } from '../../../router/hand-over/hand-over.ts'
import type { Team } from '../../../shared/directory.ts'
import { asId } from '../../../shared/ids.ts'
import type { Knowledge } from '../../../shared/knowledge.ts'
import type { Owners } from '../../../shared/routing.ts'
import { classified, found, knowledgeOf, riskOf, writtenBy, type IssueWish } from '../../support/findings.ts'

const away = { from: '2026-11-16', until: '2026-11-20' }
const complaint: IssueWish = { careService: 'agh-maternity', subjects: ['values-and-behaviours'] }
const maternity = owned(complaint, knowledgeOf())[0].value.team

/** The example county with something changed about some teams; it is routed on Monday 16 November 2026. */
function withTeams(
  changes: Readonly<Record<string, Partial<Team>>>,
  given: Partial<Knowledge> = {},
): Knowledge {
  const teams = exampleDirectory.teams.map((team) => ({ ...team, ...changes[team.id] }))
  return knowledgeOf({ directory: { ...exampleDirectory, teams }, ...given })
}

function owned(issue: IssueWish, knowledge: Knowledge): Owners {
  return findOwners(writtenBy(), classified([issue]), riskOf(), knowledge)
}

function teamsOf(owners: Owners): readonly string[] {
  return owners.map(({ value }) => value.team)
}

describe('a team that is away', () => {
  const fallback = asId<'team'>('agh-medical-matrons')

  test('is stood in for by its fallback, and the reasons say until when', () => {
    const [owner] = owned(complaint, withTeams({ [maternity]: { away, fallback } }))
    expect(owner.value.team).toBe(fallback)
    expect(owner.value.issues).toEqual([0])
    expect(owner.because.at(-1)).toMatchObject({ key: 'router:owner.away', params: { until: '2026-11-20' } })
  })

  test.each([
    ['the day before it goes', '2026-11-15', false],
    ['its first day away', '2026-11-16', true],
    ['its last day away', '2026-11-20', true],
    ['the day after', '2026-11-21', false],
  ])('on %s (%s): stood in for is %s', (_, routedOn, stoodInFor) => {
    const [owner] = owned(complaint, withTeams({ [maternity]: { away, fallback } }, { routedOn }))
    expect(owner.value.team === fallback).toBe(stoodInFor)
  })

  test('is also one in which everybody is away, and the reasons say so', () => {
    const nobodyIn = new Map([[maternity, '2026-11-20']])
    const [owner] = owned(complaint, withTeams({ [maternity]: { fallback } }, { nobodyIn }))
    expect(owner.value.team).toBe(fallback)
    expect(owner.because.at(-1)).toMatchObject({
      key: 'router:owner.nobody-in',
      params: { until: '2026-11-20' },
    })
  })

  test('whose fallback is away too leaves the matter to triage', () => {
    const both = withTeams({
      [maternity]: { away, fallback },
      [fallback]: { away, fallback: asId(maternity) },
    })
    const [owner] = owned(complaint, both)
    expect(owner.value.team).toBe('agh-pals')
    expect(owner.because.filter(({ key }) => key === 'router:owner.away')).toHaveLength(2)
  })

  test('leaves the matter with triage though triage itself is away: somebody must have it', () => {
    const [owner] = owned(
      complaint,
      withTeams({ [maternity]: { away, fallback: null }, 'agh-pals': { away } }),
    )
    expect(owner.value.team).toBe('agh-pals')
  })

  test('is never stood in for by another organisation', () => {
    const knowledge = withTeams({ [maternity]: { away, fallback: asId('larch-house-managers') } })
    expect(teamsOf(owned(complaint, knowledge))).toEqual(['agh-pals'])
  })

  test('is not who is told when nobody accepts', () => {
    const knowledge = withTeams({ [maternity]: { fallback }, [fallback]: { away } })
    expect(ifNobody({ organisation: knowledge.receivedBy, team: asId(maternity) }, knowledge)).toBe(
      'agh-pals',
    )
  })
})

describe('a team with as many open cases as it takes', () => {
  test.each([
    [39, false],
    [40, true],
    [41, true],
  ])('%i of 40: stood in for is %s', (count, stoodInFor) => {
    const openCases = new Map([[maternity, count]])
    const [owner] = owned(complaint, withTeams({ [maternity]: { capacity: 40 } }, { openCases }))
    expect(owner.value.team !== maternity).toBe(stoodInFor)
    expect(owner.because.some(({ key }) => key === 'router:owner.full')).toBe(stoodInFor)
  })

  test('takes everything while nobody has counted', () => {
    expect(teamsOf(owned(complaint, withTeams({ [maternity]: { capacity: 1 } })))).toEqual([maternity])
  })
})

describe('praise', () => {
  const praise: IssueWish = { ...complaint, kind: 'compliment' }
  const managed = withTeams({ [maternity]: { manager: asId('agh-estates') } })

  test('is told to the team praised and to its manager, who has nothing to answer', () => {
    const owners = owned(praise, managed)
    expect(teamsOf(owners)).toEqual([maternity, 'agh-estates'])
    expect(owners[1]?.value.issues).toEqual([])
    expect(owners[1]?.because[0].key).toBe('router:owner.manager')
  })

  test('reaches the manager of the team praised though that team is away', () => {
    const knowledge = withTeams({ [maternity]: { away, manager: asId('agh-estates') } })
    expect(teamsOf(owned(praise, knowledge))).toEqual(['agh-complaints', 'agh-estates'])
  })

  test.each([
    ['somebody within it', { role: 'nurse', name: 'Mary' }, [[12, 29]], true],
    ['somebody in another part only: nothing', { role: 'nurse', name: 'Mary' }, [[412, 429]], false],
    ['nobody, but a role: nothing', { role: 'nurse', name: null }, [[12, 17]], false],
  ] as const)(
    'is told for whom it is, with the name marked, where it names %s',
    (_, value, spans, isSaid) => {
      const whole = classified([{ ...praise, start: 0, end: 100 }], { staff: [found(value, spans)] })
      const [owner] = findOwners(writtenBy({}), whole, riskOf(), managed)
      const named = owner.because.find(({ key }) => key === 'router:owner.named-staff')
      expect(named?.spans).toEqual(isSaid ? spans.map(([start, end]) => ({ start, end })) : undefined)
    },
  )

  test('makes no bystander of a manager whose team answers for another part of it', () => {
    const parking: IssueWish = { ...complaint, careService: null, subjects: ['facilities'] }
    const [plain] = owned(parking, managed)
    const owners = findOwners(writtenBy({}), classified([praise, parking]), riskOf(), managed)
    const manager = owners.find(({ value }) => value.team === asId('agh-estates'))
    expect(plain.value.team).toBe('agh-estates')
    expect(manager?.value.issues).toEqual([1])
    expect(manager?.because.map(({ key }) => key)).not.toContain('router:owner.manager')
  })

  test('alone goes to a manager: a complaint does not', () => {
    expect(teamsOf(owned(complaint, managed))).toEqual([maternity])
  })
})
