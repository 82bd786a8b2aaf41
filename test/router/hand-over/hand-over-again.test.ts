/** More words on a case: who is told of them, and when nobody is troubled. */
import { describe, expect, test } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { findOwners } from '../../../router/find-owners/find-owners.ts'
import { handOverAgain, type KnownOfCase } from '../../../router/hand-over/hand-over-again.ts'
import { handOver } from '../../../router/hand-over/hand-over.ts'
import type { Directory } from '../../../shared/directory.ts'
import { asId } from '../../../shared/ids.ts'
import type { HandoffPlan } from '../../../shared/routing.ts'
import type { Flag, Level } from '../../../shared/words.ts'
import { classified, knowledgeOf, riskOf, writtenBy, type IssueWish } from '../../support/findings.ts'

const imaging = asId<'team'>('agh-imaging-managers')
const known: KnownOfCase = { ownerTeam: imaging, level: 'Moderate', flags: [], wasClosed: false }

function told(
  issues: readonly IssueWish[],
  { level = 'Low', flags = [] }: { readonly level?: Level; readonly flags?: readonly Flag[] } = {},
  more: Partial<KnownOfCase> = {},
  directory: Directory = exampleDirectory,
): readonly HandoffPlan[] {
  const knowledge = knowledgeOf({ directory })
  const classification = classified(issues)
  const risk = riskOf(level, flags)
  const owners = findOwners(writtenBy(), classification, risk, knowledge)
  const arrangement = { joint: false, organisation: knowledge.receivedBy, consentsNeeded: [] } as const
  const routing = handOver({ classification, risk, owners, arrangement, clocks: [] }, knowledge)
  return handOverAgain({ ...known, ...more }, routing, knowledge)
}

const reasons = (plans: readonly HandoffPlan[]) => plans.map(({ because }) => because.map(({ key }) => key))

describe('more words in which somebody speaks up', () => {
  const at = [{ careService: 'agh-imaging' }] as const
  const flags = ['whistleblowing'] as const

  test('give the case to those who look after that, and the team that has it is not told', () => {
    expect(told(at, { flags }).map(({ team, issues }) => [team, issues])).toEqual([['agh-speak-up', [0]]])
    expect(reasons(told(at, { flags }))[0]).toContain('router:owner.spoken-up.named')
  })

  test('leave it where it is once somebody has spoken up', () => {
    const plans = told(at, { flags, level: 'High' }, { flags, ownerTeam: asId<'team'>('agh-complaints') })
    expect(plans.map(({ team }) => team)).toEqual(['agh-complaints', 'agh-speak-up'])
  })

  test('are followed by others that go to nobody but whom a flag calls for, though they name a ward', () => {
    const known = { flags, ownerTeam: asId<'team'>('agh-speak-up') }
    const issues = [...at, { careService: 'acc-home-care' }]
    const plans = told(issues, { level: 'High', flags: ['safeguarding-adult'] }, known)
    expect(plans.map(({ team, state, issues: theirs }) => [team, state, theirs])).toEqual([
      ['agh-speak-up', 'offer', [0]],
      ['agh-safeguarding', 'offer', []],
      ['acc-home-care-contracts', 'hold-for-consent', [1]],
    ])
  })
})

describe('more words on a case', () => {
  test.each<[string, Parameters<typeof told>[1], Partial<KnownOfCase>]>([
    ['no graver than before', { level: 'Moderate' }, {}],
    ['less grave', { level: 'Low' }, { level: 'Extreme' }],
    ['with a flag its team knows', { flags: ['discrimination'] }, { flags: ['discrimination'] }],
  ])('%s trouble nobody', (_, risk, more) => {
    expect(told([{}], risk, more)).toEqual([])
  })

  test.each<[string, Parameters<typeof told>[1], Partial<KnownOfCase>, string, readonly string[]]>([
    ['that raise the level', { level: 'High' }, {}, 'level', []],
    ['that raise a flag', { flags: ['discrimination'] }, {}, 'flags', ['agh-equality']],
    [
      'that tell of danger again',
      { flags: ['self-harm'] },
      { flags: ['self-harm'] },
      'flags',
      ['agh-site-managers'],
    ],
    ['on a closed case', {}, { wasClosed: true }, 'reopened', []],
  ])(
    '%s go to the team that has it and to whom they call for, with the reason',
    (_, risk, more, key, duty) => {
      const plans = told([{}], risk, more)
      expect(plans.map(({ team, state, issues }) => [team, state, issues])).toEqual([
        [imaging, 'offer', [0]],
        ...duty.map((team) => [team, 'offer', []]),
      ])
      expect(reasons(plans)[0]).toContain(`router:handover.again.${key}`)
    },
  )

  test('go to the teams they call for besides, and what is another organisation’s waits for consent', () => {
    const issues = [{ careService: 'agh-emergency' }, { careService: 'acc-home-care' }]
    const plans = told(issues, { level: 'High', flags: ['safeguarding-adult'] })
    expect(plans.map(({ team, state, issues: positions }) => [team, state, positions])).toEqual([
      [imaging, 'offer', []],
      ['agh-emergency-matrons', 'offer', [0]],
      ['agh-safeguarding', 'offer', []],
      ['acc-home-care-contracts', 'hold-for-consent', [1]],
    ])
    expect(reasons(plans).every((keys) => keys.includes('router:handover.again.level'))).toBe(true)
  })

  test('that tell of danger reach triage where nobody carries the duty, also where they name no place', () => {
    const responsibilities = exampleDirectory.responsibilities.filter(
      ({ subject }) => subject !== 'duty-manager',
    )
    const plans = told([{}], { flags: ['self-harm'] }, {}, { ...exampleDirectory, responsibilities })
    expect(plans.map(({ team }) => team)).toEqual([imaging, 'agh-pals'])
  })

  test('are timed by the graver of the two levels, and in hours where a flag is raised', () => {
    const [owner] = told([{}], { level: 'Low', flags: ['self-harm'] }, { level: 'Extreme' })
    expect(owner).toMatchObject({ acceptBy: '2026-11-16', acceptWithinHours: 1, ifNobody: 'agh-pals' })
  })
})
