/** Joint meetings on the desk: whoever is invited is told once of each change, with its reason, and asked again. */
import { beforeEach, describe, expect, it } from 'vitest'
import { sayOnConsent } from '../../../services/store/joint/consent-acts.ts'
import { addStaff, dale, daleTriage, marshTriage } from '../../support/county.ts'
import { addJointCase, openDaleToMail, tellingAt } from '../../support/joint.ts'
import { hiddenFields, openDesk, type Visitor } from '../desk/open-desk.ts'

const desk = await openDesk()
const { db, clock } = desk
await openDaleToMail(db)
await addStaff(db, { email: 'mo@marsh.example', teams: [marshTriage] }, clock.now)
await addStaff(db, { email: 'ana@marsh.example', teams: [marshTriage] }, clock.now)
await addStaff(db, { email: 'dee@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
const mo = await desk.signedIn('mo@marsh.example')
const ana = await desk.signedIn('ana@marsh.example')

let made: Awaited<ReturnType<typeof addJointCase>>
let base: string
beforeEach(async () => {
  made = await addJointCase(db, desk.envelope, desk.knowledge)
  base = `/desk/cases/${made.reference}/response/meetings`
  const yes = { consent: made.consent, act: 'give', by: { kind: 'person' } } as const
  await sayOnConsent(db, yes, tellingAt(clock.now))
  await db.deleteFrom('messages').execute()
  await db.deleteFrom('webhook_events').execute()
})

const first = { day: '2027-01-12', time: '14:30', place: 'Ash Ward, room 2', purpose: 'To hear each other' }
const to = { day: '2027-01-19', time: '10:00', place: 'Town hall', why: 'Dr Ash is ill' }

async function arrange(person: 'yes' | 'no' = 'yes'): Promise<string> {
  expect(await mo.post(`${base}/arrange`, { ...first, person })).toHaveProperty('status', 303)
  const { id } = await db
    .selectFrom('meetings')
    .select('id')
    .where('case', '=', made.id)
    .executeTakeFirstOrThrow()
  return id
}

const meeting = () =>
  db.selectFrom('meetings').selectAll().where('case', '=', made.id).executeTakeFirstOrThrow()

async function told(purpose: 'meeting-news' | 'part-notice') {
  const rows = await db
    .selectFrom('messages')
    .select(['recipient', 'body'])
    .where('case', '=', made.id)
    .where('purpose', '=', purpose)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  await db.deleteFrom('messages').where('case', '=', made.id).where('purpose', '=', purpose).execute()
  return rows
}

async function events(): Promise<readonly string[]> {
  const rows = await db.deleteFrom('webhook_events').returning('event').execute()
  return rows.map(({ event }) => event)
}

async function acts(): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('audit_entries')
    .select('act')
    .where('about', '=', made.id)
    .where('act', 'like', 'meeting.%')
    .orderBy('id')
    .execute()
  return rows.map(({ act }) => act)
}

describe('a meeting that is arranged', () => {
  it('is told to the person in full, and to each organisation once, by reference alone', async () => {
    await arrange()
    const [toPerson, ...more] = await told('meeting-news')
    expect(more).toEqual([])
    expect(toPerson?.recipient).toBe('quillfeather@example.org')
    expect(toPerson?.body).toContain('Marsh Hospitals (example) invites you to a meeting')
    expect(toPerson?.body).toContain('When: 12 January 2027 at 14:30')
    expect(toPerson?.body).toContain('Where: Ash Ward, room 2')
    const notices = await told('part-notice')
    expect(notices).toMatchObject([{ recipient: 'partners@dale.example' }])
    expect(JSON.stringify(notices)).not.toContain('Ash Ward')
    expect(await events()).toEqual(['meeting.changed'])
  })

  it('is among the organisations alone where the person is not invited', async () => {
    const id = await arrange('no')
    await mo.post(`${base}/${id}/move`, to)
    await mo.post(`${base}/${id}/cancel`, { why: 'All was said' })
    expect(await told('meeting-news')).toEqual([])
    expect((await told('part-notice')).length).toBe(3)
  })

  it('is to come, has a reason to be changed, and says in words what is missing', async () => {
    const past = await mo.post(`${base}/arrange`, { ...first, day: '2026-11-20', person: 'no' })
    expect([past.status, past.text]).toEqual([422, expect.stringContaining('That time is past')])
    const id = await arrange()
    for (const [path, fields, words] of [
      ['move', { ...to, why: '' }, 'Write why'],
      ['move', { ...to, ...first }, 'as they were'],
      ['move', { ...to, day: '2026-11-20' }, 'That time is past'],
      ['move', { ...to, time: '25:00' }, 'such as 14:30'],
      ['cancel', { why: ' ' }, 'Write why'],
    ] as const) {
      const answer = await mo.post(`${base}/${id}/${path}`, fields)
      expect([path, answer.status, answer.text]).toEqual([path, 422, expect.stringContaining(words)])
    }
    expect(await acts()).toEqual(['meeting.arrange'])
  })
})

describe('a meeting that is moved', () => {
  it('is told once to all, with the reason to the person, and everybody is asked again', async () => {
    const id = await arrange()
    await db.updateTable('meeting_places').set({ attends: 'yes', who: 'B. Marlow' }).execute()
    await told('meeting-news')
    await told('part-notice')
    await events()
    const form = await mo.get(`${base}/${id}/move`)
    expect(form.text).toContain('value="2027-01-12"')
    expect(form.text).toContain('value="14:30"')
    expect(await mo.post(`${base}/${id}/move`, to)).toHaveProperty('status', 303)
    expect(await meeting()).toMatchObject({
      meets_at: new Date('2027-01-19T10:00:00Z'),
      moved_from: new Date('2027-01-12T14:30:00Z'),
      place: 'Town hall',
    })
    const news = await told('meeting-news')
    expect(news.length).toBe(1)
    for (const words of [
      'on 12 January 2027 at 14:30 has changed',
      '19 January 2027 at 10:00',
      'Dr Ash is ill',
    ]) {
      expect(news[0]?.body).toContain(words)
    }
    const notices = await told('part-notice')
    expect(notices.length).toBe(1)
    expect(notices[0]?.body).toContain('has changed')
    expect(JSON.stringify(notices)).not.toContain('Dr Ash')
    expect(await events()).toEqual(['meeting.moved'])
    const places = db.selectFrom('meeting_places').innerJoin('meetings', 'meetings.id', 'meeting')
    expect(await places.select(['attends', 'who']).where('case', '=', made.id).execute()).toEqual([
      { attends: 'asked', who: null },
    ])
    expect((await mo.get(`/desk/cases/${made.reference}/response`)).text).toContain('Dr Ash is ill')
    expect(await acts()).toEqual(['meeting.arrange', 'meeting.move'])
  })

  it('by two at once is moved by one: the other is told, and nobody hears of it twice', async () => {
    const id = await arrange()
    await told('meeting-news')
    const answers = await atOnce(
      [mo, `${base}/${id}/move`, to],
      [ana, `${base}/${id}/cancel`, { why: 'Nobody has time' }],
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(lost?.text).toContain('Somebody else changed this case')
    expect((await told('meeting-news')).length).toBe(1)
    expect((await acts()).length).toBe(2)
  })

  it('by two clicks is moved once', async () => {
    const id = await arrange()
    await told('meeting-news')
    const answers = await atOnce([mo, `${base}/${id}/move`, to], [mo, `${base}/${id}/move`, to])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect((await told('meeting-news')).length).toBe(1)
  })
})

describe('a meeting that is cancelled', () => {
  it('is told once to all, stays on record with its reason, and can be changed no more', async () => {
    const id = await arrange()
    await told('meeting-news')
    await told('part-notice')
    await events()
    expect(await mo.post(`${base}/${id}/cancel`, { why: 'All was said' })).toHaveProperty('status', 303)
    const news = await told('meeting-news')
    expect(news.length).toBe(1)
    expect(news[0]?.body).toContain('will not take place')
    expect(news[0]?.body).toContain('Why: All was said')
    expect((await told('part-notice')).map(({ body }) => body.includes('will not take place'))).toEqual([
      true,
    ])
    expect(await events()).toEqual(['meeting.cancelled'])
    const page = await mo.get(`/desk/cases/${made.reference}/response`)
    expect(page.text).toContain('All was said')
    expect(page.text).not.toContain(`${id}/move`)
    for (const [path, fields] of [
      ['move', to],
      ['cancel', { why: 'Another reason' }],
    ] as const) {
      expect(await mo.post(`${base}/${id}/${path}`, fields)).toHaveProperty('status', 422)
    }
    expect(await acts()).toEqual(['meeting.arrange', 'meeting.cancel'])
  })

  it('of another case is not found', async () => {
    const id = await arrange()
    const other = await addJointCase(db, desk.envelope, desk.knowledge)
    const path = `/desk/cases/${other.reference}/response/meetings/${id}`
    expect(await mo.get(`${path}/cancel`)).toHaveProperty('status', 404)
    expect(await mo.post(`${path}/cancel`, { why: 'No' }, base.replace('/meetings', ''))).toHaveProperty(
      'status',
      404,
    )
    expect(await meeting()).toMatchObject({ state: 'arranged' })
  })

  it('is not told to an organisation whose part has ended', async () => {
    const id = await arrange()
    await told('part-notice')
    const part = db.updateTable('parts').set({ state: 'ours' }).where('case', '=', made.id)
    await part.where('organisation', '=', dale).execute()
    await mo.post(`${base}/${id}/cancel`, { why: 'All was said' })
    expect(await told('part-notice')).toEqual([])
  })
})

type Sent = readonly [Visitor, string, Record<string, string>]

/** Each has looked before either sends. */
async function atOnce(...sent: readonly [Sent, Sent]) {
  const forms = await Promise.all(
    sent.map(async ([who, path, fields]) => {
      const page = await who.get(path)
      return () => who.send(path, { ...hiddenFields(page.text), ...fields })
    }),
  )
  return Promise.all(forms.map((send) => send()))
}
