/** An organisation's own part: who may act on it, what is filed once, and what becomes of an approval when it changes. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import {
  acceptPart,
  fileContribution,
  saveContribution,
} from '../../../services/store/joint/contribution-acts.ts'
import type { Contributor } from '../../../services/store/joint/contributor.ts'
import { loadPartFile } from '../../../services/store/joint/part-file.ts'
import { decideOnResponse } from '../../../services/store/joint/response-approvals.ts'
import { asId, type OrganisationId } from '../../../shared/ids.ts'
import { dale, marsh } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addMixedCase, ambulance, layMixedCounty, staffAs, staffOfAll } from '../../support/mixed-case.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 6 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
const today = '2026-11-25'
const knowledge = await layMixedCounty(db, now)
const members = await staffOfAll(db, now)

let made: Awaited<ReturnType<typeof addMixedCase>>
beforeEach(async () => {
  made = await addMixedCase(db, envelope, knowledge)
})

const acting = (organisation: OrganisationId, version: number | null = null, by?: Contributor) => ({
  by: by ?? staffAs(members, organisation),
  reference: made.reference,
  version,
  now,
})

const said = (issue: number, more: object = {}) => ({
  id: asId<'contribution'>(randomUUID()),
  issue,
  whatHappened: 'We did not start the care package.',
  outcome: 'upheld' as const,
  whatChanges: 'We ring the ward on the day.',
  changeBy: '2027-01-15',
  ...more,
})

async function partOf(organisation: OrganisationId) {
  return db
    .selectFrom('parts')
    .selectAll()
    .where('case', '=', made.id)
    .where('organisation', '=', organisation)
    .executeTakeFirstOrThrow()
}

async function responseInApproval() {
  const { id } = await db
    .insertInto('responses')
    .values({
      case: made.id,
      version: 1,
      state: 'in-approval',
      sections: JSON.stringify([]),
      made_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

describe('a part of a joint case', () => {
  it('is accepted, drafted for their own eyes, and filed with its last issue', async () => {
    expect(await acceptPart(db, acting(dale))).toMatchObject({ outcome: 'done' })
    await saveContribution(db, acting(dale), { ...said(1), outcome: null })
    expect((await partOf(dale)).state).toBe('accepted')
    await fileContribution(db, acting(dale), said(1))
    expect(await partOf(dale)).toMatchObject({ state: 'filed', filed_at: now })
    const file = await loadPartFile(db, dale, made.reference, today)
    expect(file?.contributions).toMatchObject([{ issue: 1, state: 'filed', outcome: 'upheld' }])
  })

  it('takes nothing on an issue that is another organisation’s', async () => {
    expect(await fileContribution(db, acting(dale), said(2))).toMatchObject({
      outcome: 'refused',
      problem: { key: 'joint:contribution.refused.not-theirs' },
    })
  })

  it('is closed to everybody the moment consent is gone', async () => {
    await db
      .updateTable('consents')
      .set({ state: 'withdrawn' })
      .where('case', '=', made.id)
      .where('organisation', '=', dale)
      .execute()
    expect(await fileContribution(db, acting(dale), said(1))).toEqual({ outcome: 'not-found' })
    expect(await loadPartFile(db, dale, made.reference, today)).toBeNull()
  })

  it('is filed once however often the same filing is sent, also by two tries at once', async () => {
    const filing = said(1)
    const key = asId<'partner-link'>(randomUUID())
    const program: Contributor = { kind: 'program', id: 'key-1', organisation: dale }
    const link: Contributor = { kind: 'link', id: key, organisation: dale }
    const results = await Promise.all([
      fileContribution(db, acting(dale, null, program), filing),
      fileContribution(db, acting(dale, null, link), filing),
      fileContribution(db, acting(dale), filing),
    ])
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
    const rows = await db.selectFrom('contributions').select('id').where('id', '=', filing.id).execute()
    expect(rows).toHaveLength(1)
  })

  it('lets of two who looked at the same version only the first save', async () => {
    const { version } = await partOf(dale)
    const results = await Promise.all([
      saveContribution(db, acting(dale, version), said(1, { whatHappened: 'One' })),
      saveContribution(db, acting(dale, version), said(1, { whatHappened: 'Two' })),
    ])
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['changed-meanwhile', 'done'])
  })

  it('is not filed without saying what will change where something went wrong', async () => {
    expect(await fileContribution(db, acting(dale), said(1, { whatChanges: ' ' }))).toMatchObject({
      problem: { key: 'joint:contribution.refused.no-change' },
    })
  })

  it('tells the audit who acted, by whichever way', async () => {
    const peer: Contributor = { kind: 'peer', id: asId<'peer-hub'>(randomUUID()), organisation: ambulance }
    await acceptPart(db, acting(ambulance, null, peer))
    const entry = await db
      .selectFrom('audit_entries')
      .select(['actor_kind', 'actor', 'organisation'])
      .where('act', '=', 'part.accept')
      .where('about', '=', made.id)
      .executeTakeFirstOrThrow()
    expect(entry).toEqual({ actor_kind: 'peer', actor: peer.id, organisation: ambulance })
  })
})

describe('an approval', () => {
  beforeEach(async () => {
    await fileContribution(db, acting(dale), said(1))
    await fileContribution(db, acting(ambulance), said(2))
  })

  it('stands when two organisations give theirs at once', async () => {
    const response = await responseInApproval()
    const yes = { response, state: 'approved' as const, remark: '' }
    const results = await Promise.all([
      decideOnResponse(db, acting(dale), yes),
      decideOnResponse(db, acting(ambulance), yes),
      decideOnResponse(db, acting(dale), yes),
    ])
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
    const rows = await db.selectFrom('approvals').select('state').where('response', '=', response).execute()
    expect(rows).toEqual([{ state: 'approved' }, { state: 'approved' }])
  })

  it('falls when what they filed is changed afterwards', async () => {
    const response = await responseInApproval()
    await decideOnResponse(db, acting(dale), { response, state: 'approved', remark: '' })
    await fileContribution(db, acting(dale), said(1, { whatHappened: 'We found the record after all.' }))
    expect((await partOf(dale)).state).toBe('filed')
    expect(await db.selectFrom('approvals').selectAll().where('response', '=', response).execute()).toEqual(
      [],
    )
  })

  it('of a text that is not in approval is refused, and changes are wanted only with a remark', async () => {
    const response = await responseInApproval()
    expect(
      await decideOnResponse(db, acting(dale), { response, state: 'changes-wanted', remark: '' }),
    ).toMatchObject({ problem: { key: 'joint:response.refused.no-remark' } })
    await db.updateTable('responses').set({ state: 'superseded' }).where('id', '=', response).execute()
    expect(
      await decideOnResponse(db, acting(dale), { response, state: 'approved', remark: '' }),
    ).toMatchObject({ problem: { key: 'joint:response.refused.superseded' } })
  })

  it('is past changing once the response is signed', async () => {
    const response = await responseInApproval()
    await db
      .updateTable('responses')
      .set({ state: 'signed', signed_by: members.get(marsh), signed_as: 'P', signed_at: now })
      .where('id', '=', response)
      .execute()
    expect(await fileContribution(db, acting(dale), said(1))).toMatchObject({
      problem: { key: 'joint:response.refused.signed' },
    })
  })
})
