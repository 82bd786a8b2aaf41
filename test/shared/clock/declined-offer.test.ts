/** The period that is set where the person declines to discuss it: in its order, and within the six months. */
import { expect, it } from 'vitest'
import { refusePeriod, type PeriodSet } from '../../../shared/clock/declined-offer.ts'

const within = { receivedOn: '2026-01-15', latest: '2026-07-14' }
const set: PeriodSet = { declinedOn: '2026-01-20', toldOn: '2026-01-21', answerBy: '2026-03-02' }

it.each<[string, Partial<PeriodSet>, string | null]>([
  ['all in their order', {}, null],
  [
    'all on the day of receipt',
    { declinedOn: '2026-01-15', toldOn: '2026-01-15', answerBy: '2026-01-15' },
    null,
  ],
  ['put on record on the day they were told', { toldOn: '2026-02-01' }, null],
  ['the last day of the six months', { answerBy: '2026-07-14' }, null],
  [
    'a day beyond them, which only the person can agree to',
    { answerBy: '2026-07-15' },
    'declined.refused.beyond',
  ],
  ['declined before it was received', { declinedOn: '2026-01-14' }, 'day.beforeReceipt'],
  ['declined tomorrow', { declinedOn: '2026-02-02', toldOn: '2026-02-02' }, 'day.toCome'],
  ['told tomorrow', { toldOn: '2026-02-02' }, 'day.toCome'],
  ['told before they declined', { toldOn: '2026-01-19' }, 'declined.refused.toldBefore'],
  ['over before they were told', { answerBy: '2026-01-20' }, 'declined.refused.past'],
])('%s', (_, given, key) => {
  const refused = refusePeriod({ ...set, ...given }, within, '2026-02-01')
  expect(refused?.key ?? null).toBe(key === null ? null : `desk:${key}`)
})
