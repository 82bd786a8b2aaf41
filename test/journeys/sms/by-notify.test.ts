/** The same walk through the second provider: a text in by GOV.UK Notify, the case, the text back, and its receipt. */
import { describe, expect, test, vi } from 'vitest'
import { testDatabase } from '../../support/database.ts'
import { notifySending } from '../../channels/sms/texts.ts'
import { patience, textingHub } from './texting-hub.ts'

const { db, twilio, notify, postNotify, casesOf, message, delivery } = textingHub(
  (await testDatabase()).connectionString,
)

const textPath = '/channels/sms/notify'

let texts = 0

async function textNotify(from: string, words: string): Promise<string> {
  const id = `notify-${++texts}`
  const received = {
    id,
    source_number: from.replace('+', ''),
    destination_number: notifySending.number.replace('+44', '0'),
    message: words,
    date_received: '2026-11-16T09:29:00.000000Z',
  }
  expect((await postNotify(textPath, received)).status).toBe(204)
  return id
}

function answersTo(phone: string, count: number) {
  return vi.waitFor(() => {
    const found = notify().sent.filter((text) => text.phone === phone)
    expect(found).toHaveLength(count)
    return found
  }, patience)
}

describe('A text by Notify becomes a case', () => {
  const person = '+447700900112'

  test('answered by Notify, in its language, and by nobody else; what is texted back joins it', async () => {
    await textNotify(person, 'Roedd y nyrs yn garedig iawn, diolch 😀')
    const [opened] = await casesOf(person, 1)
    const [answer] = await answersTo(person, 1)
    const { reference } = await db()
      .selectFrom('cases')
      .select('reference')
      .where('id', '=', opened)
      .executeTakeFirstOrThrow()
    expect(answer?.words).toMatch(/neges/)
    expect(answer?.words).toContain(reference)
    await textNotify(person, 'Yn yr ysbyty')
    expect(await casesOf(person, 2)).toEqual([opened])
    expect(twilio().sent).toEqual([])
  })

  test('and Notify says that the answer arrived, once and for all', async () => {
    const [answer] = await answersTo(person, 1)
    const tell = (status: string) =>
      postNotify(`${textPath}/status`, {
        id: answer?.id,
        reference: answer?.reference,
        to: person,
        status,
        notification_type: 'sms',
      })
    expect((await tell('delivered')).status).toBe(204)
    await vi.waitFor(async () => {
      expect((await message(answer?.id ?? '')).delivered_at).not.toBeNull()
    }, patience)
    await tell('temporary-failure')
    await delivery(`state:${answer?.id}:temporary-failure`)
    expect((await message(answer?.id ?? '')).state).toBe('sent')
  })
})

test('what Notify could not deliver is shown on its message', async () => {
  const person = '+447700900114'
  await textNotify(person, 'The receptionist was rude to me')
  const [answer] = await answersTo(person, 1)
  const { id } = await message(answer?.id ?? '')
  await postNotify(`${textPath}/status`, { id: 'not-yet-noted', reference: id, status: 'permanent-failure' })
  await vi.waitFor(async () => {
    expect(await message(answer?.id ?? '')).toMatchObject({
      state: 'failed',
      problem: { key: 'sms:not-delivered', params: { code: 'permanent-failure' } },
    })
  }, patience)
})

test('what Notify had given up and delivers after all counts as sent, without its problem', async () => {
  const person = '+447700900119'
  await textNotify(person, 'The receptionist was rude to me')
  const [answer] = await answersTo(person, 1)
  const { id } = await message(answer?.id ?? '')
  const tell = (status: string) => postNotify(`${textPath}/status`, { id: answer?.id, reference: id, status })
  await tell('temporary-failure')
  await vi.waitFor(async () => expect((await message(answer?.id ?? '')).state).toBe('failed'), patience)
  await tell('delivered')
  await vi.waitFor(async () => {
    const { state, problem, delivered_at: arrived } = await message(answer?.id ?? '')
    expect([state, problem]).toEqual(['sent', null])
    expect(arrived).not.toBeNull()
  }, patience)
})

test('HELP is answered by a text of its own, once, and STOP holds for whatever comes next', async () => {
  const person = '+447700900115'
  const id = await textNotify(person, 'HELP')
  texts--
  await textNotify(person, 'HELP')
  const [answer] = await answersTo(person, 1)
  expect(answer?.words).toContain('999')
  expect(await delivery(`text:${id}`)).toEqual({ state: 'nothing-to-route', why: 'keyword' })
  await delivery(`text:${await textNotify(person, 'STOP')}`)
  await textNotify(person, 'The ward was dirty')
  await vi.waitFor(async () => {
    const held = await db().selectFrom('messages').select('state').where('recipient', '=', person).execute()
    expect(held).toEqual([{ state: 'held' }])
  }, patience)
  await answersTo(person, 1)
})

test('a forged text is kept out', async () => {
  const forged = { id: 'forged', source_number: '447700900116', destination_number: '', message: 'Ha' }
  expect((await postNotify(textPath, forged, 'another-token-than-ours')).status).toBe(401)
  const kept = await db().selectFrom('deliveries').select('id').where('key', '=', 'text:forged').execute()
  expect(kept).toEqual([])
})
