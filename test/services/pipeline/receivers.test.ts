/** What is sent to an organisation that nobody can sign in to comes to the host, by whichever door. */
import { afterAll, describe, expect, test, vi } from 'vitest'
import { addApiKey } from '../../../services/store/api-keys.ts'
import { theHub } from '../../../services/store/audit.ts'
import { council, councilDoor, hospital, openMailHub, patience } from './mail-hub.ts'

describe('An organisation without an account', async () => {
  const { hub, db, mail, routed, caseOf, addStaff, close } = await openMailHub()
  afterAll(close)

  async function receiverOfPosted(text: string): Promise<string> {
    const given = { name: text, scopes: ['feedback:write'] as const, organisation: council }
    const key = await addApiKey(db, given, { actor: theHub, now: new Date() })
    await fetch(`${hub.web.publicUrl}/api/v1/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ text }),
    })
    return (await caseOf((await routed(text)).case)).received_by
  }

  async function receiverOfMailed(text: string): Promise<string> {
    await mail({ to: councilDoor, text })
    return (await caseOf((await routed(text)).case)).received_by
  }

  test('receives nothing in vain: its mail, what its programs send and what no case comes of go to the host', async () => {
    expect(await receiverOfMailed('Our street lamp has been broken since May.')).toBe(hospital)
    expect(await receiverOfPosted('The library was closed again.')).toBe(hospital)
    await mail({
      to: councilDoor,
      text: 'I am away until Monday.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    })
    await vi.waitFor(async () => {
      const rows = await db
        .selectFrom('deliveries')
        .select('received_by')
        .where('state', '=', 'nothing-to-route')
        .execute()
      expect(rows).toEqual([{ received_by: hospital }])
    }, patience)
  })

  test('receives its own from its first account on', async () => {
    await addStaff(council, 'sam@council.example')
    expect(await receiverOfMailed('Now the lamp is on all day.')).toBe(council)
    expect(await receiverOfPosted('And the library is still closed.')).toBe(council)
  })
})
