/** The page of all ways in: open or not, counts of one's own organisation alone, settings for administrators. */
import type { Insertable } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { addCase } from '../../support/cases.ts'
import { addStaff, county, dale, daleTriage, marshTriage } from '../../support/county.ts'
import { addDelivery } from '../../support/deliveries.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { ChannelName } from '../../../shared/words.ts'
import type { DB } from '../../../services/store/tables.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { saveKnowledge } from '../../../services/store/knowledge.ts'
import { createPages } from '../../../services/pages/pages.ts'
import { everyChannel } from '../../conformance/site.ts'
import { openDesk } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, clock, knowledge } = desk

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  const ada = await addStaff(db, { email: 'ada@marsh.example' }, clock.now)
  await db.updateTable('staff').set({ role: 'administrator' }).where('id', '=', ada).execute()
  await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  await addCase(db, envelope, knowledge, { receivedOn: '2026-11-22' })
  await addDelivery(db, envelope, { receivedAt: clock.now })
  await addCase(db, envelope, knowledge, { receivedOn: '2026-11-01' })
})

type Receipt = Pick<Insertable<DB['messages']>, 'state' | 'problem' | 'held_because'>

async function addReceipt(id: CaseId, channel: ChannelName, more: Receipt): Promise<void> {
  const what = { direction: 'out', purpose: 'receipt', subject: 'x', body: 'x', language: 'en' } as const
  const to = { channel, recipient: 'pat@people.example', is_automatic: true }
  const when = { created_at: clock.now, due_at: clock.now }
  await db
    .insertInto('messages')
    .values({ case: id, ...what, ...to, ...when, ...more })
    .execute()
}

it('says what came today, to one’s own organisation alone', async () => {
  const ours = (await (await desk.signedIn('ann@marsh.example')).get('/desk/channels')).text
  expect(ours).toContain('2 arrived, 1 in cases')
  expect(ours).toMatch(/Sunday 22 November 2026<\/th><td>2</)
  expect(ours).not.toContain('1 November 2026</th><td>1<')
  const theirs = (await (await desk.signedIn('dan@dale.example')).get('/desk/channels')).text
  expect(theirs).not.toContain('2 arrived')
})

it('says what could not be read or sent, and where to see it, to one’s own organisation alone', async () => {
  const ann = await desk.signedIn('ann@marsh.example')
  const emailOf = async (visitor: typeof ann) =>
    /id="channel-email"[^]*?<\/section>/.exec((await visitor.get('/desk/channels')).text)?.[0] ?? ''
  expect(await emailOf(ann)).toContain('<dt>Errors</dt><dd>None')
  const { id } = await addCase(db, envelope, knowledge, { receivedOn: '2026-10-01' })
  await addDelivery(db, envelope, { state: 'quarantined', receivedAt: new Date('2026-10-01T10:00:00Z') })
  await addReceipt(id, 'email', { state: 'failed', problem: JSON.stringify({ key: 'email:send.noAnswer' }) })
  const email = await emailOf(ann)
  expect(email).toContain('One could not be read.')
  expect(email).toContain('One message could not be sent.')
  expect(email).toContain('href="/desk/quarantine"')
  expect(await emailOf(await desk.signedIn('dan@dale.example'))).toContain('<dt>Errors</dt><dd>None')
})

it('says how many wait since nothing is set up to send them, are held or tried again, and what comes of it', async () => {
  const ann = await desk.signedIn('ann@marsh.example')
  const { id } = await addCase(db, envelope, knowledge, { receivedOn: '2026-10-01' })
  const because = (key: string) => JSON.stringify({ key })
  await addReceipt(id, 'sms', { state: 'held', held_because: because('message:held.no-transport') })
  await addReceipt(id, 'sms', { state: 'held', held_because: because('message:held.no-transport') })
  await addReceipt(id, 'sms', { state: 'held', held_because: because('message:held.too-many') })
  await addReceipt(id, 'sms', { state: 'waiting', problem: because('email:send.noAnswer') })
  await addReceipt(id, 'sms', { state: 'waiting' })
  const { text } = await ann.get('/desk/channels')
  const sms = /id="channel-sms"[^]*?<\/section>/.exec(text)?.[0] ?? ''
  expect(sms).toContain('2 messages wait, because nothing is set up to send by this channel.')
  expect(sms).toContain('Until then, contact the people another way.')
  expect(sms).toContain('One message is held until somebody decides about it.')
  expect(sms).toContain('One message has not gone yet and is tried again by itself.')
  expect(sms).not.toContain('could not be')
})

it('tells an open channel from one that no setting opened, and only administrators the settings', async () => {
  const { text } = await (await desk.signedIn('ann@marsh.example')).get('/desk/channels')
  expect(text).toMatch(/id="channel-email">Email <strong[^>]*>Open</)
  expect(text).toMatch(/id="channel-sms">[^<]*<strong[^>]*>Not configured</)
  expect(text).not.toContain('TWILIO_AUTH_TOKEN')
})

it('shows administrators which settings open what', async () => {
  const { text } = await (await desk.signedIn('ada@marsh.example')).get('/desk/channels')
  expect(text).toContain('TWILIO_AUTH_TOKEN')
  expect(text).toContain('SMTP_URL to answer')
})

it('names each door in plain words and says how to try it, and tells of a closed one that it is', async () => {
  const { text } = await (await desk.signedIn('ann@marsh.example')).get('/desk/channels')
  expect(text).toContain('<dd>mail sent to this hub; whole mails handed over by a program</dd>')
  expect(text).not.toContain('email-smtp')
  expect(text).toContain('Write to feedback@marsh.example, or hand a mail to the listener yourself:')
  expect(text).toContain('curl smtp://127.0.0.1:2525 --mail-from you@example.org')
  expect(text).toContain('It is not open. Whoever runs this hub opens it by its settings.')
})

it('names the address of one’s own organisation where it has one, and else the host’s', async () => {
  const { text: before } = await (await desk.signedIn('dan@dale.example')).get('/desk/channels')
  expect(before).toContain('Write to feedback@marsh.example')
  const door = { channel: 'email', address: 'tell@dale.example', organisation: dale } as const
  const directory = { ...county, doors: [door] }
  await saveKnowledge(db, { directory, rules: seedRules }, 'test', clock.now)
  const { text } = await (await desk.signedIn('dan@dale.example')).get('/desk/channels')
  expect(text).toContain('Write to tell@dale.example')
  expect(text).toContain('--mail-rcpt tell@dale.example')
  expect((await (await desk.signedIn('ann@marsh.example')).get('/desk/channels')).text).not.toContain(
    'tell@dale.example',
  )
})

it.each(everyChannel().flatMap(({ doors }) => doors.map(({ name }) => name)))('knows the door %s', (door) => {
  const pages = createPages({ site: () => ({ hostName: 'Marsh', example: true }) })
  for (const what of ['door', 'how']) {
    const key = `desk:channels.${what}.${door}`
    expect(
      pages.translate(key, { url: 'https://hub.example', mail: 'a@hub.example', number: '1' }, 'en'),
    ).toMatch(/ /)
  }
})
