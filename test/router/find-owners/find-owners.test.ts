/** Which team gets what: by rule, by responsibility, by duty, and never nobody. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { subjects } from '../../../rules/subjects.ts'
import { findOwners } from '../../../router/find-owners/find-owners.ts'
import { dutySubjects, type Directory } from '../../../shared/directory.ts'
import { asId } from '../../../shared/ids.ts'
import type { RoutingRule } from '../../../shared/knowledge.ts'
import type { Owners } from '../../../shared/routing.ts'
import { channelNames, flags, kinds, levels } from '../../../shared/words.ts'
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
      'praise of a ward goes to that ward, even praise of its food',
      { kind: 'compliment', careService: 'agh-medical-wards', subjects: ['facilities'] },
      'agh-medical-matrons',
      'service',
    ],
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
    ['only whole words', { when: { words: ['scan'] } }, false],
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

describe('duties that a red flag calls for', () => {
  test.each([
    ['safeguarding-adult', 'agh-safeguarding'],
    ['safeguarding-child', 'agh-safeguarding'],
    ['whistleblowing', 'agh-speak-up'],
  ] as const)('%s is told to %s as well, however low the level', (flag, team) => {
    const owners = findOwners(
      writtenBy(),
      classified([{ careService: 'agh-imaging' }]),
      riskOf('Low', [flag]),
      seed,
    )
    expect(teamsOf(owners)).toEqual(['agh-imaging-managers', team])
  })

  test('safeguarding is told here at once, even where the matter belongs to another organisation', () => {
    const owners = findOwners(
      writtenBy(),
      classified([{ organisation: 'larch-house' }]),
      riskOf('Extreme', ['safeguarding-adult']),
      seed,
    )
    expect(teamsOf(owners)).toEqual(['agh-pals', 'agh-safeguarding', 'larch-manager'])
  })

  test('an organisation that names no safeguarding team has its triage team told, with the reason', () => {
    const responsibilities = exampleDirectory.responsibilities.filter(
      ({ subject }) => subject !== 'safeguarding',
    )
    const knowledge = knowledgeOf({ directory: { ...exampleDirectory, responsibilities } })
    const owners = findOwners(writtenBy(), classified([{}]), riskOf('Low', ['safeguarding-child']), knowledge)
    expect(teamsOf(owners)).toEqual(['agh-pals'])
    expect(keysOf(owners)).toContain('router:owner.duty.safeguarding-unnamed')
  })
})

describe('whatever is read', () => {
  const orNothing = (values: readonly string[]) =>
    fc.option(fc.constantFrom(...values, 'unknown'), { nil: null })
  const anyIssue = fc.record({
    kind: fc.constantFrom(...kinds),
    subjects: fc.subarray([...subjects.map(({ code }) => code), 'unknown']),
    organisation: orNothing(exampleDirectory.organisations.map(({ id }) => id)),
    careService: orNothing(exampleDirectory.careServices.map(({ id }) => id)),
  })
  const anyReading = fc.record({
    issues: fc.array(anyIssue, { minLength: 1, maxLength: 5 }),
    level: fc.constantFrom(...levels),
    raised: fc.subarray([...flags]),
    channel: fc.constantFrom(...channelNames),
    receivedBy: fc.constantFrom(...exampleDirectory.organisations.map(({ id }) => id)),
  })

  test('every issue has an owner, each owner a reason, and the first owner is of whoever received it', () => {
    fc.assert(
      fc.property(anyReading, ({ issues, level, raised, channel, receivedBy }) => {
        const knowledge = knowledgeOf({ receivedBy })
        const owners = findOwners(
          writtenBy({ channel }),
          classified(issues),
          riskOf(level, raised),
          knowledge,
        )
        expect(owners[0].value.organisation).toBe(receivedBy)
        expect(new Set(owners.flatMap(({ value }) => value.issues)).size).toBe(issues.length)
        expect(new Set(teamsOf(owners)).size).toBe(owners.length)
        for (const { value, because, confidence } of owners) {
          const team = exampleDirectory.teams.find(({ id }) => id === value.team)
          expect(team?.organisation).toBe(value.organisation)
          expect(because.length).toBeGreaterThan(0)
          expect(confidence > 0 && confidence <= 1).toBe(true)
        }
      }),
    )
  })

  test('every team of the example county is reached by something', () => {
    const reached = new Set<string>()
    for (const { team, fallback } of exampleDirectory.teams.map((team) => ({
      team: team.id,
      fallback: team.fallback,
    }))) {
      const answers = exampleDirectory.responsibilities.some((row) => row.team === team)
      const triages = exampleDirectory.organisations.some(({ triageTeam }) => triageTeam === team)
      if (answers || triages) reached.add(team)
      if (fallback !== null) reached.add(fallback)
    }
    expect(exampleDirectory.teams.filter(({ id }) => !reached.has(id))).toEqual([])
  })

  test('every responsibility of the example county finds its team', () => {
    for (const row of exampleDirectory.responsibilities) {
      const team = exampleDirectory.teams.find(({ id }) => id === row.team)
      if (team === undefined || dutySubjects.some((duty) => duty === row.subject)) continue
      const owners = findOwners(
        writtenBy(),
        classified([
          {
            organisation: team.organisation,
            careService: row.careService,
            subjects: row.subject ? [row.subject] : [],
          },
        ]),
        riskOf(),
        knowledgeOf({ receivedBy: team.organisation }),
      )
      expect(teamsOf(owners)).toEqual([row.team])
    }
  })
})
