/** Who is not to be told may be said after it was proposed: nothing goes out by that proposal any more. */
import { afterAll, describe, expect, test } from 'vitest'
import { openMailHub } from './mail-hub.ts'

const person = 'refusing@people.example'
const told =
  'The home care visits were missed all week by the council and the ward at Aldermouth General discharged mum too early.'

describe('More words', async () => {
  const { hub, db, mail, routed, caseOf, sentTo, close } = await openMailHub()
  afterAll(close)

  test('that say whom not to tell take the proposal to lead from that organisation', async () => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await hub.key('feedback:write')}`,
    }
    const body = JSON.stringify({ text: told, person: { email: person } })
    await fetch(`${hub.web.publicUrl}/api/v1/feedback`, { method: 'POST', headers, body })
    const { case: id } = await routed(told)
    expect((await caseOf(id)).lead).toBe('aldershire-council')
    const words = 'I don’t want the council involved.'
    await mail({ from: person, to: (await sentTo(person)).replyTo, text: words })
    expect((await routed(words)).case).toBe(id)
    expect((await caseOf(id)).lead).toBe('aldermouth-hospitals')
    const consents = await db.selectFrom('consents').select('state').where('case', '=', id).execute()
    expect(consents).toEqual([{ state: 'needed' }])
  })
})
