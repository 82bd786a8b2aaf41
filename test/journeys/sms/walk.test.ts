/** A text from the provider’s request to the case and the text back, on a whole hub and over real HTTP. */
import { describe, expect, test, vi } from 'vitest'
import { readReference } from '../../../shared/reference.ts'
import { testDatabase } from '../../support/database.ts'
import { patience, textingHub } from './texting-hub.ts'
import { textFields, twilioSettings } from '../../channels/sms/texts.ts'

const { hub, db, twilio, text, postForm, casesOf, textsTo, message, delivery } = textingHub(
  (await testDatabase()).connectionString,
)

describe('A text becomes a case', () => {
  const person = '+447700900101'

  test('and one text goes back with its reference; what they text back joins it and is not answered', async () => {
    await text(person, 'I waited eleven hours in A&E and nobody gave my father water. I want to complain.')
    const [opened] = await casesOf(person, 1)
    const [receipt] = await textsTo(person, 1)
    const { reference, channel } = await db()
      .selectFrom('cases')
      .select(['reference', 'channel'])
      .where('id', '=', opened)
      .executeTakeFirstOrThrow()
    expect(channel).toBe('sms')
    expect(receipt?.fields['Body']).toContain(reference)
    expect(receipt?.fields['From']).toBe(twilioSettings.number)

    await text(person, 'It was the Example General, on Monday')
    expect(await casesOf(person, 2)).toEqual([opened])
    const joined = await db()
      .selectFrom('submissions')
      .select('matched')
      .where('case', '=', opened)
      .orderBy('received_at', 'desc')
      .executeTakeFirstOrThrow()
    expect(joined.matched).toEqual({ how: 'conversation', sameSender: true })
    await textsTo(person, 1)
  })

  test('that Twilio says has arrived, or has not', async () => {
    const [receipt] = await textsTo(person, 1)
    const { id } = await message(receipt?.sid ?? '')
    const path = `/channels/sms/twilio/status?message=${id}`
    const state = (MessageStatus: string) =>
      postForm(path, { MessageSid: receipt?.sid ?? '', MessageStatus, To: person, ErrorCode: '30005' })
    await state('delivered')
    await vi.waitFor(async () => {
      expect((await message(receipt?.sid ?? '')).delivered_at).not.toBeNull()
    }, patience)
    await state('undelivered')
    expect(await delivery(`state:${receipt?.sid}:undelivered`)).toMatchObject({
      why: 'delivery-receipt',
    })
    expect((await message(receipt?.sid ?? '')).state).toBe('sent')
  })
})

test('what did not arrive is shown on its message, even if we had not yet noted that it was sent', async () => {
  const person = '+447700900102'
  await text(person, 'The receptionist was rude to me')
  const [receipt] = await textsTo(person, 1)
  const { id } = await message(receipt?.sid ?? '')
  const fields = { MessageSid: 'SMnotyetnoted', MessageStatus: 'undelivered', ErrorCode: '30005' }
  await postForm(`/channels/sms/twilio/status?message=${id}`, fields)
  await vi.waitFor(async () => {
    expect(await message(receipt?.sid ?? '')).toMatchObject({
      state: 'failed',
      problem: { key: 'sms:not-delivered', params: { code: '30005' } },
    })
  }, patience)
})

test('twice is once: the same text again is no second case, message or answer', async () => {
  const person = '+447700900103'
  const fields = textFields({ From: person, MessageSid: 'SMtwice', Body: 'The ward was too hot' })
  const answers = await Promise.all(
    [1, 2, 3].map(async () => (await postForm('/channels/sms/twilio', fields)).text()),
  )
  expect(new Set(answers).size).toBe(1)
  await casesOf(person, 1)
  await textsTo(person, 1)
})

test('a picture that is not there at once comes with the case, byte for byte and sealed', async () => {
  const person = '+447700900110'
  const path = '/2010-04-01/Accounts/ACexample/Messages/MM1/Media/ME1'
  const picture = Buffer.from('89504e470d0a1a0a00ff0a', 'hex')
  await text(person, 'See what the meal looked like', {
    NumMedia: '1',
    MediaUrl0: twilio().url + path,
    MediaContentType0: 'image/png',
  })
  await vi.waitFor(() => expect(twilio().picturesAsked.length).toBeGreaterThan(0), patience)
  twilio().pictures.set(path, picture)
  await vi.waitFor(async () => {
    const attached = await db()
      .selectFrom('attachments')
      .innerJoin('file_bytes', 'file_bytes.file', 'attachments.file')
      .select(['name', 'content_type', 'size', 'sealed'])
      .where('rendition', '=', 'original')
      .execute()
    expect(attached).toMatchObject([{ name: 'picture-1.png', content_type: 'image/png', size: 11 }])
    expect(hub().base.envelope.open(attached[0]?.sealed ?? Buffer.alloc(0))).toEqual(picture)
  }, patience)
  const evidence = await db().selectFrom('evidence').select('content').execute()
  expect(JSON.stringify(evidence)).not.toContain(picture.toString('base64'))
  expect(new Set(twilio().picturesAsked).size).toBe(1)
})

test('CALL BACK stands on the submission for the desk', async () => {
  const person = '+447700900111'
  await text(person, 'CALL BACK')
  const [opened] = await casesOf(person, 1)
  const { content } = await db()
    .selectFrom('submissions')
    .select('content')
    .where('case', '=', opened)
    .executeTakeFirstOrThrow()
  expect(content.remarks).toEqual([{ key: 'sms:call-back-asked' }])
})

test('garbage with a good signature is put where staff see it', async () => {
  await postForm('/channels/sms/twilio', { Nonsense: '\u0000😀' })
  await vi.waitFor(async () => {
    const found = await db()
      .selectFrom('deliveries')
      .select(['state', 'problem', 'reference'])
      .where('key', 'like', 'unknown:%')
      .execute()
    expect(found).toMatchObject([{ state: 'quarantined', problem: { key: 'sms:unreadable' } }])
    expect(readReference(found[0]?.reference ?? '')).not.toBeNull()
  }, patience)
})
