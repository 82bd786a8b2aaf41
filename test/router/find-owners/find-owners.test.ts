/** Which team gets what: by rule, by responsibility, by duty, and never nobody. */
import { describe, expect, test } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { findOwners } from '../../../router/find-owners/find-owners.ts'
import type { Directory } from '../../../shared/directory.ts'
import { asId } from '../../../shared/ids.ts'
import type { Owners } from '../../../shared/routing.ts'
import { classified, found, knowledgeOf, riskOf, writtenBy, type IssueWish } from '../../support/findings.ts'

const seed = knowledgeOf()

function ownersOf(...issues: readonly IssueWish[]): Owners {
  return findOwners(writtenBy(), classified(issues), riskOf(), seed)
}

function teamsOf(owners: Owners): readonly string[] {
  return owners.map(({ value }) => value.team)
}

function keysOf(owners: Owners): readonly string[] {
  return owners.flatMap(({ because }) => because.map(({ key }) => key))
}

describe('the team that answers for an issue', () => {
  test.each<[string, IssueWish, string, string]>([
    [
      'a ward’s discharge goes to the team for discharge from that ward',
      { careService: 'agh-medical-wards', subjects: ['communications', 'admissions-and-discharge'] },
      'agh-discharge-leads',
      'service-and-subject',
    ],
    [
      'parking goes to estates, wherever the person parked',
      { careService: 'agh-maternity', subjects: ['facilities', 'values-and-behaviours'] },
      'agh-estates',
      'subject',
    ],
    [
      'a weaker hint of parking does not take the case from maternity',
      { careService: 'agh-maternity', subjects: ['values-and-behaviours', 'facilities'] },
      'agh-maternity-voices',
      'service',
    ],
    [
      'an unclear matter of the emergency department goes to its matrons',
      { careService: 'agh-emergency' },
      'agh-emergency-matrons',
      'service',
    ],
    [
      'a subject nobody is named for goes to triage',
      { organisation: 'aldermouth-hospitals', subjects: ['staffing'] },
      'agh-pals',
      'triage',
    ],
    ['nothing recognisable at all goes to triage', {}, 'agh-pals', 'triage'],
    [
      'praise of nobody in particular goes to whoever passes praise on',
      { kind: 'compliment', organisation: 'aldermouth-hospitals' },
      'agh-pals',
      'compliments',
    ],
    ['an unknown care service counts as none', { careService: 'closed-long-ago' }, 'agh-pals', 'triage'],
  ])('%s', (_, issue, team, by) => {
    const [owner, ...others] = ownersOf(issue)
    expect(owner.value.team).toBe(team)
    expect(owner.because.map(({ key }) => key)).toContain(`router:owner.by.${by}`)
    expect(others).toEqual([])
  })

  test('praise of a ward goes to that ward, even praise of its food, and to whoever manages it', () => {
    const praise = { kind: 'compliment', careService: 'agh-medical-wards', subjects: ['facilities'] } as const
    const owners = ownersOf(praise).map(({ value, because }) => [value.team, because.map(({ key }) => key)])
    expect(owners).toEqual([
      ['agh-medical-matrons', expect.arrayContaining(['router:owner.by.service'])],
      ['agh-chief-nurse', ['router:owner.manager']],
    ])
  })

  test('issues of one team stand together, and the team with most of them answers for the case', () => {
    const owners = ownersOf(
      { careService: 'agh-imaging' },
      { careService: 'agh-surgical-wards' },
      { careService: 'agh-surgical-wards', subjects: ['patient-care'] },
    )
    expect(owners.map(({ value }) => [value.team, value.issues])).toEqual([
      ['agh-surgical-matrons', [1, 2]],
      ['agh-imaging-managers', [0]],
    ])
  })

  test('an organisation may name one team for everything before triage', () => {
    const directory: Directory = {
      ...exampleDirectory,
      responsibilities: [{ team: asId('agh-complaints'), careService: null, subject: null }],
    }
    const owners = findOwners(writtenBy(), classified([{}]), riskOf(), knowledgeOf({ directory }))
    expect(teamsOf(owners)).toEqual(['agh-complaints'])
  })
})

describe('where it happened', () => {
  test('what the person chose counts where the words name nobody', () => {
    const about = { ...writtenBy().about, organisation: asId<'organisation'>('aldermouth-hospitals') }
    const chosen = writtenBy({ about: { ...about, careService: asId('agh-imaging') } })
    const owners = findOwners(chosen, classified([{}]), riskOf(), seed)
    expect(teamsOf(owners)).toEqual(['agh-imaging-managers'])
    expect(keysOf(owners)).toContain('router:owner.place.chosen')
  })

  test('the chosen service completes an organisation that is only named', () => {
    const about = { ...writtenBy().about, careService: asId<'care-service'>('agh-eye-clinic') }
    const owners = findOwners(
      writtenBy({ about }),
      classified([{ organisation: 'aldermouth-hospitals' }]),
      riskOf(),
      seed,
    )
    expect(teamsOf(owners)).toEqual(['agh-outpatient-managers'])
  })

  test('a service named in the same words completes it before the chosen one', () => {
    const about = { ...writtenBy().about, careService: asId<'care-service'>('agh-eye-clinic') }
    const classification = classified([{ organisation: 'aldermouth-hospitals' }], {
      careServices: [found(asId('agh-children'), [[10, 20]])],
    })
    const owners = findOwners(writtenBy({ about }), classification, riskOf(), seed)
    expect(teamsOf(owners)).toEqual(['agh-children-matron'])
  })

  test('a chosen service of one organisation is not held against another that is named', () => {
    const about = { ...writtenBy().about, careService: asId<'care-service'>('agh-eye-clinic') }
    const owners = findOwners(
      writtenBy({ about }),
      classified([{ organisation: 'aldershire-ambulance' }]),
      riskOf(),
      seed,
    )
    expect(teamsOf(owners)).toEqual(['agh-pals', 'amb-experience'])
  })

  test('what belongs wholly to others stays with triage here, which keeps the case and asks for consent', () => {
    const owners = ownersOf({ careService: 'amb-patient-transport' })
    expect(owners.map(({ value }) => [value.team, value.issues])).toEqual([
      ['agh-pals', []],
      ['amb-transport-planners', [0]],
    ])
    expect(owners[0].because[0].key).toBe('router:owner.keeps-case')
  })

  test('two organisations named in one and the same matter both answer for it', () => {
    const classification = classified([{ organisation: 'aldermouth-hospitals', start: 0, end: 80 }], {
      organisations: [
        found(asId('aldermouth-hospitals'), [[4, 20]]),
        found(asId('aldershire-council'), [[30, 40]]),
      ],
      careServices: [found(asId('acc-home-care'), [[50, 60]])],
    })
    const owners = findOwners(writtenBy(), classification, riskOf(), seed)
    expect(teamsOf(owners)).toEqual(['agh-pals', 'acc-home-care-contracts'])
  })

  test('an organisation named only in another matter does not answer for this one', () => {
    const classification = classified(
      [
        { organisation: 'aldermouth-hospitals', start: 0, end: 40 },
        { organisation: 'aldershire-council', start: 40, end: 80 },
      ],
      { organisations: [found(asId('aldershire-council'), [[50, 60]])] },
    )
    const owners = findOwners(writtenBy(), classification, riskOf(), seed)
    expect(owners.map(({ value }) => [value.organisation, value.issues])).toEqual([
      ['aldermouth-hospitals', [0]],
      ['aldershire-council', [1]],
    ])
  })

  test('a receiver that the directory does not know falls back to the host', () => {
    const owners = findOwners(
      writtenBy(),
      classified([{}]),
      riskOf(),
      knowledgeOf({ receivedBy: asId('merged-away') }),
    )
    expect(teamsOf(owners)).toEqual(['agh-pals'])
  })
})
