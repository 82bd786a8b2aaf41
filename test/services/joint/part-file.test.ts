/** What a contributor reads of a case: for any consent, no word beyond it and nobody's name without it. */
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { loadPartFile } from '../../../services/store/joint/part-file.ts'
import { dale } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addMixedCase, ambulance, layMixedCounty, sentences } from '../../support/mixed-case.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 4 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
const today = '2026-11-25'
const knowledge = await layMixedCounty(db, now)

const name = 'Wilhelmina Thistlethwaite'
const email = 'mina.t@example.org'
const phone = '07700 900 123'
const identifying = ['wilhelmina', 'thistlethwaite', 'mina.t', '900', 'barnaby']

const made = await addMixedCase(db, envelope, knowledge, {
  submission: {
    person: { name, email, phone, address: null },
    affected: { who: 'other', name: 'Barnaby Thistlethwaite', relationship: 'son', authority: 'child' },
    wantedOutcome: 'A zeppelin of apologies',
  },
})
await db
  .updateTable('parts')
  .set({ issues: [0, 1, 2] })
  .where('case', '=', made.id)
  .execute()

const covers = fc.record({
  issues: fc.subarray([0, 1, 2]),
  identity: fc.boolean(),
  attachments: fc.boolean(),
  records: fc.boolean(),
})

async function fileFor(covered: object) {
  await db
    .updateTable('consents')
    .set({ covers: JSON.stringify(covered) })
    .where('case', '=', made.id)
    .where('organisation', '=', dale)
    .execute()
  return loadPartFile(db, dale, made.reference, today)
}

it('shows for any consent just the words of the issues it covers', async () => {
  await fc.assert(
    fc.asyncProperty(covers, async (covered) => {
      const file = await fileFor(covered)
      const json = JSON.stringify(file)
      for (const [position, sentence] of sentences.entries()) {
        expect(json.includes(sentence)).toBe(covered.issues.includes(position))
      }
      expect(json).not.toContain('zeppelin')
      expect(file?.issues.map(({ position }) => position)).toEqual(covered.issues)
    }),
    { numRuns: 25 },
  )
})

it('says who it is about only where consent covers it, even where their own words name them', async () => {
  const words = `I am ${name}, ${phone}, ${email.toUpperCase()}. BARNABY waited.`
  const row = await db
    .selectFrom('submissions')
    .select(['id', 'content'])
    .where('case', '=', made.id)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('submissions')
    .set({ content: JSON.stringify({ ...row.content, text: words }) })
    .where('id', '=', row.id)
    .execute()
  await db
    .updateTable('issues')
    .set({ span_start: 0, span_end: words.length })
    .where('case', '=', made.id)
    .execute()
  await fc.assert(
    fc.asyncProperty(covers, async (covered) => {
      const json = JSON.stringify(await fileFor(covered)).toLowerCase()
      const found = identifying.filter((word) => json.includes(word))
      if (covered.identity) expect(found).not.toEqual([])
      else expect(found).toEqual([])
    }),
    { numRuns: 25 },
  )
})

it('names as lead whoever agreed to lead, and until then whoever received it', async () => {
  await db.updateTable('cases').set({ lead: dale }).where('id', '=', made.id).execute()
  const everything = { issues: [0, 1, 2], identity: true, attachments: false, records: true }
  expect((await fileFor(everything))?.lead.organisation).toBe('Marsh Hospitals (example)')
  await db
    .insertInto('lead_proposals')
    .values({
      ...{ case: made.id, organisation: ambulance, state: 'accepted', because: JSON.stringify([]) },
      ...{ proposed_at: now, answered_at: now, answer_by: today },
    })
    .execute()
  const { name: agreed } = await db
    .selectFrom('organisations')
    .select('name')
    .where('id', '=', ambulance)
    .executeTakeFirstOrThrow()
  expect((await fileFor(everything))?.lead.organisation).toBe(agreed)
})
