/** What may become of consents, leads, parts and the response: the tables of changes, and what they promise. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isInForce } from '../../../shared/joint/consent.ts'
import { actOfNo, changeConsent, consentStates } from '../../../shared/joint/consent-changes.ts'
import { checkTimeRequest } from '../../../shared/joint/exchange.ts'
import { changeLead, leadStates } from '../../../shared/joint/lead-changes.ts'
import { changePart, openPartStates, partStates } from '../../../shared/joint/part-changes.ts'
import { changeResponse } from '../../../shared/joint/response-changes.ts'
import { outcomeOf, outcomes } from '../../../shared/joint/response.ts'

describe('consent', () => {
  test.each([
    ['needed', 'refused'],
    ['asked', 'refused'],
    ['expired', 'refused'],
    ['given', 'withdrawn'],
  ] as const)('that is %s becomes %s when the person says no', (from, to) => {
    expect(changeConsent(from, actOfNo(from), 'person')).toEqual({ to })
  })

  test.each(consentStates)('that is %s is never given by the hub itself', (state) => {
    expect(changeConsent(state, 'give', 'hub')).toHaveProperty('refused')
  })

  it('is not asked for again after a no', () => {
    expect(changeConsent('refused', 'ask', 'staff')).toHaveProperty('refused')
    expect(changeConsent('withdrawn', 'ask', 'staff')).toHaveProperty('refused')
  })

  it('holds through the day it ends on and not a day longer', () => {
    const until = { state: 'given', validUntil: '2026-12-01' } as const
    expect(isInForce(until, '2026-12-01')).toBe(true)
    expect(isInForce(until, '2026-12-02')).toBe(false)
    expect(isInForce({ state: 'given', validUntil: null }, '2036-12-02')).toBe(true)
  })

  test.each(consentStates.filter((state) => state !== 'given'))('that is %s lets nothing leave', (state) => {
    expect(isInForce({ state, validUntil: null }, '2026-12-01')).toBe(false)
  })
})

describe('the lead', () => {
  test.each(leadStates)('that is %s is not accepted by the organisation that proposed it', (state) => {
    expect(changeLead(state, 'accept', 'receiver')).toHaveProperty('refused')
  })

  it('declines only with a reason', () => {
    expect(changeLead('proposed', 'decline', 'proposed-lead', ' ')).toHaveProperty('refused')
    expect(changeLead('proposed', 'decline', 'proposed-lead', 'We provided none of it')).toEqual({
      to: 'declined',
    })
  })
})

describe('a part', () => {
  it('is never asked for by the contributor itself, whatever its state', () => {
    for (const state of partStates) expect(changePart(state, 'ask', 'contributor')).toHaveProperty('refused')
  })

  it('closes from every open state when consent is taken back', () => {
    for (const state of openPartStates) expect(changePart(state, 'keep', 'hub')).toEqual({ to: 'ours' })
  })

  it('is approved only after it was filed', () => {
    for (const state of partStates) {
      const changed = changePart(state, 'approve', 'contributor')
      expect('to' in changed).toBe(state === 'filed')
    }
  })
})

describe('the response', () => {
  const ready = { unapproved: 0, gaps: 0, unansweredComments: false, consentChanged: false }

  it('is signed only when every contributor approved and nothing is missing', () => {
    expect(changeResponse('in-approval', 'sign', ready)).toEqual({ to: 'signed' })
    expect(changeResponse('in-approval', 'sign', { ...ready, unapproved: 1 })).toHaveProperty('refused')
    expect(changeResponse('in-approval', 'sign', { ...ready, gaps: 1 })).toHaveProperty('refused')
  })

  it('goes once: what was sent is neither sent again nor replaced', () => {
    expect(changeResponse('sent', 'send', ready)).toHaveProperty('refused')
    expect(changeResponse('signed', 'replace', ready)).toHaveProperty('refused')
    expect(changeResponse('sent', 'replace', ready)).toHaveProperty('refused')
  })

  it('is shown to nobody once the person allows something else, and replaced even if it is signed', () => {
    const changed = { ...ready, consentChanged: true }
    expect(changeResponse('draft', 'share', changed)).toHaveProperty('refused')
    expect(changeResponse('shared', 'ask-approval', changed)).toHaveProperty('refused')
    expect(changeResponse('signed', 'send', changed)).toHaveProperty('refused')
    expect(changeResponse('signed', 'replace', changed)).toEqual({ to: 'superseded' })
    expect(changeResponse('sent', 'replace', changed)).toHaveProperty('refused')
  })

  it('is partly upheld exactly where its issues differ or one is partly so', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...outcomes), { minLength: 1 }), (issues) => {
        const all = new Set(issues)
        const [only] = issues
        expect(outcomeOf(issues)).toBe(all.size === 1 ? only : 'partly-upheld')
        expect(outcomeOf([...issues, null])).toBeNull()
      }),
    )
  })
})

describe('more time', () => {
  const due = { dueOn: '2026-12-10', respondBy: '2026-12-20' }
  test.each([
    ['before the day, to a later one', '2026-12-15', '2026-12-09', true],
    ['on the day itself', '2026-12-15', '2026-12-10', true],
    ['when the day is over', '2026-12-15', '2026-12-11', false],
    ['to an earlier day', '2026-12-09', '2026-12-01', false],
    ['to the day the person was promised an answer', '2026-12-20', '2026-12-01', false],
  ])('asked for %s', (_, wanted, today, allowed) => {
    expect(checkTimeRequest(due, wanted, today) === null).toBe(allowed)
  })
})
