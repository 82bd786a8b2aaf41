/** Whatever the person said about sharing, what leaves the hub holds no more than that: notices, webhooks, pages and API. */
import { beforeAll, describe, expect, it } from 'vitest'
import { loadWords } from '../../../services/pages/languages.ts'
import { jointWork } from '../../../services/upkeep/joint-work.ts'
import { askForConsent } from '../../../services/store/joint/consent-request.ts'
import { sayOnConsent } from '../../../services/store/joint/consent-acts.ts'
import { insertProposal, tellSeniors } from '../../../services/store/joint/lead-steps.ts'
import { loadCaseToTell } from '../../../services/store/joint/telling.ts'
import type { ConsentState } from '../../../shared/joint/consent-changes.ts'
import { usualCovers } from '../../../shared/joint/consent.ts'
import { addressesOf } from '../../support/addresses.ts'
import { addStaff, dale, daleTriage } from '../../support/county.ts'
import {
  addJointCase,
  openDaleToMail,
  tellingAt,
  theirEmail,
  theirName,
  theirWords,
} from '../../support/joint.ts'
import type { Visitor } from '../desk/open-desk.ts'
import { openPortal } from './open-portal.ts'

const portal = await openPortal()
const { db, clock } = portal
const telling = tellingAt(clock.now)

let dan: Visitor
let key: string
beforeAll(async () => {
  await openDaleToMail(db)
  await db
    .insertInto('organisation_contacts')
    .values({ organisation: dale, role: 'senior', name: 'A Senior', email: 'senior@dale.example' })
    .execute()
  await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  dan = await portal.signedIn('dan@dale.example')
  key = await portal.key(dale)
})

type Made = Awaited<ReturnType<typeof addJointCase>>

async function ask(made: Made): Promise<void> {
  await db.transaction().execute(async (queries) => {
    const about = await loadCaseToTell(queries, made.id)
    await askForConsent(queries, about, [made.consent], { kind: 'hub' }, telling)
  })
}

const say = (made: Made, act: 'give' | 'say-no' | 'expire', more: object = {}) =>
  sayOnConsent(
    db,
    { consent: made.consent, act, by: act === 'expire' ? { kind: 'hub' } : { kind: 'person' }, ...more },
    telling,
  )

const ways: Readonly<Record<ConsentState, (made: Made) => Promise<unknown>>> = {
  needed: () => Promise.resolve(),
  asked: ask,
  async refused(made) {
    await ask(made)
    await say(made, 'say-no')
  },
  given: (made) => say(made, 'give', { covers: { ...usualCovers([0]), identity: false } }),
  async withdrawn(made) {
    await say(made, 'give')
    await say(made, 'say-no')
  },
  async expired(made) {
    await say(made, 'give', { validUntil: '2026-11-22' })
    await say(made, 'expire')
  },
}

/** Everything that is said to them while it stands so: about the lead, by the clock, and to their senior. */
async function tellAll(made: Made): Promise<void> {
  await db.transaction().execute(async (queries) => {
    const about = await loadCaseToTell(queries, made.id)
    await insertProposal(queries, about, dale, { key: 'joint:lead.said' }, null, telling)
    await tellSeniors(queries, about, dale, 'lead.silent', telling)
  })
  const faults: unknown[] = []
  for (const day of ['2026-12-01', '2026-12-20', '2027-02-01']) {
    await jointWork({
      db,
      words: loadWords(),
      ring: () => undefined,
      publicUrl: telling.publicUrl,
      canSend: () => true,
      now: () => new Date(`${day}T10:00:00Z`),
      complain: (_, error) => void faults.push(error),
    })
  }
  expect(faults).toEqual([])
}

async function sentOut() {
  const messages = await db.selectFrom('messages').selectAll().where('direction', '=', 'out').execute()
  const notices = messages.filter(({ recipient }) => recipient?.endsWith('@dale.example'))
  const events = await db.selectFrom('webhook_events').select(['event', 'content', 'problem']).execute()
  return { notices, events }
}

/** Whatever their staff and their programs can open of it, by any address that only asks. */
async function shownToThem(made: Made): Promise<string> {
  const proposals = await db.selectFrom('lead_proposals').select('id').where('case', '=', made.id).execute()
  const [proposal = { id: 'none' }] = proposals
  const shown: string[] = []
  for (const { method, path } of portal.rooms.flatMap(addressesOf)) {
    if (method !== 'GET' || path.startsWith('/partner/link')) continue
    const address = path
      .replace(':reference', made.reference)
      .replace(':proposal', proposal.id)
      .replace(':issue', '1')
      .replaceAll(/:\w+/g, made.consent)
    const headers = { authorization: `Bearer ${key}` }
    shown.push(
      path.startsWith('/api')
        ? await (await fetch(`${portal.address}${address}`, { headers })).text()
        : (await dan.get(address)).text,
    )
  }
  expect(shown.length).toBeGreaterThan(12)
  return shown.join('\n')
}

const secrets = [theirName, 'Ada', theirEmail] as const

describe('what leaves', () => {
  it.each(Object.keys(ways))('names nobody while consent is %s', async (state) => {
    const before = await sentOut()
    const made = await addJointCase(db, portal.envelope, portal.knowledge)
    const way = Object.entries(ways).find(([name]) => name === state)?.[1]
    await way?.(made)
    const { state: stands } = await db
      .selectFrom('consents')
      .select('state')
      .where('id', '=', made.consent)
      .executeTakeFirstOrThrow()
    expect(stands).toBe(state)
    const shown = await shownToThem(made)
    for (const secret of secrets) expect(shown).not.toContain(secret)
    // What they allowed is told in their words, and to nobody else.
    expect(shown.includes(theirWords)).toBe(state === 'given')
    await tellAll(made)
    const { notices, events } = await sentOut()
    expect(notices.length).toBeGreaterThan(before.notices.length)
    expect(events.length).toBeGreaterThan(before.events.length)
    const left = JSON.stringify([notices, events])
    for (const secret of [...secrets, theirWords]) expect(left).not.toContain(secret)
    const told = await db
      .selectFrom('handoffs')
      .select('id')
      .where('case', '=', made.id)
      .where('organisation', '=', dale)
      .where('told', '<>', 'not-yet')
      .execute()
    expect(told).toEqual([])
  })
})
