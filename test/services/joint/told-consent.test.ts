/** A yes or no to sharing that staff wrote down with the matter itself: a consent once staff confirm who is needed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { confirmJoint } from '../../../services/store/joint/joint-acts.ts'
import { findOpenPart } from '../../../services/store/joint/part-scope.ts'
import type { StaffMember } from '../../../services/store/staff.ts'
import type { ConsentTold } from '../../../shared/submission.ts'
import { addStaff, dale, layCounty, marsh, marshTriage } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addJointCase, openDaleToMail, tellingAt, type JointGiven } from '../../support/joint.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 6 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
const knowledge = await layCounty(db, now)
await openDaleToMail(db)

let ann: StaffMember
beforeAll(async () => {
  const id = await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, now)
  ann = {
    ...{ id, email: 'ann@marsh.example', name: 'Ann', role: 'staff' },
    ...{ organisation: marsh, organisationName: 'Marsh', triageTeam: marshTriage, teams: [marshTriage] },
  }
})

async function confirmed(told: Omit<ConsentTold, 'by'> | null, given: JointGiven = {}) {
  const consentTold = told === null ? {} : { consentTold: { ...told, by: ann.id } }
  const made = await addJointCase(db, envelope, knowledge, { ...given, submission: consentTold })
  const { version } = await db
    .selectFrom('cases')
    .select('version')
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow()
  const before = await findOpenPart(db, dale, made.reference, '2026-11-25')
  expect(before).toBeNull()
  const acting = { who: ann, case: made.id, version, now }
  const result = await confirmJoint(db, acting, 'They said so.', tellingAt(now))
  expect(result.outcome).toBe('done')
  const consent = await db
    .selectFrom('consents')
    .selectAll()
    .where('id', '=', made.consent)
    .executeTakeFirstOrThrow()
  return { consent, part: await findOpenPart(db, dale, made.reference, '2026-11-25') }
}

describe('what the person told staff of sharing', () => {
  it('lets the other organisation in once staff confirm the case, as said by the person and written down by staff', async () => {
    const { consent, part } = await confirmed({ said: 'yes', how: 'in-person' })
    expect(consent).toMatchObject({ state: 'given', given_how: 'in-person', recorded_by: ann.id })
    expect(consent.covers.attachments).toBe(false)
    expect(part).not.toBeNull()
  })

  it('keeps everybody out where it was a no', async () => {
    const { consent, part } = await confirmed({ said: 'no', how: 'recorded-call' })
    expect(consent.state).toBe('refused')
    expect(part).toBeNull()
  })

  it('is not the yes of somebody else whom the matter is about', async () => {
    const { consent, part } = await confirmed(
      { said: 'yes', how: 'in-person' },
      { fromWhom: 'affected-person' },
    )
    expect(consent.state).toBe('needed')
    expect(part).toBeNull()
  })

  it('is nothing where nobody was asked', async () => {
    const { consent } = await confirmed(null)
    expect(consent.state).toBe('needed')
  })
})
