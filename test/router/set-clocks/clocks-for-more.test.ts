/** Which clocks more words start: never one that runs, none for praise after praise, all of a complaint's where nothing runs. */
import { expect, test } from 'vitest'
import { clocksForMore, type ClockOfCase } from '../../../router/set-clocks/clocks-for-more.ts'
import { reason } from '../../../shared/finding.ts'
import { asId } from '../../../shared/ids.ts'
import type { ClockSetting } from '../../../shared/routing.ts'
import type { Kind } from '../../../shared/words.ts'
import { classified, riskOf } from '../../support/findings.ts'

const wanted: readonly ClockSetting[] = (['acknowledge', 'six-months'] as const).map((name) => ({
  name,
  process: 'nhs',
  organisation: asId('aldermouth-hospitals'),
  startsOn: '2026-11-16',
  dueOn: '2026-11-19',
  because: reason('test:given'),
}))

const clock = (name: ClockOfCase['name'], state: ClockOfCase['state']): ClockOfCase => ({
  name,
  process: 'nhs',
  state,
})
const praised = [clock('pass-on', 'running')]
const ran = [clock('acknowledge', 'met'), clock('six-months', 'running')]
const ended = [clock('acknowledge', 'met'), clock('six-months', 'met')]
const settled = [clock('acknowledge', 'dropped'), clock('respond', 'running')]

test.each<[string, Kind, readonly ClockOfCase[], Kind, readonly string[]]>([
  ['praise after praise', 'compliment', praised, 'compliment', []],
  ['praise after praise passed on', 'compliment', [], 'comment', []],
  ['a concern after praise', 'compliment', praised, 'concern', ['acknowledge', 'six-months']],
  ['a complaint after praise', 'comment', [], 'complaint', ['acknowledge', 'six-months']],
  ['more of a complaint that runs', 'complaint', ran, 'complaint', []],
  ['praise for a complaint that runs', 'complaint', ran, 'compliment', []],
  ['praise for a complaint that is over', 'complaint', ended, 'compliment', ['acknowledge', 'six-months']],
  [
    'a complaint after what staff called a concern',
    'concern',
    settled,
    'complaint',
    ['acknowledge', 'six-months'],
  ],
  ['a question after what staff called a concern', 'concern', settled, 'comment', []],
  ['a complaint that was read as a concern at first', 'concern', ran, 'complaint', []],
])('%s', (_, kind, clocks, read, names) => {
  const routing = { classification: classified([{ kind: read }]), risk: riskOf('Low'), clocks: wanted }
  expect(clocksForMore(kind, clocks, routing).map(({ name }) => name)).toEqual(names)
})

test('praise with a red flag in it is no mere praise', () => {
  const routing = {
    classification: classified([{ kind: 'compliment' }]),
    risk: riskOf('Low', ['self-harm']),
    clocks: wanted,
  }
  expect(clocksForMore('compliment', praised, routing)).toEqual(wanted)
})
