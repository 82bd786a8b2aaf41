/** Whatever is read: every issue has an owner, and every team and responsibility of the example county is reached. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleDirectory } from '../../../rules/example-directory.ts'
import { subjects } from '../../../rules/subjects.ts'
import { findOwners } from '../../../router/find-owners/find-owners.ts'
import { dutySubjects } from '../../../shared/directory.ts'
import { channelNames, flags, kinds, levels } from '../../../shared/words.ts'
import { classified, knowledgeOf, riskOf, writtenBy } from '../../support/findings.ts'

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
        expect(new Set(owners.map(({ value }) => value.team)).size).toBe(owners.length)
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
    for (const { id: team, fallback, manager } of exampleDirectory.teams) {
      const answers = exampleDirectory.responsibilities.some((row) => row.team === team)
      const triages = exampleDirectory.organisations.some(({ triageTeam }) => triageTeam === team)
      if (answers || triages) reached.add(team)
      if (fallback !== null) reached.add(fallback)
      // Praise of a team reaches its manager too.
      if (manager !== undefined) reached.add(manager)
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
      expect(owners.map(({ value }) => value.team)).toEqual([row.team])
    }
  })
})
