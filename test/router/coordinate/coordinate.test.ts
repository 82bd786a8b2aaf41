/** Several organisations: who is proposed to lead, and whose consent is needed. */
import { describe, expect, test } from 'vitest'
import { coordinate } from '../../../router/coordinate/coordinate.ts'
import { findOwners } from '../../../router/find-owners/find-owners.ts'
import { asId } from '../../../shared/ids.ts'
import type { Arrangement } from '../../../shared/routing.ts'
import type { Affected, Submission } from '../../../shared/submission.ts'
import type { Flag, Seriousness } from '../../../shared/words.ts'
import { classified, found, knowledgeOf, riskOf, writtenBy, type IssueWish } from '../../support/findings.ts'

const hospital = 'aldermouth-hospitals'
const council = 'aldershire-council'
const ambulance = 'aldershire-ambulance'

function arrange(
  issues: readonly IssueWish[],
  given: {
    readonly receivedBy?: string
    readonly submission?: Partial<Submission>
    readonly flags?: readonly Flag[]
    /** Where the words stand that made it serious. */
    readonly graveAt?: readonly [number, number]
  } = {},
): Arrangement {
  const knowledge = knowledgeOf({ receivedBy: asId(given.receivedBy ?? hospital) })
  const submission = writtenBy(given.submission)
  const classification = classified(issues)
  const graveWords = given.graveAt === undefined ? [] : [given.graveAt]
  const risk = { ...riskOf('High', given.flags), seriousness: found<Seriousness>('High', graveWords) }
  const owners = findOwners(submission, classification, risk, knowledge)
  return coordinate(submission, classification, risk, owners, knowledge)
}

describe('one organisation', () => {
  test('that received its own matter needs nobody’s consent', () => {
    expect(arrange([{ organisation: hospital }, { careService: 'agh-imaging' }])).toEqual({
      joint: false,
      organisation: hospital,
      consentsNeeded: [],
    })
  })

  test('whose matter reached another is not joint, but needs consent to be told', () => {
    expect(arrange([{ organisation: ambulance }])).toMatchObject({
      joint: false,
      organisation: ambulance,
      consentsNeeded: [{ to: ambulance, from: 'person' }],
    })
  })

  test('a safeguarding team that is told as well does not make it joint', () => {
    expect(arrange([{ organisation: ambulance }], { flags: ['safeguarding-adult'] }).joint).toBe(false)
  })
})

describe('two or more organisations', () => {
  const first = { start: 0, end: 40 }
  const second = { start: 40, end: 80 }
  const third = { start: 80, end: 120 }

  test.each<[string, readonly IssueWish[], readonly [number, number] | undefined, string, readonly string[]]>(
    [
      [
        'the one whose matter holds the gravest words leads, even if another has more',
        [
          { organisation: council, ...first },
          { organisation: council, ...second },
          { organisation: ambulance, ...third },
        ],
        [85, 95],
        ambulance,
        ['gravest'],
      ],
      [
        'where the gravest words are nobody’s in particular, the one with most issues leads',
        [{ organisation: council }, { organisation: council }, { organisation: hospital }],
        undefined,
        council,
        ['most-issues'],
      ],
      [
        'praise does not count where others must be answered',
        [
          { organisation: ambulance, kind: 'compliment' },
          { organisation: ambulance, kind: 'comment' },
          { organisation: council, kind: 'concern' },
        ],
        undefined,
        council,
        ['most-issues'],
      ],
      [
        'where there is only praise, all of it counts',
        [
          { organisation: ambulance, kind: 'compliment' },
          { organisation: ambulance, kind: 'compliment' },
          { organisation: hospital, kind: 'compliment' },
        ],
        undefined,
        ambulance,
        ['most-issues'],
      ],
      [
        'all else equal, whoever received it leads',
        [{ organisation: council }, { organisation: hospital }],
        undefined,
        hospital,
        ['received'],
      ],
      [
        'every reason that holds is said',
        [
          { organisation: hospital, ...first },
          { organisation: hospital, ...second },
          { organisation: council, ...third },
        ],
        [50, 60],
        hospital,
        ['gravest', 'most-issues', 'received'],
      ],
      [
        'sharing the gravest matters and able to put more right, it leads before whoever received it, and both are said',
        [
          { careService: 'acc-home-care', kind: 'concern', ...first },
          { organisation: hospital, kind: 'concern', ...first },
          { careService: 'amb-999', kind: 'concern', ...third },
        ],
        [5, 15],
        council,
        ['also-gravest', 'resolves-more'],
      ],
      [
        'where nothing speaks for one, the first named leads, and that is said',
        [{ organisation: council }, { organisation: ambulance }],
        undefined,
        council,
        ['first-named'],
      ],
    ],
  )('%s', (_, issues, graveAt, lead, reasons) => {
    const arrangement = arrange(issues, graveAt === undefined ? {} : { graveAt })
    if (!arrangement.joint) throw new Error('It should be joint')
    expect(arrangement.lead.value).toBe(lead)
    expect(arrangement.lead.because.map(({ key }) => key)).toEqual(
      reasons.map((why) => `router:joint.lead.${why}`),
    )
  })

  test('everyone but the lead contributes, and everyone but the receiver needs consent', () => {
    const issues = [
      { organisation: council },
      { organisation: council },
      { organisation: hospital },
      { organisation: ambulance },
    ]
    const arrangement = arrange(issues)
    if (!arrangement.joint) throw new Error('It should be joint')
    expect(arrangement.contributors).toEqual([hospital, ambulance])
    expect(arrangement.consentsNeeded.map(({ to }) => to)).toEqual([council, ambulance])
  })

  test('more reasons make a lead surer', () => {
    const sure = arrange([
      { organisation: hospital },
      { organisation: hospital },
      { organisation: council, kind: 'comment' },
    ])
    const unsure = arrange([{ organisation: council }, { organisation: ambulance }])
    if (!sure.joint || !unsure.joint) throw new Error('Both should be joint')
    expect(sure.lead.confidence).toBeGreaterThan(unsure.lead.confidence)
  })
})

describe('who consents', () => {
  const other = (authority: Extract<Affected, { who: 'other' }>['authority']): Affected => ({
    who: 'other',
    name: null,
    relationship: 'mother',
    authority,
  })

  test.each<[string, Affected, 'person' | 'affected-person']>([
    ['whoever writes about themselves', { who: 'self' }, 'person'],
    ['whoever writes without saying about whom', { who: 'unstated' }, 'person'],
    ['the patient, where somebody was asked to write', other('asked'), 'affected-person'],
    ['the patient, where nobody says why another writes', other('unstated'), 'affected-person'],
    ['the parent of a child', other('child'), 'person'],
    ['the representative of somebody without capacity', other('no-capacity'), 'person'],
    ['the representative of somebody who died', other('deceased'), 'person'],
  ])('%s', (_, affected, from) => {
    const { consentsNeeded } = arrange([{ organisation: ambulance }], { submission: { affected } })
    expect(consentsNeeded.map((consent) => consent.from)).toEqual([from])
  })
})
