/** What is sent on goes whole, so a yes to less of it sends nothing: nobody sees more than the person allows. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { answerConsents } from '../../../services/store/joint/consent-reply.ts'
import { recordConsent } from '../../../services/store/joint/consent-by-staff.ts'
import { askForConsent } from '../../../services/store/joint/consent-request.ts'
import { loadPersonsConsents, sayAsPerson } from '../../../services/store/joint/person-consents.ts'
import { loadCaseToTell } from '../../../services/store/joint/telling.ts'
import { findStaffMember } from '../../../services/store/staff.ts'
import type { Covers } from '../../../shared/joint/consent.ts'
import { addStaff, layCounty, marsh, marshTriage } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addFiles } from '../../support/deliveries.ts'
import { addJointCase, tellingAt, theirEmail } from '../../support/joint.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 3 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
const knowledge = await layCounty(db, now)
const telling = tellingAt(now)
const mo = await addStaff(db, { email: 'mo@marsh.example', teams: [marshTriage] }, now)

let made: Awaited<ReturnType<typeof addJointCase>>
beforeEach(async () => {
  made = await addJointCase(db, envelope, knowledge, { purpose: 'pass-on' })
})

const letter = () => addFiles(db, envelope, made.delivery, [{ name: 'letter.html', content: 'My letter' }])

async function anotherIssue() {
  const first = await db
    .selectFrom('issues')
    .selectAll()
    .where('case', '=', made.id)
    .executeTakeFirstOrThrow()
  const { submission, kind, tone, subjects } = first
  await db
    .insertInto('issues')
    .values({
      case: made.id,
      submission,
      position: 1,
      kind,
      tone,
      subjects,
      organisation: marsh,
      span_start: 0,
      span_end: 5,
    })
    .execute()
}

async function ask() {
  const asked = await db.transaction().execute(async (queries) => {
    const about = await loadCaseToTell(queries, made.id)
    return askForConsent(queries, about, [made.consent], { kind: 'staff', id: mo }, telling)
  })
  expect(asked.outcome).toBe('done')
}

const replyYes = () =>
  db.transaction().execute((queries) => answerConsents(queries, made.id, 'yes', 'email', telling))

async function staffRecord(covers: Partial<Covers>, purpose: 'pass-on' | 'joint-answer' = 'pass-on') {
  const who = await findStaffMember(db, mo)
  if (who === null) throw new Error('They have no account')
  const { version } = await db
    .selectFrom('cases')
    .select('version')
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow()
  const all = { issues: [0], identity: true, attachments: true, records: true, ...covers }
  const said = { consent: made.consent, said: 'yes', how: 'recorded-call', purpose, covers: all } as const
  const more = { validUntil: null, authority: 'self', note: '' }
  return recordConsent(db, { who, case: made.id, version, now }, { ...said, ...more }, telling)
}

const sentOn = async () =>
  (await db.selectFrom('transfers').select('id').where('case', '=', made.id).execute()).length > 0

describe('what staff write down', () => {
  it.each<[string, Partial<Covers>, () => Promise<void>]>([
    ['without the name', { identity: false }, () => Promise.resolve()],
    ['without the files that came along', { attachments: false }, letter],
    ['without one of its matters', {}, anotherIssue],
  ])('sends nothing on %s, and they are told what to choose instead', async (_, covers, prepare) => {
    await prepare()
    const result = await staffRecord(covers)
    expect(result).toMatchObject({ problem: { key: 'joint:consent.refused.in-part' } })
    expect(await sentOn()).toBe(false)
    expect(await staffRecord(covers, 'joint-answer')).toMatchObject({ outcome: 'done' })
  })

  it('sends it on where the person agrees to all of it', async () => {
    await letter()
    await anotherIssue()
    expect(await staffRecord({ issues: [0, 1] })).toMatchObject({ outcome: 'done' })
    expect(await sentOn()).toBe(true)
  })
})

describe('the question', () => {
  it('asks about the files that came along too', async () => {
    await letter()
    await ask()
    const { body } = await db
      .selectFrom('messages')
      .select('body')
      .where('case', '=', made.id)
      .where('purpose', '=', 'consent-request')
      .executeTakeFirstOrThrow()
    expect(body).toContain('the files you sent')
    expect(await replyYes()).not.toBeNull()
    expect(await sentOn()).toBe(true)
  })

  it('that more was said after is not answered by a mere yes: a person reads it', async () => {
    await ask()
    await anotherIssue()
    expect(await replyYes()).toBeNull()
    expect(await sentOn()).toBe(false)
  })
})

describe('the progress page', () => {
  const proof = () => ({ reference: made.reference, contact: theirEmail })
  const shown = async () => (await loadPersonsConsents(db, made.reference, theirEmail))?.[0]

  it('shows the files among what would go, and a yes there sends all of it', async () => {
    await letter()
    expect(await shown()).toMatchObject({ isOutgrown: false, covers: { attachments: true } })
    expect(await sayAsPerson(db, proof(), made.consent, 'yes', telling)).toMatchObject({ outcome: 'done' })
    expect(await sentOn()).toBe(true)
  })

  it('asks for no yes to what has grown since the question', async () => {
    await ask()
    await letter()
    expect(await shown()).toMatchObject({ isOutgrown: true })
    expect(await sayAsPerson(db, proof(), made.consent, 'yes', telling)).toMatchObject({ outcome: 'refused' })
    expect(await sentOn()).toBe(false)
  })
})
