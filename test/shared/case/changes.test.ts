/** What may become of a case, its kind and its handoffs, and who may bring it about. */
import { describe, expect, test } from 'vitest'
import { loadWords } from '../../../services/pages/languages.ts'
import { caseStates, changeCase, type CaseActor, type CaseState } from '../../../shared/case/case-changes.ts'
import {
  changeHandoff,
  handoffChanges,
  handoffStates,
  type Brought,
  type HandoffAct,
  type HandoffActor,
  type HandoffState,
} from '../../../shared/case/handoff-changes.ts'
import { convertKind, kindAfterMore, type KindOnRecord } from '../../../shared/case/kind-changes.ts'
import { kinds, type Kind } from '../../../shared/words.ts'

const acts: readonly HandoffAct[] = [
  'release',
  'give-as-part',
  'accept',
  'decline',
  'pass-on',
  'escalate',
  'renew',
  'end',
]
const actors: readonly HandoffActor[] = ['team', 'triage', 'hub']
const everything: Brought = { consent: true, reason: 'Not our ward', nextTeam: 'agh-imaging-managers' }

describe('a handoff', () => {
  test.each<[HandoffState, HandoffAct, HandoffActor, Brought, HandoffState]>([
    ['held', 'release', 'triage', { consent: true }, 'offered'],
    ['held', 'give-as-part', 'hub', { consent: true }, 'passed-on'],
    ['held', 'pass-on', 'triage', { nextTeam: 'agh-pals' }, 'passed-on'],
    ['offered', 'accept', 'team', {}, 'accepted'],
    ['offered', 'decline', 'team', { reason: 'Not our ward' }, 'declined'],
    ['offered', 'pass-on', 'team', { nextTeam: 'agh-estates' }, 'passed-on'],
    ['offered', 'escalate', 'hub', {}, 'escalated'],
    ['offered', 'renew', 'hub', {}, 'passed-on'],
    ['escalated', 'accept', 'team', {}, 'accepted'],
    ['accepted', 'pass-on', 'team', { nextTeam: 'agh-estates' }, 'passed-on'],
    ['accepted', 'end', 'hub', {}, 'passed-on'],
  ])('%s, %s by %s', (from, act, by, brought, to) => {
    expect(changeHandoff(from, act, by, brought)).toEqual({ to })
  })

  test.each<[string, HandoffState, HandoffAct, HandoffActor, Brought, string]>([
    ['nothing leaves without consent', 'held', 'release', 'triage', {}, 'no-consent'],
    ['nobody accepts what is held', 'held', 'accept', 'team', everything, 'held'],
    ['nobody declines without saying why', 'offered', 'decline', 'team', { reason: ' ' }, 'no-reason'],
    ['nobody passes on to nowhere', 'offered', 'pass-on', 'team', {}, 'no-next-team'],
    ['a machine accepts nothing', 'offered', 'accept', 'hub', everything, 'not-yours'],
    ['a team does not escalate itself', 'offered', 'escalate', 'team', everything, 'not-yours'],
    ['what is declined is over', 'declined', 'accept', 'team', everything, 'declined'],
    ['what is passed on is over', 'passed-on', 'accept', 'team', everything, 'passed-on'],
    ['what is accepted is not declined', 'accepted', 'decline', 'team', everything, 'accepted'],
  ])('%s', (_, from, act, by, brought, why) => {
    expect(changeHandoff(from, act, by, brought)).toMatchObject({
      refused: { key: `router:handover.refused.${why}` },
    })
  })

  test('only the changes of the table are allowed, whatever is brought', () => {
    const allowed = handoffStates.flatMap((from) =>
      acts.flatMap((act) =>
        actors.flatMap((by) =>
          'to' in changeHandoff(from, act, by, everything) ? [`${from} ${act} ${by}`] : [],
        ),
      ),
    )
    const listed = handoffChanges.flatMap(({ from, act, by }) => by.map((actor) => `${from} ${act} ${actor}`))
    expect(allowed.toSorted()).toEqual(listed.toSorted())
  })

  test('from every state but the two that are over, something can still be done', () => {
    const open = handoffStates.filter((state) => handoffChanges.some(({ from }) => from === state))
    expect(open).toEqual(['held', 'offered', 'accepted', 'escalated'])
  })
})

describe('converting the kind', () => {
  const concern: KindOnRecord = { kind: 'concern', receivedOn: '2026-11-16', confirmed: true, changes: [] }
  const at = '2026-12-01T09:30:00Z'
  const given = { because: 'She asks for a written answer', agreedByPerson: false }

  test('keeps the day of receipt and the history, whatever becomes what', () => {
    for (const from of kinds) {
      for (const to of kinds) {
        const result = convertKind({ ...concern, kind: from }, to, at, { ...given, agreedByPerson: true })
        if ('refused' in result) throw new Error(result.refused.key)
        expect(result.record).toMatchObject({ kind: to, receivedOn: '2026-11-16', confirmed: true })
        expect(result.record.changes).toEqual(from === to ? [] : [{ from, to, at, because: given.because }])
      }
    }
  })

  test('a confirmed complaint becomes less only if the person agrees', () => {
    const complaint: KindOnRecord = { ...concern, kind: 'complaint' }
    expect(convertKind(complaint, 'concern', at, given)).toMatchObject({
      refused: { key: 'router:kind-change.no-agreement' },
    })
    expect(convertKind(complaint, 'concern', at, { ...given, agreedByPerson: true })).toHaveProperty('record')
  })

  test('what only the router took for a complaint, a member of staff may correct', () => {
    const guess: KindOnRecord = { ...concern, kind: 'complaint', confirmed: false }
    expect(convertKind(guess, 'comment', at, given)).toMatchObject({
      record: { kind: 'comment', confirmed: true },
    })
  })

  test('needs a reason, except to confirm what it is already', () => {
    const silent = { because: '', agreedByPerson: false }
    expect(convertKind(concern, 'complaint', at, silent)).toMatchObject({
      refused: { key: 'router:kind-change.no-reason' },
    })
    expect(convertKind({ ...concern, confirmed: false }, 'concern', at, silent)).toMatchObject({
      record: { kind: 'concern', confirmed: true, changes: [] },
    })
  })
})

describe('closing and opening a case', () => {
  const done = { handoffs: 0, clocks: 0 }

  test.each<[string, CaseState, CaseState, CaseActor, typeof done, string | null]>([
    ['staff close what is finished', 'open', 'closed', 'staff', done, null],
    ['staff open it again', 'closed', 'open', 'staff', done, null],
    ['the person opens it by writing again', 'closed', 'open', 'person', done, null],
    ['a machine never closes', 'open', 'closed', 'hub', done, 'not-by-a-machine'],
    ['a machine never opens', 'closed', 'open', 'hub', done, 'not-by-a-machine'],
    ['not with a handoff unsettled', 'open', 'closed', 'staff', { handoffs: 1, clocks: 0 }, 'handoffs'],
    ['not with a clock running', 'open', 'closed', 'staff', { handoffs: 0, clocks: 2 }, 'clocks'],
    ['not twice', 'closed', 'closed', 'staff', done, 'already-closed'],
    ['not open what is open', 'open', 'open', 'staff', done, 'already-open'],
  ])('%s', (_, from, to, by, unfinished, why) => {
    const result = changeCase(from, to, by, unfinished)
    expect('refused' in result ? result.refused.key : null).toBe(why && `router:case.refused.${why}`)
  })
})

test('every refusal has its words', () => {
  const words = loadWords()
  const brings: readonly Brought[] = [{}, everything]
  const refusals = [
    ...handoffStates.flatMap((from) =>
      acts.flatMap((act) =>
        actors.flatMap((by) => brings.map((brought) => changeHandoff(from, act, by, brought))),
      ),
    ),
    ...caseStates.flatMap((from) => [
      changeCase(from, from, 'staff', { handoffs: 0, clocks: 0 }),
      changeCase(from, 'closed', 'hub', { handoffs: 0, clocks: 0 }),
    ]),
  ]
  const unknown = refusals.flatMap((result) =>
    'refused' in result && !words.knows(result.refused.key) ? [result.refused.key] : [],
  )
  expect(unknown).toEqual([])
})

describe('more words of the person', () => {
  test.each<[Kind, boolean, Kind, Kind]>([
    ['compliment', false, 'complaint', 'complaint'],
    ['comment', false, 'concern', 'concern'],
    ['concern', false, 'complaint', 'complaint'],
    ['comment', false, 'compliment', 'comment'],
    ['complaint', false, 'compliment', 'complaint'],
    ['compliment', true, 'complaint', 'compliment'],
  ])('a %s, said by staff: %s, that reads like a %s now, is a %s', (kind, confirmed, read, after) => {
    expect(kindAfterMore({ kind, confirmed }, read)).toBe(after)
  })
})
