/** Which clocks a submission starts for whoever received it. */
import { describe, expect, test } from 'vitest'
import { route } from '../../../router/route.ts'
import { findOwners } from '../../../router/find-owners/find-owners.ts'
import { setClocks } from '../../../router/set-clocks/set-clocks.ts'
import { asId } from '../../../shared/ids.ts'
import type { ClockSetting } from '../../../shared/routing.ts'
import { submissionOf, type Submission } from '../../../shared/submission.ts'
import type { Flag, Level } from '../../../shared/words.ts'
import { classified, knowledgeOf, riskOf, writtenBy, type IssueWish } from '../../support/findings.ts'
import { readingKnowledge } from '../../support/reading.ts'

describe('praise that the sender chose and the words dispute', () => {
  test.each([
    ['Mae mam wedi cael ei gadael heb gymorth ers deuddydd. Ddaeth neb.', true],
    ['Everyone was kind. Mum had a fall on the ward.', true],
    ['Everyone was kind and the ward was spotless.', false],
  ])('%s: held to a complaint’s clocks %s', (text, held) => {
    const written = submissionOf({ channel: 'web-form', kindChosen: 'compliment', text })
    const names = route(written, readingKnowledge).clocks.map(({ name }) => name)
    expect(names.includes('six-months')).toBe(held)
  })
})

describe('the clocks of a submission', () => {
  function clocksOf(
    submission: Partial<Submission>,
    issues: readonly IssueWish[],
    risk: { readonly level?: Level; readonly flags?: readonly Flag[] } = {},
    receivedBy = 'aldermouth-hospitals',
  ): readonly ClockSetting[] {
    const knowledge = knowledgeOf({ receivedBy: asId(receivedBy) })
    const written = writtenBy(submission)
    const classification = classified(issues)
    const judged = riskOf(risk.level ?? 'Low', risk.flags)
    const owners = findOwners(written, classification, judged, knowledge)
    return setClocks(written, classification, judged, owners, knowledge)
  }

  test.each<
    [string, Partial<Submission>, readonly IssueWish[], { level?: Level; flags?: readonly Flag[] }, boolean]
  >([
    ['a complaint', { kindChosen: 'complaint' }, [{ kind: 'complaint' }], {}, true],
    ['praise that only the machine sees', {}, [{ kind: 'compliment' }], {}, true],
    ['a comment that only the machine sees', {}, [{ kind: 'comment' }], {}, true],
    ['a concern, even a chosen one', { kindChosen: 'concern' }, [{ kind: 'concern' }], {}, true],
    ['chosen praise', { kindChosen: 'compliment' }, [{ kind: 'compliment' }], {}, false],
    ['a chosen comment', { kindChosen: 'comment' }, [{ kind: 'comment' }], {}, false],
    [
      'chosen praise with a comment in it',
      { kindChosen: 'compliment' },
      [{ kind: 'compliment' }, { kind: 'comment' }],
      {},
      false,
    ],
    [
      'chosen praise with a complaint in it',
      { kindChosen: 'compliment' },
      [{ kind: 'compliment' }, { kind: 'complaint' }],
      {},
      true,
    ],
    [
      'chosen praise that is flagged',
      { kindChosen: 'compliment' },
      [{ kind: 'compliment' }],
      { flags: ['self-harm'] },
      true,
    ],
    [
      'chosen praise of a grave matter',
      { kindChosen: 'compliment' },
      [{ kind: 'compliment' }],
      { level: 'High' },
      true,
    ],
    ['chosen praise read as a complaint', { kindChosen: 'compliment' }, [{ kind: 'complaint' }], {}, true],
  ])('%s', (_, submission, issues, risk, carriesComplaintClocks) => {
    const names = clocksOf(submission, issues, risk).map(({ name }) => name)
    expect(names.includes('six-months')).toBe(carriesComplaintClocks)
  })

  test.each([
    ['phone', true],
    ['staff-note', true],
    ['web-form', false],
    ['email', false],
    ['sms', false],
    ['kiosk', false],
    ['open311', false],
  ] as const)('by %s, settling by the next working day: %s', (channel, oral) => {
    const names = clocksOf({ channel }, [{}]).map(({ name }) => name)
    expect(names.includes('settle-oral')).toBe(oral)
  })

  test('what was said into a kiosk and not typed can be settled by the next working day', () => {
    const names = clocksOf({ channel: 'kiosk', spoken: true }, [{}]).map(({ name }) => name)
    expect(names).toContain('settle-oral')
  })

  test('a council whose social care and other work are both touched runs both sets of clocks', () => {
    const issues = [{ careService: 'acc-home-care' }, { careService: 'acc-blue-badge' }]
    const clocks = clocksOf({}, issues, {}, 'aldershire-council')
    expect(clocks.map(({ process, name }) => `${process} ${name}`)).toEqual([
      'adult-social-care acknowledge',
      'adult-social-care six-months',
      'council-corporate acknowledge',
      'council-corporate respond',
    ])
  })

  test('another organisation’s process says nothing about the receiver’s clocks', () => {
    const clocks = clocksOf({}, [{ careService: 'acc-blue-badge' }])
    expect(new Set(clocks.map(({ organisation, process }) => `${organisation} ${process}`))).toEqual(
      new Set(['aldermouth-hospitals nhs']),
    )
  })
})
