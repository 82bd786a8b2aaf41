/** Every page and every call of partners, tried as the wrong organisation: not found, whatever is added later. */
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { addressesOf } from '../../support/addresses.ts'
import { addStaff, dale, daleTriage, marsh } from '../../support/county.ts'
import { ambulance, layMixedCounty } from '../../support/mixed-case.ts'
import type { Visitor } from '../desk/open-desk.ts'
import { openPortal, type PartMade } from './open-portal.ts'

const portal = await openPortal()
const { db, clock } = portal

let ann: Visitor
let dan: Visitor
let val: Visitor
let part: PartMade
let proposal: string
beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example' }, clock.now)
  await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  await layMixedCounty(db, clock.now)
  await addStaff(db, { email: 'val@vale.example', organisation: ambulance }, clock.now)
  val = await portal.signedIn('val@vale.example')
  ann = await portal.signedIn('ann@marsh.example')
  dan = await portal.signedIn('dan@dale.example')
  part = await portal.addPart()
  proposal = await askDaleToLead()
})

async function askDaleToLead(): Promise<string> {
  const { id } = await db
    .insertInto('lead_proposals')
    .values({
      case: part.id,
      organisation: dale,
      state: 'proposed',
      because: JSON.stringify([]),
      proposed_at: clock.now,
      answer_by: '2026-11-25',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const all = portal.rooms.flatMap(addressesOf)
/** Of nobody's case: their own list, signing in and out, and the door of links. */
const ofNobodysCase = [
  '/partner',
  '/partner/sign-in',
  '/partner/sign-out',
  '/api/v1/partner/parts',
  '/api/v1/partner/leads',
]
const behindLinks = all.filter(({ path }) => path.startsWith('/partner/link'))
const ofACase = all.filter((each) => !ofNobodysCase.includes(each.path) && !behindLinks.includes(each))

const filled = (path: string) =>
  path
    .replace(':reference', part.reference)
    .replace(':issue', '1')
    .replace(/:(?:exchange|file|document|meeting)/, randomUUID())
    .replace(':proposal', proposal)

describe('the wrong organisation', () => {
  it('is tried at every address that there is', () => {
    expect(ofACase.length).toBeGreaterThan(20)
    expect(behindLinks.length).toBeGreaterThan(15)
    expect(ofACase.filter(({ path }) => /:/.test(filled(path)))).toEqual([])
  })

  it('finds no page of the portal and changes nothing, while the right one finds its case', async () => {
    const before = await db.selectFrom('parts').selectAll().orderBy('id').execute()
    expect((await dan.get(`/partner/cases/${part.reference}`)).status).toBe(200)
    for (const { method, path } of ofACase.filter((each) => each.path.startsWith('/partner'))) {
      for (const visitor of [ann, val]) {
        const address = filled(path)
        const answer =
          method === 'GET'
            ? await visitor.get(address)
            : await visitor.post(address, { version: '1' }, '/partner')
        expect([method, path, answer.status]).toEqual([method, path, 404])
      }
    }
    expect(await db.selectFrom('parts').selectAll().orderBy('id').execute()).toEqual(before)
  })

  it('finds nothing by the API, whatever it sends, while the right one does', async () => {
    const ask = async (key: string, method: string, path: string) =>
      fetch(`${portal.address}${filled(path)}`, {
        method,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        ...(method === 'GET' ? {} : { body: '{}' }),
      })
    const theirs = await portal.key(dale)
    const wrong = [await portal.key(marsh), await portal.key(ambulance)]
    for (const { method, path } of ofACase.filter((each) => each.path.startsWith('/api'))) {
      for (const key of wrong) {
        const answer = await ask(key, method, path)
        expect([method, path, answer.status]).toEqual([method, path, 404])
        expect(answer.headers.get('content-type')).toContain('application/problem+json')
      }
      // Of files there is none as yet, and nobody is told whether there might be.
      if (path.endsWith(':file')) continue
      expect([method, path, (await ask(theirs, method, path)).status]).not.toEqual([method, path, 404])
    }
  })

  it('finds nothing behind a link without having opened one, signed in or not', async () => {
    for (const { method, path } of behindLinks) {
      if (method !== 'GET') continue
      for (const visitor of [ann, val, portal.visitor()]) {
        const answer = await visitor.get(filled(path).replace(':token', 'x.y'))
        expect([method, path, answer.status]).toEqual([method, path, 404])
      }
    }
  })
})

describe('the API', () => {
  it('lists work, takes a contribution once however often it is sent, and says in words what is wrong', async () => {
    const key = await portal.key(dale)
    const made = await portal.addPart()
    const ask = (method: string, path: string, body?: object) =>
      fetch(`${portal.address}/api/v1/partner/parts${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    const list: unknown = await (await ask('GET', '')).json()
    expect(JSON.stringify(list)).toContain(made.reference)
    const shown: unknown = await (await ask('GET', `/${made.reference}`)).json()
    expect(shown).toMatchObject({ reference: made.reference, state: 'asked', dueOn: '2026-12-01' })
    const body = { id: randomUUID(), issue: 0, whatHappened: 'We came late.', outcome: 'not-upheld' }
    for (let times = 0; times < 2; times++) {
      expect((await ask('POST', `/${made.reference}/contributions`, body)).status).toBe(204)
    }
    expect(
      await db.selectFrom('contributions').select('id').where('part', '=', made.part).execute(),
    ).toHaveLength(1)
    const wrong = await ask('POST', `/${made.reference}/contributions`, { ...body, outcome: 'perhaps' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('The field outcome')])
    const refused = await ask('POST', `/${made.reference}/contributions`, {
      ...body,
      id: randomUUID(),
      outcome: 'upheld',
    })
    expect(refused.status).toBe(409)
  })

  it('lets in no key without the scope, and nobody without a key', async () => {
    expect((await fetch(`${portal.address}/api/v1/partner/parts`)).status).toBe(401)
  })
})
