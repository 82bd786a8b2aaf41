/** Rules that tell a team besides: each that holds adds its team, and none changes who answers. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { findOwners } from '../../../router/find-owners/find-owners.ts'
import { isOnlyTold } from '../../../router/find-owners/told-by-rule.ts'
import { asId } from '../../../shared/ids.ts'
import type { RoutingRule } from '../../../shared/knowledge.ts'
import type { Flag, Level } from '../../../shared/words.ts'
import { classified, found, knowledgeOf, riskOf, writtenBy, type IssueWish } from '../../support/findings.ts'

const seed = knowledgeOf()
/** As it was stored before there was a choice. */
const stored: RoutingRule = {
  id: 'told',
  when: { kind: ['complaint'] },
  team: 'agh-complaints',
  from: '2026-01-01',
  until: null,
  author: 'A. Administrator (example)',
  reason: 'they count them',
}
const rule: RoutingRule = { ...stored, does: 'is-told' }

interface Wish {
  readonly issues?: readonly IssueWish[]
  readonly flags?: readonly Flag[]
  readonly level?: Level
  readonly text?: string
}

function ownersBy(routing: readonly RoutingRule[], wish: Wish = {}) {
  const { issues = [{ careService: 'agh-imaging' }], flags = [], level = 'Moderate' } = wish
  const submission = writtenBy({ text: wish.text ?? 'The scanner was broken again.' })
  const knowledge = knowledgeOf({ rules: { ...seed.rules, routing } })
  return findOwners(submission, classified(issues), riskOf(level, flags), knowledge)
}

const teamsBy = (...given: Parameters<typeof ownersBy>) => ownersBy(...given).map(({ value }) => value.team)

describe('a rule that only tells a team', () => {
  it('adds it after the team that answers, with nothing to answer for and with its reason', () => {
    const [first, second, ...others] = ownersBy([rule])
    expect(first.value).toMatchObject({ team: 'agh-imaging-managers', issues: [0] })
    expect(second).toMatchObject({
      value: { team: 'agh-complaints', issues: [] },
      because: [
        {
          key: 'router:owner.told',
          params: { why: 'they count them', author: 'A. Administrator (example)' },
        },
      ],
    })
    expect(others).toEqual([])
  })

  test.each<[string, readonly Partial<RoutingRule>[], readonly string[]]>([
    [
      'every one that holds counts',
      [{}, { team: 'agh-records' }],
      ['agh-imaging-managers', 'agh-complaints', 'agh-records'],
    ],
    [
      'after an owning rule too',
      [{ does: 'owns', team: 'agh-estates' }, {}],
      ['agh-estates', 'agh-complaints'],
    ],
    ['and before one', [{}, { does: 'owns', team: 'agh-estates' }], ['agh-estates', 'agh-complaints']],
    ['one that does not hold tells nobody', [{ when: { kind: ['compliment'] } }], ['agh-imaging-managers']],
    ['nor one that is over', [{ until: '2026-11-15' }], ['agh-imaging-managers']],
    ['nor one that is to come', [{ from: '2026-11-17' }], ['agh-imaging-managers']],
    ['nor one whose team is gone', [{ team: 'dissolved' }], ['agh-imaging-managers']],
    [
      'another organisation is not told, since nobody asks for consent to that',
      [{ team: 'larch-manager' }],
      ['agh-imaging-managers'],
    ],
    ['whoever answers is not told besides', [{ team: 'agh-imaging-managers' }], ['agh-imaging-managers']],
  ])('%s', (_, given, teams) => {
    const routing = given.map((more) => ({ ...rule, ...more }))
    expect(teamsBy(routing)).toEqual(teams)
  })

  it('is none where it was stored before there was a choice: its team owns', () => {
    expect(teamsBy([stored])).toEqual(['agh-complaints'])
  })

  it('is said once where it holds for several issues', () => {
    const owners = ownersBy([rule], {
      issues: [{ careService: 'agh-imaging' }, { careService: 'agh-children' }],
    })
    const told = owners.filter(isOnlyTold)
    expect(told.map(({ value }) => value.team)).toEqual(['agh-complaints'])
    expect(told[0]?.because).toHaveLength(1)
  })

  it('tells nobody where somebody speaks up about their workplace, unless it was written for that', () => {
    const flags = ['whistleblowing'] as const
    expect(teamsBy([rule], { flags })).not.toContain('agh-complaints')
    const when = { flag: ['whistleblowing', 'threat'] } as const
    expect(teamsBy([{ ...rule, when }], { flags })).toContain('agh-complaints')
    expect(teamsBy([{ ...rule, when }], { flags: ['threat', 'whistleblowing'] })).toContain('agh-complaints')
    expect(
      teamsBy([{ ...rule, when: { flag: ['threat'] } }], { flags: ['threat', 'whistleblowing'] }),
    ).not.toContain('agh-complaints')
  })

  it('nor does praise tell a manager of it where somebody speaks up', () => {
    const issues = [{ careService: 'agh-imaging', kind: 'compliment' }] as const
    const { directory } = seed
    const teams = directory.teams.map((team) =>
      team.id === 'agh-imaging-managers' ? { ...team, manager: asId<'team'>('agh-estates') } : team,
    )
    const toldOf = (flags: readonly Flag[]) => {
      const flagged = { ...riskOf('Low'), flags: flags.map((flag) => found(flag, [[900, 920]])) }
      const knowledge = knowledgeOf({ directory: { ...directory, teams } })
      const owners = findOwners(writtenBy(), classified(issues), flagged, knowledge)
      return owners.filter(isOnlyTold).map(({ value }) => value.team)
    }
    expect(toldOf([])).toEqual(['agh-estates'])
    expect(toldOf(['whistleblowing'])).toEqual([])
  })

  it('makes nothing less of a red flag: a team that has to look is never only told', () => {
    const owners = ownersBy([{ ...rule, team: 'agh-safeguarding' }], { flags: ['safeguarding-adult'] })
    const safeguarding = owners.find(({ value }) => value.team === 'agh-safeguarding')
    expect(safeguarding?.because.map(({ key }) => key)).toContain('router:owner.duty.safeguarding')
    expect(safeguarding === undefined || isOnlyTold(safeguarding)).toBe(false)
  })

  it('changes no team that answers, whatever rules stand in whatever order', () => {
    const conditions: readonly RoutingRule['when'][] = [
      { kind: ['complaint'] },
      { kind: ['compliment'] },
      { words: ['scanner'] },
      { words: ['parking'] },
      { level: ['High'] },
      { flag: ['threat'] },
      { careService: ['agh-children'] },
      { request: ['own-records'] },
    ]
    const teams = seed.directory.teams.map(({ id }) => id)
    const one = fc.record({
      when: fc.constantFrom(...conditions),
      team: fc.constantFrom<string[]>(...teams, 'dissolved'),
      does: fc.constantFrom('owns', 'is-told'),
    })
    const issue = fc.constantFrom<IssueWish[]>(
      { careService: 'agh-imaging' },
      { careService: 'agh-children', kind: 'compliment' },
      { organisation: 'larch-house' },
      {},
    )
    const wish = fc.record({
      issues: fc.array(issue, { minLength: 1, maxLength: 3 }),
      level: fc.constantFrom<Level[]>('Low', 'High'),
      flags: fc.subarray<Flag>(['threat', 'safeguarding-adult']),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), wish, (given, about) => {
        const routing = given.map((more, at) => ({ ...rule, ...more, id: `r${at}` }))
        const answering = (rules: readonly RoutingRule[]) =>
          ownersBy(rules, about).filter((owner) => !isOnlyTold(owner))
        const owning = routing.filter(({ does }) => does === 'owns')
        expect(answering(routing)).toEqual(answering(owning))
        const here = new Set(
          seed.directory.teams.flatMap(({ id, organisation }) =>
            organisation === seed.receivedBy ? [id] : [],
          ),
        )
        const told = ownersBy(routing, about).filter(isOnlyTold)
        expect(told.filter(({ value }) => !here.has(value.team) || value.issues.length > 0)).toEqual([])
        const always = routing.filter(
          ({ does, when, team }) =>
            does === 'is-told' && when.words?.[0] === 'scanner' && [...here].some((id) => id === team),
        )
        const whole = { ...about, issues: about.issues.map((each) => ({ ...each, start: 0, end: 30 })) }
        const all = teamsBy(routing, whole)
        for (const { team } of always) expect(all).toContain(team)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a rule that looks at requests', () => {
  const text = 'I want a copy of my records. My mother fell and nobody came for an hour.'
  const asks = found('own-records' as const, [[0, 27]])
  const owned = (requests = [asks], when: RoutingRule['when'] = { request: ['own-records'] }) => {
    const routing: readonly RoutingRule[] = [{ ...rule, does: 'owns', when, team: 'agh-records' }]
    const issues = classified([{ careService: 'agh-imaging', end: text.length }], { requests })
    const knowledge = knowledgeOf({ rules: { ...seed.rules, routing } })
    return findOwners(writtenBy({ text }), issues, riskOf(), knowledge).map(({ value }) => value.team)
  }

  it('takes the request, and what happened besides goes its own way', () => {
    expect(owned()).toEqual(['agh-imaging-managers', 'agh-records'])
  })

  it('holds for no message that asks for nothing of the kind, nor where it asks for something else', () => {
    expect(owned([])).toEqual(['agh-imaging-managers'])
    expect(owned([asks], { request: ['withdrawal'] })).not.toContain('agh-records')
  })

  it('holds only for the issue in which the request stands', () => {
    const routing: readonly RoutingRule[] = [
      { ...rule, when: { request: ['own-records'], careService: ['agh-children'] } },
    ]
    const twoIssues = [
      { careService: 'agh-imaging', end: 28 },
      { careService: 'agh-children', start: 29, end: text.length },
    ]
    const knowledge = knowledgeOf({ rules: { ...seed.rules, routing } })
    const owners = findOwners(
      writtenBy({ text }),
      classified(twoIssues, { requests: [asks] }),
      riskOf(),
      knowledge,
    )
    expect(owners.map(({ value }) => value.team)).not.toContain('agh-complaints')
  })
})
