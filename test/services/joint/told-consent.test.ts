/** A yes or no to sharing that came with the matter itself: a consent once staff confirm who is needed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { sayOnConsent } from '../../../services/store/joint/consent-acts.ts'
import { askPerson } from '../../../services/store/joint/consent-by-staff.ts'
import { addOrganisation, confirmJoint } from '../../../services/store/joint/joint-acts.ts'
import { findOpenPart } from '../../../services/store/joint/part-scope.ts'
import { useTold } from '../../../services/store/joint/use-told.ts'
import type { StaffMember } from '../../../services/store/staff.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { ConsentTold } from '../../../shared/submission.ts'
import { addStaff, dale, marsh, marshTriage } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addJointCase, openDaleToMail, tellingAt, type JointGiven } from '../../support/joint.ts'
import { ambulance, layMixedCounty } from '../../support/mixed-case.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 6 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
const knowledge = await layMixedCounty(db, now)
await openDaleToMail(db)

let ann: StaffMember
beforeAll(async () => {
  const id = await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, now)
  ann = {
    ...{ id, email: 'ann@marsh.example', name: 'Ann', role: 'staff' },
    ...{ organisation: marsh, organisationName: 'Marsh', triageTeam: marshTriage, teams: [marshTriage] },
    seesAll: true,
  }
})

type Said = ConsentTold['said']

function byStaff(said: Said, how: 'in-person' | 'recorded-call'): ConsentTold {
  return { said, how, by: ann.id }
}

function ticked(said: Said): ConsentTold {
  return { said, how: 'web-form' }
}

async function newsOf(made: { readonly id: CaseId }) {
  const rows = await db
    .selectFrom('messages')
    .select('body')
    .where('case', '=', made.id)
    .where('purpose', '=', 'lead-news')
    .execute()
  return rows.map(({ body }) => body)
}

async function actingOn(made: { readonly id: CaseId }) {
  const { version } = await db
    .selectFrom('cases')
    .select('version')
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow()
  return { who: ann, case: made.id, version, now }
}

async function confirmed(told: ConsentTold | null, given: JointGiven = {}) {
  const consentTold = told === null ? {} : { consentTold: told }
  const made = await addJointCase(db, envelope, knowledge, {
    ...given,
    submission: { ...consentTold, ...given.submission },
  })
  const before = await findOpenPart(db, dale, made.reference, '2026-11-25')
  expect(before).toBeNull()
  const result = await confirmJoint(db, await actingOn(made), 'They said so.', tellingAt(now))
  expect(result.outcome).toBe('done')
  const consent = await db
    .selectFrom('consents')
    .selectAll()
    .where('id', '=', made.consent)
    .executeTakeFirstOrThrow()
  return { made, consent, part: await findOpenPart(db, dale, made.reference, '2026-11-25') }
}

describe('what the person told staff of sharing', () => {
  it('lets the other organisation in once staff confirm the case, as said by the person and written down by staff', async () => {
    const { consent, part } = await confirmed(byStaff('yes', 'in-person'))
    expect(consent).toMatchObject({ state: 'given', given_how: 'in-person', recorded_by: ann.id })
    expect(consent.covers.attachments).toBe(false)
    expect(part).not.toBeNull()
  })

  it('keeps everybody out where it was a no', async () => {
    const { consent, part } = await confirmed(byStaff('no', 'recorded-call'))
    expect(consent.state).toBe('refused')
    expect(part).toBeNull()
  })

  it('is not the yes of somebody else whom the matter is about', async () => {
    const { consent, part } = await confirmed(byStaff('yes', 'in-person'), { fromWhom: 'affected-person' })
    expect(consent.state).toBe('needed')
    expect(part).toBeNull()
  })

  it('is nothing where nobody was asked', async () => {
    const { consent } = await confirmed(null)
    expect(consent.state).toBe('needed')
  })
})

describe('a tick on the form', () => {
  it('is the consent of their own hand from the day it came, and they are told by name with whom', async () => {
    const { made, consent, part } = await confirmed(ticked('yes'))
    expect(consent).toMatchObject({ state: 'given', given_how: 'web-form', recorded_by: null })
    const { received_at } = await db
      .selectFrom('submissions')
      .select('received_at')
      .where('case', '=', made.id)
      .executeTakeFirstOrThrow()
    expect(received_at).not.toEqual(now)
    expect(consent.decided_at).toEqual(received_at)
    expect(part).not.toBeNull()
    const [news, ...more] = await newsOf(made)
    expect(more).toEqual([])
    expect(news).toContain('we now share')
    expect(news).toContain('Dale Council (example)')
    expect(news).toContain('https://hub.example/progress')
  })

  it('can be taken back at once, which ends what they see', async () => {
    const { made, consent } = await confirmed(ticked('yes'))
    const step = { consent: consent.id, act: 'say-no', by: { kind: 'person' }, how: 'progress-page' } as const
    await sayOnConsent(db, step, tellingAt(now))
    expect(await findOpenPart(db, dale, made.reference, '2026-11-25')).toBeNull()
  })

  it('of no is a refusal: nobody is let in, nobody is asked, and they are told how to take the rest elsewhere', async () => {
    const made = await addJointCase(db, envelope, knowledge, { submission: { consentTold: ticked('no') } })
    const asked = await askPerson(db, await actingOn(made), [made.consent], tellingAt(now))
    expect(asked).toMatchObject({ outcome: 'refused', problem: { key: 'joint:consent.refused.told-no' } })
    const { consent, part, made: other } = await confirmed(ticked('no'))
    expect(consent).toMatchObject({ state: 'refused', recorded_by: null })
    expect(part).toBeNull()
    expect(await newsOf(other)).toEqual([expect.stringContaining('They have been told nothing')])
    const again = await askPerson(db, await actingOn(other), [consent.id], tellingAt(now))
    expect(again.outcome).toBe('refused')
  })

  it('is not used where they cannot be told with whom', async () => {
    const { consent, part } = await confirmed(ticked('yes'), {
      submission: { preferences: { contactBy: 'none', answerphone: null, needs: null } },
    })
    expect(consent.state).toBe('needed')
    expect(part).toBeNull()
  })

  async function addVale(made: { readonly id: CaseId }) {
    const addition = {
      organisation: ambulance,
      purpose: 'joint-answer',
      issues: [0],
      why: 'Their crew',
    } as const
    const added = await addOrganisation(db, await actingOn(made), addition, tellingAt(now))
    expect(added.outcome).toBe('done')
    return db
      .selectFrom('consents')
      .select('state')
      .where('case', '=', made.id)
      .where('organisation', '=', ambulance)
      .executeTakeFirstOrThrow()
  }

  it('is no yes to an organisation that is added later', async () => {
    const { made } = await confirmed(ticked('yes'))
    expect(await addVale(made)).toEqual({ state: 'needed' })
  })

  it('is a yes to one that staff add as they first say who is needed', async () => {
    const made = await addJointCase(db, envelope, knowledge, { submission: { consentTold: ticked('yes') } })
    expect(await addVale(made)).toEqual({ state: 'given' })
    expect((await newsOf(made))[0]).toMatch(/Dale Council \(example\) and /)
  })

  it('of no holds for an organisation that is added later', async () => {
    const { made } = await confirmed(ticked('no'))
    expect(await addVale(made)).toEqual({ state: 'refused' })
  })

  it('sends a case on once staff say that it is for them', async () => {
    const made = await addJointCase(db, envelope, knowledge, {
      purpose: 'pass-on',
      submission: { consentTold: ticked('yes') },
    })
    expect((await useTold(db, await actingOn(made), tellingAt(now))).outcome).toBe('done')
    const { to_organisation } = await db
      .selectFrom('transfers')
      .select('to_organisation')
      .where('case', '=', made.id)
      .executeTakeFirstOrThrow()
    expect(to_organisation).toBe(dale)
    expect(await newsOf(made)).toEqual([expect.stringContaining('on to Dale Council (example)')])
    expect((await useTold(db, await actingOn(made), tellingAt(now))).outcome).toBe('refused')
  })
})
