/** What a program says of sharing with what it hands in: a friend's yes, or that of somebody nobody can reach, lets nobody in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadTold } from '../../services/store/joint/told-consent.ts'
import { readReference } from '../../shared/reference.ts'
import { testDatabase } from '../support/database.ts'
import { startTestHub, type TestHub } from '../support/hub.ts'

const text =
  'The nurses on Ash Ward sent her home at ten at night and told nobody. The council had promised four home care visits a day but no carer came for three days.'
const friend = {
  person: { name: 'F Friend', email: 'friend@people.example' },
  affected: { who: 'other', name: 'M Mother', relationship: 'friend' },
}
const themselves = { person: { name: 'M Mother', email: 'mother@people.example' }, affected: { who: 'self' } }

let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub((await testDatabase()).connectionString)
})
afterAll(() => hub.close())

/** What stands on the case once staff could confirm it. */
async function handIn(given: object) {
  const { db } = hub.base.connection
  const answer = await fetch(`${hub.web.publicUrl}/api/v1/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, kind: 'complaint', sharing: 'yes', ...given }),
  })
  expect(answer.status).toBe(202)
  const body: unknown = await answer.json()
  const reference = readReference(body instanceof Object && 'reference' in body ? String(body.reference) : '')
  if (reference === null) throw new Error('No reference was given')
  const consents = () =>
    db
      .selectFrom('consents')
      .innerJoin('cases', 'cases.id', 'consents.case')
      .select(['cases.id', 'consents.state', 'consents.from_whom', 'consents.organisation'])
      .where('cases.reference', '=', reference)
      .execute()
  await expect.poll(async () => (await consents()).length, { timeout: 30_000 }).toBe(1)
  const [consent] = await consents()
  if (consent === undefined) throw new Error('Nobody is to be asked')
  const told = await db.transaction().execute((queries) => loadTold(queries, consent.id))
  return { ...consent, standing: told?.standing }
}

describe('a yes to sharing by a program', () => {
  it('of a friend is not the yes of whom the matter is about', async () => {
    const consent = await handIn(friend)
    expect(consent).toMatchObject({ state: 'needed', from_whom: 'affected-person', standing: 'not-theirs' })
    expect(consent.organisation).toBe('aldershire-council')
  })

  it('without a way to reach them is not used, since they could not take it back', async () => {
    expect(await handIn({})).toMatchObject({ state: 'needed', from_whom: 'person', standing: 'unreachable' })
  })

  it('of their own is theirs, for staff to use', async () => {
    expect(await handIn(themselves)).toMatchObject({ state: 'needed', from_whom: 'person', standing: 'open' })
  })
})
