/** How often staff agreed with the hub, over time, by subject and by channel, for their own organisation's cases only. */
import { afterEach, beforeAll, expect, it } from 'vitest'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, dale, daleTriage, marshTriage } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor
let dot: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  await addStaff(db, { email: 'dot@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  dot = await desk.signedIn('dot@dale.example')
})
afterEach(() => expect(desk.faults).toEqual([]))

const words = async (who: Visitor) => wordsOf((await who.get('/desk/rules/agreement')).text)
const say = (who: Visitor, { reference }: CaseMade, kind: string) =>
  who.post(`/desk/cases/${reference}/correct/kind`, { kind, why: 'So it reads.' })

it('says so where nobody has judged anything', async () => {
  expect(await words(ann)).toContain('Nobody has confirmed or corrected anything yet')
  expect((await ann.get('/desk/rules')).text).toContain('href="/desk/rules/agreement"')
})

it('counts what was confirmed and what was corrected, each with its number', async () => {
  const november = await addCase(db, envelope, knowledge)
  const october = await addCase(db, envelope, knowledge, {
    receivedOn: '2026-10-05',
    subjects: ['facilities'],
    submission: { channel: 'sms' },
  })
  await say(ann, november, 'complaint')
  await say(ann, october, 'concern')
  const text = await words(ann)
  expect(text).toContain('October 2026 Kind 0% (0 of 1)')
  expect(text).toContain('November 2026 Kind 100% (1 of 1)')
  expect(text).toContain('All together Kind 50% (1 of 2)')
  expect(text).toContain('Waiting times Kind 100% (1 of 1)')
  expect(text).toContain('Facilities and environment Kind 0% (0 of 1)')
  expect(text).toContain('Email Kind 100% (1 of 1)')
  expect(text).toContain('nobody judged')
})

it('crosses subject and month, of all channels or of one', async () => {
  const crossed = async (query: string) => {
    const { text } = await ann.get(`/desk/rules/agreement?${query}`)
    return wordsOf(
      text.slice(
        text.indexOf('<table class="desk-crossed"'),
        text.indexOf('</table>', text.indexOf('desk-crossed')),
      ),
    )
  }
  const all = await crossed('about=kind')
  expect(all).toContain('Subject October 2026 November 2026')
  expect(all).toContain('Facilities and environment 0% (0 of 1) nobody judged')
  expect(all).toContain('Waiting times nobody judged 100% (1 of 1)')
  const texts = await crossed('about=kind&channel=sms')
  expect(texts).toContain('Agreement on: Kind. Text message, by subject and month of receipt')
  expect(texts).toContain('Facilities and environment 0% (0 of 1)')
  expect(texts).not.toContain('Waiting times')
  expect((await ann.get('/desk/rules/agreement?about=level&channel=phone')).text).toContain(
    'Nobody has judged that',
  )
  expect((await ann.get('/desk/rules/agreement?about=nonsense&channel=%27')).status).toBe(200)
})

it('leaves out what another organisation received, and what is older than a year', async () => {
  const theirs = await addCase(db, envelope, knowledge, { receivedBy: dale })
  await say(dot, theirs, 'comment')
  const old = await addCase(db, envelope, knowledge, { receivedOn: '2025-10-31' })
  await say(ann, old, 'comment')
  expect(await words(ann)).toContain('All together Kind 50% (1 of 2)')
  expect(await words(dot)).toContain('All together Kind 0% (0 of 1)')
})
