/** The commissioner's way: with consent it handles a complaint about its provider itself, or passes it on, and tells both. */
import { afterAll, beforeEach, expect, it } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { sayOnConsent } from '../../../services/store/joint/consent-acts.ts'
import { recordConsent } from '../../../services/store/joint/consent-by-staff.ts'
import { addOrganisation } from '../../../services/store/joint/joint-acts.ts'
import { findOpenPart } from '../../../services/store/joint/part-scope.ts'
import { saveKnowledge } from '../../../services/store/knowledge.ts'
import { findStaffMember } from '../../../services/store/staff.ts'
import { seedRules } from '../../../rules/seed-rules.ts'
import { usualCovers } from '../../../shared/joint/consent.ts'
import { addStaff, county, dale, marsh, marshTriage } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addJointCase, openDaleToMail, tellingAt, theirEmail, theirName } from '../../support/joint.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 4 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
const telling = tellingAt(now)
/** Marsh commissions what Dale provides. */
const organisations = county.organisations.map((each) =>
  each.id === marsh ? { ...each, type: 'icb' as const } : each,
)
const knowledge = await saveKnowledge(
  db,
  { directory: { ...county, organisations }, rules: seedRules },
  'test',
  now,
)
await openDaleToMail(db)
const mo = await addStaff(db, { email: 'mo@marsh.example', teams: [marshTriage] }, now)

let made: Awaited<ReturnType<typeof addJointCase>>
beforeEach(async () => {
  await db.updateTable('organisations').set({ type: 'icb' }).where('id', '=', marsh).execute()
  made = await addJointCase(db, envelope, knowledge, { purpose: 'pass-on' })
})

async function acting() {
  const who = await findStaffMember(db, mo)
  if (who === null) throw new Error('They have no account')
  const { version } = await db
    .selectFrom('cases')
    .select('version')
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow()
  return { who, case: made.id, version, now }
}

const handleIt = async () =>
  addOrganisation(
    db,
    await acting(),
    { organisation: dale, purpose: 'commissioner-handles', issues: [0], why: 'We commission it' },
    telling,
  )

const sayYes = () =>
  sayOnConsent(db, { consent: made.consent, act: 'give', by: { kind: 'person' }, how: 'email' }, telling)

async function told(recipient: string) {
  const rows = await db
    .selectFrom('messages')
    .select('body')
    .where('case', '=', made.id)
    .where('direction', '=', 'out')
    .where('recipient', '=', recipient)
    .orderBy('created_at')
    .execute()
  return rows.map(({ body }) => body)
}

it('asks before anything of it leaves', async () => {
  expect(await handleIt()).toMatchObject({ outcome: 'done' })
  expect(await told('partners@dale.example')).toEqual([])
  expect(await findOpenPart(db, dale, made.reference, '2026-11-25')).toBeNull()
})

it('handles it itself with consent: the person is told who looks into it, the provider what it is asked', async () => {
  await handleIt()
  await sayYes()
  const [toPerson, ...more] = await told(theirEmail)
  expect(more).toEqual([])
  expect(toPerson).toContain('we look into')
  expect(toPerson).toContain('we have told Dale Council (example) so')
  const [toProvider = '', ...others] = await told('partners@dale.example')
  expect(others).toEqual([])
  expect(toProvider).toContain('Your commissioner has received the complaint')
  expect(toProvider).not.toContain(theirName)
  expect(await findOpenPart(db, dale, made.reference, '2026-11-25')).not.toBeNull()
  // It leads by law: nobody is asked to, and it keeps its clocks.
  const lead = await db.selectFrom('lead_proposals').selectAll().where('case', '=', made.id).execute()
  expect(lead).toMatchObject([{ organisation: marsh, state: 'accepted' }])
  const clocks = await db.selectFrom('clocks').selectAll().where('case', '=', made.id).execute()
  expect(clocks.map(({ organisation, state }) => [organisation, state])).toEqual([[marsh, 'running']])
})

it('tells them once, however often they say yes', async () => {
  await handleIt()
  await sayYes()
  const wider = { covers: { ...usualCovers([0]), attachments: true } }
  const again = { consent: made.consent, act: 'give', by: { kind: 'person' } } as const
  await sayOnConsent(db, { ...again, ...wider }, telling)
  expect(await told(theirEmail)).toHaveLength(1)
  expect(await told('partners@dale.example')).toHaveLength(1)
})

it('passes it on where the person agrees to that, also later: both are told, and it counts as made to the provider', async () => {
  await handleIt()
  await sayYes()
  const recorded = {
    consent: made.consent,
    said: 'yes',
    how: 'recorded-call',
    covers: usualCovers([0]),
    validUntil: null,
    authority: 'self',
    note: '',
  } as const
  const result = await recordConsent(db, await acting(), { ...recorded, purpose: 'pass-on' }, telling)
  expect(result).toMatchObject({ outcome: 'done' })
  expect((await told(theirEmail)).at(-1)).toContain('we have sent')
  expect((await told('partners@dale.example')).at(-1)).toContain('It counts as made to you today')
  expect(await findOpenPart(db, dale, made.reference, '2026-11-25')).toBeNull()
  const clocks = await db
    .selectFrom('clocks')
    .select(['name', 'starts_on'])
    .where('case', '=', made.id)
    .where('organisation', '=', dale)
    .execute()
  expect(clocks).toContainEqual({ name: 'acknowledge', starts_on: '2026-11-25' })
})

it('is nobody’s way but a commissioner’s, and not taken for a yes to something else', async () => {
  await sayYes()
  expect(await handleIt()).toMatchObject({ problem: { key: 'joint:add.refused.other-purpose' } })
  await db.updateTable('organisations').set({ type: 'nhs-trust' }).where('id', '=', marsh).execute()
  expect(await handleIt()).toMatchObject({ problem: { key: 'joint:add.refused.no-commissioner' } })
})
