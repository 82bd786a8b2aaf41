/** The mixed case on its way to one response: a lead, three contributions, and every step that staff take. */
import { randomUUID } from 'node:crypto'
import { afterAll } from 'vitest'
import { composeResponse } from '../../router/coordinate/compose-response.ts'
import { seedRules } from '../../rules/seed-rules.ts'
import { loadWords } from '../../services/pages/languages.ts'
import { putIntoWords } from '../../services/response/put-into-words.ts'
import { connect } from '../../services/store/database.ts'
import { createEnvelope } from '../../services/store/envelope.ts'
import { fileContribution } from '../../services/store/joint/contribution-acts.ts'
import { decideOnResponse, type Decision } from '../../services/store/joint/response-approvals.ts'
import { askApproval, sendResponse, signResponse } from '../../services/store/joint/response-sending.ts'
import { composeVersion, editSection } from '../../services/store/joint/response-versions.ts'
import { findStaffMember } from '../../services/store/staff.ts'
import { asId, type OrganisationId } from '../../shared/ids.ts'
import { addStaff, dale, marsh } from './county.ts'
import { testDatabase } from './database.ts'
import { tellingAt } from './joint.ts'
import { addMixedCase, ambulance, layMixedCounty, staffAs, staffOfAll } from './mixed-case.ts'

/** Call once at the top of a test file; `begin` before each test opens a case of its own. */
export async function openResponseWork() {
  const { connectionString } = await testDatabase()
  const { db, close } = connect(connectionString, { connections: 8 })
  afterAll(close)
  const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
  const words = loadWords()
  const now = new Date('2026-11-25T10:00:00Z')
  const knowledge = await layMixedCounty(db, now)
  const members = await staffOfAll(db, now)
  const other = await addStaff(db, { email: 'second@marsh.example', organisation: marsh }, now)
  await db.updateTable('staff').set({ name: 'R. Holt' }).where('organisation', '=', marsh).execute()
  await db.updateTable('staff').set({ may_sign: true }).where('organisation', '=', marsh).execute()
  const canSend = () => true

  let made = await addMixedCase(db, envelope, knowledge)
  async function begin(): Promise<void> {
    made = await addMixedCase(db, envelope, knowledge)
  }

  async function lead(id = members.get(marsh)) {
    const who = id === undefined ? null : await findStaffMember(db, id)
    if (who === null) throw new Error('Nobody leads')
    const { version } = await db
      .selectFrom('cases')
      .select('version')
      .where('id', '=', made.id)
      .executeTakeFirstOrThrow()
    return { who, case: made.id, version, now }
  }

  function contribute(organisation: OrganisationId, issue: number, more: object = {}) {
    return fileContribution(
      db,
      { by: staffAs(members, organisation), reference: made.reference, version: null, now },
      {
        id: asId<'contribution'>(randomUUID()),
        issue,
        whatHappened: `We looked at point ${issue}.`,
        outcome: 'upheld',
        whatChanges: `We change ${issue}.`,
        changeBy: '2027-01-15',
        ...more,
      },
    )
  }

  const compose = async () =>
    composeVersion(db, await lead(), seedRules, (composer) =>
      putIntoWords(composeResponse(composer).sections, words, 'en'),
    )

  async function current() {
    return db
      .selectFrom('responses')
      .selectAll()
      .where('case', '=', made.id)
      .where('state', '<>', 'superseded')
      .executeTakeFirstOrThrow()
  }

  /** By hand, as staff do. */
  async function fillOpenPlaces(): Promise<void> {
    const { sections } = await current()
    for (const [section, { text }] of sections.entries()) {
      if (!text.includes('[To write:')) continue
      const filled = text.replaceAll(/\[To write:[^\]]*\]/g, 'We read the notes and spoke to the nurses.')
      await editSection(db, await lead(), { response: (await current()).id, section, text: filled })
    }
  }

  async function readyToApprove(): Promise<void> {
    await contribute(marsh, 0)
    await contribute(dale, 1, { outcome: 'not-upheld' })
    await contribute(ambulance, 2)
    await compose()
    await fillOpenPlaces()
    await askApproval(db, await lead(), tellingAt(now))
  }

  async function approve(organisation: OrganisationId, decision: Partial<Decision> = {}) {
    return decideOnResponse(
      db,
      { by: staffAs(members, organisation), reference: made.reference, version: null, now },
      { response: (await current()).id, state: 'approved', remark: '', ...decision },
    )
  }

  const sign = async (by = members.get(marsh)) =>
    signResponse(db, await lead(by), { name: 'R. Holt', role: 'Chief Executive' }, seedRules)
  const send = async (by = members.get(marsh)) => sendResponse(db, await lead(by), (name) => name, canSend)

  async function responsesSent() {
    return db
      .selectFrom('messages')
      .select(['id', 'state', 'body', 'recipient'])
      .where('case', '=', made.id)
      .where('purpose', '=', 'response')
      .execute()
  }

  return {
    connectionString,
    db,
    now,
    begin,
    made: () => made,
    members,
    other,
    lead,
    contribute,
    compose,
    current,
    readyToApprove,
    approve,
    sign,
    send,
    responsesSent,
  }
}
