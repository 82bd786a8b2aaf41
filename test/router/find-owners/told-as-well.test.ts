/** Whom a red flag calls for besides the owners: the team of that duty, and nobody is forgotten where none is named. */
import { describe, expect, test } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { findOwners } from '../../../router/find-owners/find-owners.ts'
import { loadWords } from '../../../services/pages/languages.ts'
import { dutySubjects, type Directory } from '../../../shared/directory.ts'
import type { Owners } from '../../../shared/routing.ts'
import { flags, languages } from '../../../shared/words.ts'
import { classified, knowledgeOf, riskOf, writtenBy } from '../../support/findings.ts'

const seed = knowledgeOf()
const words = loadWords()

const teamsOf = (owners: Owners) => owners.map(({ value }) => value.team)
const keysOf = (owners: Owners) => owners.flatMap(({ because }) => because.map(({ key }) => key))

describe('duties that a red flag calls for', () => {
  test.each([
    ['safeguarding-adult', 'agh-safeguarding'],
    ['safeguarding-child', 'agh-safeguarding'],
    ['immediate-danger', 'agh-site-managers'],
    ['self-harm', 'agh-site-managers'],
    ['threat', 'agh-site-managers'],
    ['duty-of-candour', 'agh-patient-safety'],
    ['discrimination', 'agh-equality'],
  ] as const)('%s is told to %s as well, however low the level', (flag, team) => {
    const owners = findOwners(
      writtenBy(),
      classified([{ careService: 'agh-imaging' }]),
      riskOf('Low', [flag]),
      seed,
    )
    expect(teamsOf(owners)).toEqual(['agh-imaging-managers', team])
  })

  test('the law or the press is told to whoever is named for either', () => {
    const told = (directory: Directory) =>
      findOwners(
        writtenBy(),
        classified([{ careService: 'agh-imaging' }]),
        riskOf('Low', ['legal-or-media']),
        knowledgeOf({ directory }),
      )
    expect(teamsOf(told(exampleDirectory))).toEqual([
      'agh-imaging-managers',
      'agh-legal',
      'agh-communications',
    ])
    const responsibilities = exampleDirectory.responsibilities.filter(({ subject }) => subject !== 'legal')
    const onlyMedia = told({ ...exampleDirectory, responsibilities })
    expect(teamsOf(onlyMedia)).toEqual(['agh-imaging-managers', 'agh-communications'])
    expect(keysOf(onlyMedia).filter((key) => key.endsWith('-unnamed'))).toEqual([])
  })

  test('several flags that call for one team are told to it once, each with its reason', () => {
    const owners = findOwners(
      writtenBy(),
      classified([{ careService: 'agh-imaging' }]),
      riskOf('Low', ['self-harm', 'threat', 'safeguarding-adult']),
      seed,
    )
    expect(teamsOf(owners)).toEqual(['agh-imaging-managers', 'agh-site-managers', 'agh-safeguarding'])
    expect(owners[1]?.because).toHaveLength(3)
  })

  // Who speaks up is not only told of: see spoken-up.test.ts.
  test.each(flags.filter((flag) => flag !== 'whistleblowing'))(
    'an organisation that names nobody has its triage team told of %s, with the reason',
    (flag) => {
      const responsibilities = exampleDirectory.responsibilities.filter(
        ({ subject }) => !dutySubjects.some((duty) => duty === subject),
      )
      const owners = findOwners(
        writtenBy(),
        classified([{ careService: 'agh-imaging' }]),
        riskOf('Low', [flag]),
        knowledgeOf({ directory: { ...exampleDirectory, responsibilities } }),
      )
      expect(teamsOf(owners)).toEqual(['agh-imaging-managers', 'agh-pals'])
      const [why = ''] = owners[1]?.because.map(({ key }) => key) ?? []
      expect(why).toMatch(/^router:owner\.duty\..+-unnamed$/)
      for (const language of languages) expect(words.translate(why, {}, language)).not.toContain('owner.duty')
    },
  )

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
