/** What organisations say to one another, learn, and come to meetings for: each for its own part alone. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { createFileStore } from '../../../services/files/file-store.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { askForTime, sayToLead, supplyDocument } from '../../../services/store/joint/exchange-acts.ts'
import { answerMeeting, writeLesson } from '../../../services/store/joint/learning-acts.ts'
import { loadPartFile } from '../../../services/store/joint/part-file.ts'
import { asId, type OrganisationId } from '../../../shared/ids.ts'
import { dale, marsh } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addMixedCase, ambulance, layMixedCounty, staffAs, staffOfAll } from '../../support/mixed-case.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 6 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const files = createFileStore(db, envelope, null)
const now = new Date('2026-11-25T10:00:00Z')
const today = '2026-11-25'
const knowledge = await layMixedCounty(db, now)
const members = await staffOfAll(db, now)

let made: Awaited<ReturnType<typeof addMixedCase>>
beforeEach(async () => {
  made = await addMixedCase(db, envelope, knowledge)
})

const acting = (organisation: OrganisationId) => ({
  by: staffAs(members, organisation),
  reference: made.reference,
  version: null,
  now,
})

describe('what is said between the organisations', () => {
  const id = () => asId<'exchange'>(randomUUID())

  it('answers only what the other side asked on that part', async () => {
    const question = id()
    await sayToLead(db, acting(dale), { id: question, kind: 'question', body: 'Which ward?', answers: null })
    expect(
      await sayToLead(db, acting(dale), { id: id(), kind: 'answer', body: 'Ward 4', answers: question }),
    ).toMatchObject({ problem: { key: 'joint:exchange.refused.no-such' } })
    expect(
      await sayToLead(db, acting(ambulance), { id: id(), kind: 'answer', body: 'Four', answers: question }),
    ).toMatchObject({ problem: { key: 'joint:exchange.refused.no-such' } })
  })

  it('asks for more time once, before the day, and not past what the person was promised', async () => {
    const ask = (wantedOn: string) => askForTime(db, acting(dale), { id: id(), why: 'Records', wantedOn })
    expect(await ask('2026-12-04')).toMatchObject({ problem: { key: 'joint:part.refused.time-not-later' } })
    expect(await ask('2026-12-18')).toMatchObject({ problem: { key: 'joint:part.refused.time-past-answer' } })
    expect(await ask('2026-12-09')).toMatchObject({ outcome: 'done' })
    expect(await ask('2026-12-10')).toMatchObject({ problem: { key: 'joint:exchange.refused.asked' } })
  })

  it('keeps a document sealed, and refuses what runs', async () => {
    const given = {
      name: 'visits.pdf',
      contentType: 'application/pdf',
      content: Buffer.from('%PDF four visits'),
      body: 'Our visit log',
      answers: null,
    }
    const done = await supplyDocument(db, files, acting(dale), { ...given, id: id() })
    const stored = await db
      .selectFrom('documents')
      .innerJoin('files', 'files.id', 'documents.file')
      .innerJoin('file_bytes', 'file_bytes.file', 'files.id')
      .select(['documents.file', 'sealed', 'state', 'organisation'])
      .executeTakeFirstOrThrow()
    // Looked at as what people send is, for whoever received the case.
    expect(done).toEqual({ outcome: 'done', waiting: [{ step: 'examine', id: stored.file }] })
    expect(stored).toMatchObject({ state: 'waiting', organisation: marsh })
    expect(stored.sealed.includes('four visits')).toBe(false)
    expect(
      await supplyDocument(db, files, acting(dale), {
        ...given,
        id: id(),
        contentType: 'application/x-msdownload',
      }),
    ).toMatchObject({ problem: { key: 'joint:document.refused.type' } })
    const file = await loadPartFile(db, ambulance, made.reference, today)
    expect(file?.exchanges).toEqual([])
  })
})

describe('what is learned', () => {
  it('is its own organisation’s, once, and on its own issues', async () => {
    const lesson = {
      id: randomUUID(),
      issue: 1,
      learned: 'We did not hear of the discharge.',
      action: 'One telephone number for wards.',
      actionBy: '2027-02-01',
    }
    await writeLesson(db, acting(dale), lesson)
    await writeLesson(db, acting(dale), lesson)
    expect(await writeLesson(db, acting(dale), { ...lesson, id: randomUUID(), issue: 0 })).toMatchObject({
      problem: { key: 'joint:contribution.refused.not-theirs' },
    })
    expect((await loadPartFile(db, dale, made.reference, today))?.lessons).toMatchObject([{ issue: 1 }])
    expect((await loadPartFile(db, ambulance, made.reference, today))?.lessons).toEqual([])
  })

  it('is helped by a meeting that each organisation answers for itself', async () => {
    const { id } = await db
      .insertInto('meetings')
      .values({
        case: made.id,
        meets_at: new Date('2026-12-01T10:00:00Z'),
        place: 'Ward 4',
        purpose: 'To agree what happened',
        state: 'arranged',
        minutes: 'Held in confidence',
        arranged_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('meeting_places')
      .values([dale, ambulance].map((organisation) => ({ meeting: id, organisation })))
      .execute()
    await answerMeeting(db, acting(dale), { meeting: id, attends: 'represented', who: 'Ms Ash' })
    await answerMeeting(db, acting(ambulance), { meeting: id, attends: 'no', who: null })
    for (const seen of [{ meetsAt: '2026-11-30T10:00:00.000Z' }, { place: 'Ward 5' }]) {
      const answer = { meeting: id, attends: 'yes', who: null, ...seen } as const
      expect(await answerMeeting(db, acting(ambulance), answer)).toMatchObject({
        problem: { key: 'joint:meeting.refused.moved' },
      })
    }
    expect((await loadPartFile(db, dale, made.reference, today))?.meetings).toMatchObject([
      { attends: 'represented', who: 'Ms Ash', minutes: 'Held in confidence' },
    ])
    expect((await loadPartFile(db, ambulance, made.reference, today))?.meetings).toMatchObject([
      { attends: 'no', minutes: null },
    ])
  })
})
