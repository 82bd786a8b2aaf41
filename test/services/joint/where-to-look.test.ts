/** A notice says where the work is: in the portal, on the desk of whoever has the case whole, or in the hub of one’s own. */
import { afterAll, beforeEach, expect, it } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { sayOnConsent } from '../../../services/store/joint/consent-acts.ts'
import { loadCaseToTell, tellPartner } from '../../../services/store/joint/telling.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { dale, layCounty, marsh } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addJointCase, openDaleToMail, tellingAt } from '../../support/joint.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 3 })
afterAll(close)
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const now = new Date('2026-11-25T10:00:00Z')
const knowledge = await layCounty(db, now)
await openDaleToMail(db)
await db
  .updateTable('teams')
  .set({ handover: JSON.stringify({ by: 'email', address: 'team@marsh.example' }) })
  .where('organisation', '=', marsh)
  .execute()

beforeEach(() => ownHub(false))

async function ownHub(is_hub: boolean): Promise<void> {
  await db.updateTable('webhook_endpoints').set({ is_hub }).where('organisation', '=', dale).execute()
}

type Event = Parameters<typeof tellPartner>[2]['event']

async function notice(event: Event, organisation: OrganisationId = dale) {
  const made = await addJointCase(db, envelope, knowledge)
  await db
    .transaction()
    .execute(async (queries) =>
      tellPartner(queries, await loadCaseToTell(queries, made.id), { organisation, event }, tellingAt(now)),
    )
  const { body } = await db
    .selectFrom('messages')
    .select('body')
    .where('case', '=', made.id)
    .where('purpose', '=', 'part-notice')
    .executeTakeFirstOrThrow()
  return { body, reference: made.reference }
}

it.each([
  ['part.asked', '/partner/cases/'],
  ['lead.proposed', '/desk/joint'],
  ['case.transferred', '/desk/cases/'],
] as const)('without a hub of their own, %s leads to %s here', async (event, path) => {
  const { body } = await notice(event)
  expect(body).toContain(`Sign in to look: https://hub.example${path}`)
  expect(body).toContain('Marsh Hospitals (example) received this case, and this email comes from its hub')
})

it.each([
  ['part.asked', 'It is in your own hub'],
  ['meeting.moved', 'It is in your own hub'],
  ['lead.proposed', 'look under “Asked to lead”'],
] as const)('with one, %s is there, and no link leads here', async (event, words) => {
  await ownHub(true)
  const { body } = await notice(event)
  expect(body).toContain(words)
  expect(body).not.toContain('https://hub.example')
})

it('what was sent on to them whole is here even so, and takes an account here', async () => {
  await ownHub(true)
  const { body, reference } = await notice('case.transferred')
  expect(body).toContain(`https://hub.example/desk/cases/${reference}`)
  expect(body).toContain('You need an account there')
})

it('whoever received it looks on the desk, and is not told whose hub it is', async () => {
  const { body, reference } = await notice('lead.declined', marsh)
  expect(body).toContain(`Sign in to look: https://hub.example/desk/cases/${reference}`)
  expect(body).not.toContain('comes from its hub')
})

it('whoever opened a link to the part is told too, by that link, as long as it opens the part', async () => {
  const made = await addJointCase(db, envelope, knowledge)
  const { id: part } = await db
    .selectFrom('parts')
    .select('id')
    .where('case', '=', made.id)
    .where('organisation', '=', dale)
    .executeTakeFirstOrThrow()
  const later = new Date('2026-12-25T10:00:00Z')
  const link = (email: string, more: object) => ({
    ...{ part, token_hash: email, recipient_name: 'Kim', email, second_factor: 'email' as const },
    ...{ made_at: now, opened_at: now, expires_at: later, ...more },
  })
  await db
    .insertInto('partner_links')
    .values([
      link('kim@crew.example', {}),
      link('unopened@crew.example', { opened_at: null }),
      link('revoked@crew.example', { revoked_at: now }),
      link('over@crew.example', { expires_at: now }),
    ])
    .execute()
  const told = await db
    .transaction()
    .execute(async (queries) =>
      tellPartner(
        queries,
        await loadCaseToTell(queries, made.id),
        { organisation: dale, event: 'part.approve' },
        tellingAt(now),
      ),
    )
  const notices = await db
    .selectFrom('messages')
    .select(['recipient', 'body'])
    .where('case', '=', made.id)
    .where('purpose', '=', 'part-notice')
    .orderBy('recipient')
    .execute()
  expect(notices.map(({ recipient }) => recipient)).toEqual(['kim@crew.example', 'partners@dale.example'])
  expect(notices[0]?.body).toContain('Open the link that we sent you before')
  expect(notices[0]?.body).not.toContain('https://')
  expect(told).toHaveLength(2)
})

it('a consent that is over leads nowhere', async () => {
  const made = await addJointCase(db, envelope, knowledge)
  for (const act of ['give', 'say-no'] as const) {
    await sayOnConsent(db, { consent: made.consent, act, by: { kind: 'person' } }, tellingAt(now))
  }
  const { body } = await db
    .selectFrom('messages')
    .select('body')
    .where('case', '=', made.id)
    .where('purpose', '=', 'part-notice')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(body).toContain('You can no longer see it')
  expect(body).not.toContain('https://')
})
