/** The inbox: what is due first comes first, every case on exactly one page, and only what was asked for. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addCase } from '../../support/cases.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { escalateCase } from '../../../services/store/escalations.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { addStaff, dale, daleTriage, marshEmergency, marshTriage, marshWards } from '../../support/county.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk

let ann: Visitor
const made: string[] = []

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshWards] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  for (let i = 0; i < 60; i++) {
    const due = i % 10 === 9 ? null : `2026-11-${20 + (i % 9)}`
    const { reference } = await addCase(db, envelope, knowledge, {
      kind: i % 2 === 0 ? 'complaint' : 'compliment',
      level: i % 3 === 0 ? 'Extreme' : 'Low',
      flags: i === 5 ? ['self-harm'] : [],
      acknowledgeBy: due,
      ownerTeam: [marshWards, marshEmergency, marshTriage][i % 3] ?? marshWards,
      handoff: i < 6 ? 'offered' : 'accepted',
      unread: i === 0 ? 2 : 0,
    })
    made.push(reference)
  }
})

const referencesIn = (html: string): string[] =>
  [...html.matchAll(/<a href="\/desk\/cases\/(FB-[^"]+)"/g)].map(([, reference = '']) => reference)
const nextOf = (html: string): string | undefined =>
  /<a href="(\/desk\?[^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')

describe('the inbox', () => {
  it('shows each case on exactly one page of fifty, what is due first first, of one day the gravest, and what is not due last', async () => {
    const first = await ann.get('/desk')
    const second = await ann.get(nextOf(first.text) ?? '')
    const seen = [...referencesIn(first.text), ...referencesIn(second.text)]
    expect([referencesIn(first.text).length, referencesIn(second.text).length]).toEqual([50, 10])
    expect(seen.toSorted()).toEqual(made.toSorted())
    const rows = await db.selectFrom('cases').select(['reference', 'next_due_on', 'level']).execute()
    const due = seen.map((reference) => {
      const row = rows.find((each) => each.reference === reference)
      return `${row?.next_due_on ?? '9999'} ${row?.level === 'Extreme' ? 'first' : 'second'}`
    })
    expect(due).toEqual(due.toSorted())
    expect(nextOf(second.text)).toBeUndefined()
  })

  it('pages through cases of which none is due', async () => {
    await db.updateTable('cases').set({ next_due_on: null }).execute()
    const first = await ann.get('/desk')
    const second = await ann.get(nextOf(first.text) ?? '')
    expect([...referencesIn(first.text), ...referencesIn(second.text)].toSorted()).toEqual(made.toSorted())
  })

  it.each([
    ['kind=complaint', 30],
    ['level=Extreme', 20],
    ['kind=complaint&level=Extreme', 10],
    ['flag=self-harm', 1],
    [`team=${marshEmergency}`, 20],
    ['channel=phone', 0],
    ['state=closed', 0],
    ['view=mine', 20],
    ['view=triage', 20],
    ['view=waiting', 2],
    ['kind=nonsense&level=%00&after=nonsense', 50],
  ])('narrowed down to %s shows %i cases', async (query, count) => {
    expect(referencesIn((await ann.get(`/desk?${query}`)).text)).toHaveLength(count)
  })

  it('says how many days are left, what is late and what is new, in words', async () => {
    const one = await addCase(db, envelope, knowledge, {
      level: 'High',
      flags: ['threat'],
      acknowledgeBy: '2026-11-20',
    })
    const { text } = await ann.get('/desk?flag=threat')
    expect(text).toContain(one.reference)
    for (const words of [
      '2 days late',
      'Acknowledge, Fri 20 Nov',
      'Threat',
      'High',
      '1 new message',
      'not confirmed',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('finds a case by its reference, as people type it', async () => {
    const [reference = ''] = made
    const typed = reference.toLowerCase().replaceAll('-', ' ')
    expect((await ann.get(`/desk?reference=${encodeURIComponent(typed)}`)).location).toBe(
      `/desk/cases/${reference}`,
    )
    const wrong = await ann.get('/desk?reference=%3Cb%3Eno')
    expect([wrong.status, wrong.text]).toEqual([
      404,
      expect.stringContaining('“&lt;b&gt;no” cannot be the reference'),
    ])
  })
})

it('counts no further than people read, and says that there are more', async () => {
  await sql`
    insert into cases (reference, received_by, received_at, received_on, channel, kind, tone, language,
      seriousness, likelihood, level, owner_team, person, affected, preferences, knowledge_version)
    select 'FB-' || number, received_by, received_at, received_on, channel, kind, tone, language,
      seriousness, likelihood, level, owner_team, person, affected, preferences, knowledge_version
    from generate_series(1, 1000) number, (select * from cases limit 1) one`.execute(db)
  const { text } = await ann.get('/desk')
  expect(text).toContain('<span class="desk-count">1,000+</span>')
  expect(text).toContain(
    'More than 1,000 cases, what is due first comes first, the gravest of a day before the others',
  )
})

describe('what a red flag says must be looked at within hours', () => {
  const offeredTo = async (made: { id: CaseId }, minutes: number) => {
    await db
      .updateTable('handoffs')
      .set({ accept_until: new Date(clock.now.getTime() + minutes * 60_000) })
      .where('case', '=', made.id)
      .execute()
  }
  const firstOf = async (who: Visitor, address = '/desk'): Promise<string> =>
    /<section class="desk-first"[\s\S]*?<\/section>/.exec((await who.get(address)).text)?.[0] ?? ''

  it('stands above all that is merely due, the hour that ends first before the others, late ones told as late', async () => {
    const flagged = {
      level: 'High',
      handoff: 'offered',
      ownerTeam: marshWards,
      acknowledgeBy: '2027-01-20',
    } as const
    const later = await addCase(db, envelope, knowledge, { ...flagged, flags: ['safeguarding-adult'] })
    const late = await addCase(db, envelope, knowledge, { ...flagged, flags: ['immediate-danger'] })
    await offeredTo(later, 200)
    await offeredTo(late, -5)
    const first = await firstOf(ann)
    expect(referencesIn(first)).toEqual([late.reference, later.reference])
    expect(first).toContain('Immediate danger')
    expect(first).toMatch(/Late: somebody had to look by [^<]*\. Waits for/)
    expect(await firstOf(ann, '/desk?kind=complaint')).toBe('')
    await db
      .updateTable('handoffs')
      .set({ state: 'accepted', decided_at: clock.now })
      .where('case', '=', late.id)
      .execute()
    expect(referencesIn(await firstOf(ann))).toEqual([later.reference])
  })

  it('stays there when nobody took it in time and the next team was asked, by the hour that was first', async () => {
    const made = await addCase(db, envelope, knowledge, { flags: ['threat'], handoff: 'offered' })
    await offeredTo(made, -30)
    const [offer] = await escalateCase(db, made.id, seedRules, clock.now)
    expect(offer).toBeDefined()
    expect(referencesIn(await firstOf(ann))[0]).toBe(made.reference)
  })

  it('is shown to nobody of another organisation', async () => {
    await addStaff(db, { email: 'cara@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
    expect(await firstOf(await desk.signedIn('cara@dale.example'))).toBe('')
  })
})
