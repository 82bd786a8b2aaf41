/** Who texts STOP is texted no more, whatever was under way, until they text START. */
import { expect, test, vi } from 'vitest'
import { testDatabase } from '../../support/database.ts'
import { patience, textingHub } from './texting-hub.ts'

const { db, twilio, text, casesOf, textsTo, delivery } = textingHub((await testDatabase()).connectionString)

test('after STOP nothing is texted, held where staff see why, until START', async () => {
  const person = '+447700900108'
  const stop = await text(person, 'STOP')
  expect(await delivery(`text:${stop}`)).toEqual({ state: 'nothing-to-route', why: 'keyword' })
  await text(person, 'The ward was dirty')
  const [opened] = await casesOf(person, 1)
  await vi.waitFor(async () => {
    const held = await db()
      .selectFrom('messages')
      .select(['state', 'held_because'])
      .where('recipient', '=', person)
      .execute()
    expect(held).toEqual([{ state: 'held', held_because: { key: 'sms:stopped' } }])
  }, patience)
  await textsTo(person, 0)
  await db().updateTable('cases').set({ state: 'closed' }).where('id', '=', opened).execute()
  const start = await text(person, 'DECHRAU')
  await delivery(`text:${start}`)
  await text(person, 'The ward is clean now, thank you')
  await textsTo(person, 1)
  const words = await db()
    .selectFrom('contact_stops')
    .select('word')
    .where('address', '=', person)
    .orderBy('id')
    .execute()
  expect(words.map(({ word }) => word)).toEqual(['stop', 'start'])
})

test('a text that was written before STOP and leaves after it stays here', async () => {
  const person = '+447700900109'
  twilio().refusals.push({ status: 503, code: 20503 })
  await text(person, 'The ward was noisy')
  await vi.waitFor(() => expect(twilio().refusals).toEqual([]), patience)
  await delivery(`text:${await text(person, 'stop')}`)
  await vi.waitFor(async () => {
    const [held] = await db().selectFrom('messages').select('state').where('recipient', '=', person).execute()
    expect(held?.state).toBe('held')
  }, patience)
  await textsTo(person, 0)
})

test('STOP beside a picture, as a telephone may add one to each text, holds too', async () => {
  const person = '+447700900111'
  await text(person, 'Stop', {
    NumMedia: '1',
    MediaUrl0: `${twilio().url}/2010-04-01/Accounts/ACexample/Messages/MM9/Media/ME9`,
    MediaContentType0: 'image/png',
  })
  twilio().pictures.set(
    '/2010-04-01/Accounts/ACexample/Messages/MM9/Media/ME9',
    Buffer.from('89504e47', 'hex'),
  )
  await casesOf(person, 1)
  await text(person, 'The ward was loud')
  await casesOf(person, 1)
  const words = await db().selectFrom('contact_stops').select('word').where('address', '=', person).execute()
  expect(words).toEqual([{ word: 'stop' }])
  await textsTo(person, 0)
})

test('STOP before other words holds, the words are a case, and staff read why nothing goes', async () => {
  const person = '+447700900117'
  await text(person, 'Stop. And the ward was filthy')
  await casesOf(person, 1)
  const words = await db().selectFrom('contact_stops').select('word').where('address', '=', person).execute()
  expect(words).toEqual([{ word: 'stop' }])
  await text(person, 'I want to kill myself')
  await casesOf(person, 2)
  await textsTo(person, 0)
})

test('whoever tells of danger after STOP is not texted but is to be rung at once', async () => {
  const person = '+447700900118'
  await text(person, 'STOP. I want to kill myself')
  const [opened] = await casesOf(person, 1)
  const { content } = await db()
    .selectFrom('submissions')
    .select('content')
    .where('case', '=', opened)
    .executeTakeFirstOrThrow()
  expect(content.remarks).toEqual([{ key: 'sms:stop-asked' }, { key: 'pipeline:danger.not-told' }])
  await textsTo(person, 0)
})
