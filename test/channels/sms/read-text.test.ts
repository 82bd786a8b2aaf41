/** What people text becomes a submission in their own words; keywords, machines and noise do not, and nothing crashes. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EvidenceTools } from '../../../channels/evidence-tools.ts'
import { delivered, sms, submissionOfText, textFields, twilioDelivery, twilioSettings } from './texts.ts'

const nothing = new Map()

describe('A text by Twilio', () => {
  test('is a submission with the words, the sender and the conversation', async () => {
    expect(await submissionOfText({})).toMatchObject({
      channel: 'sms',
      text: 'The nurse on ward 4 was kind.',
      originalText: 'The nurse on ward 4 was kind.',
      person: { phone: '+447700900123', email: null, name: null },
      thread: {
        messageId: 'SMexample1',
        conversation: { theirs: '+447700900123', ours: twilioSettings.number },
      },
      autoReply: 'allowed',
      remarks: [],
    })
  })

  test.each([
    'Diolch 😀🏴󠁧󠁢󠁷󠁬󠁳󠁿 tŷ bach',
    'شكرا جزيلا',
    '谢谢你们',
    'a & b = c + d % e',
    'one\nline and another',
    'ℌ𝔢𝔩𝔩𝔬 ﷽',
  ])('keeps every letter: %s', async (text) => {
    expect((await submissionOfText({ Body: text })).text).toBe(text)
  })

  test('twice has one key, and another has another', () => {
    const key = (fields: Record<string, string>) => sms.keyOf(twilioDelivery(textFields(fields)))
    expect(key({})).toBe(key({ ApiVersion: '2010-04-01' }))
    expect(key({})).not.toBe(key({ MessageSid: 'SMexample2' }))
  })

  test('names the number it was sent to, so that its organisation receives it', () => {
    expect(sms.sentTo?.(twilioDelivery(textFields()))).toEqual([twilioSettings.number])
  })

  test('that asks for a call back is marked for the desk', async () => {
    const { remarks } = await submissionOfText({ Body: 'Waited 5 hours in A&E. Please call me back' })
    expect(remarks).toEqual([{ key: 'sms:call-back-asked' }])
  })

  test('from a name instead of a number is read, but never answered', async () => {
    expect(await submissionOfText({ From: 'ExampleCo' })).toMatchObject({
      person: { phone: null },
      autoReply: 'forbidden',
      remarks: [{ key: 'sms:no-number', params: { sender: 'ExampleCo' } }],
    })
  })

  test('that is STOP beside a picture is kept and not answered by itself', async () => {
    const picture = { NumMedia: '1', MediaUrl0: 'https://api.twilio.com/x', MediaContentType0: 'image/png' }
    expect(await submissionOfText({ Body: 'Stop', ...picture })).toMatchObject({
      autoReply: 'forbidden',
      remarks: [{ key: 'sms:stop-asked' }, { key: 'sms:pictures-missing' }],
    })
  })

  test('that begins with STOP is kept and not answered by itself', async () => {
    expect(await submissionOfText({ Body: 'STOP. And the ward was filthy.' })).toMatchObject({
      text: 'STOP. And the ward was filthy.',
      autoReply: 'forbidden',
      remarks: [{ key: 'sms:stop-asked' }],
    })
  })
})

describe('Nothing is routed', () => {
  const readingOf = (fields: Record<string, string>) => sms.read(twilioDelivery(textFields(fields)), nothing)

  test.each([
    ['STOP', 'stop'],
    ['Dechrau', 'start'],
    ['HELP', 'help'],
  ])('from %s, which says who said what', async (Body, word) => {
    expect(await readingOf({ Body })).toEqual({
      outcome: 'nothing-to-route',
      why: 'keyword',
      about: null,
      keyword: { word, from: '+447700900123' },
    })
  })

  test.each([
    ['  \n ', 'empty'],
    [
      'I’m driving with Do Not Disturb While Driving turned on. I’ll see your message when I arrive.',
      'auto-reply',
    ],
    ['Auto-reply: I am in a meeting.', 'auto-reply'],
  ])('from %s', async (Body, why) => {
    expect(await readingOf({ Body })).toMatchObject({ outcome: 'nothing-to-route', why })
  })

  test('from a text of our own number, which can only be ours coming back', async () => {
    expect(await readingOf({ From: twilioSettings.number })).toMatchObject({ why: 'auto-reply' })
  })

  test('unless the desk says that it is feedback, and then it is not answered by a machine', async () => {
    const delivery = twilioDelivery(textFields({ Body: 'Auto-reply: the ward phone says this all day' }))
    expect(await sms.read({ ...delivery, treatAsFeedback: true }, nothing)).toMatchObject({
      outcome: 'submission',
      submission: { autoReply: 'forbidden' },
    })
  })
})

describe('Pictures', () => {
  const url = 'https://api.twilio.com/2010-04-01/Accounts/ACexample/Messages/MMexample/Media/MEexample'
  const fields = { Body: '', NumMedia: '1', MediaUrl0: url, MediaContentType0: 'image/jpeg' }
  const delivery = twilioDelivery(textFields(fields))
  const picture = Buffer.from([0xff, 0xd8, 0x00, 0x0a, 0xff, 0xd9])

  test('are fetched with the account’s secret and become attachments byte for byte', async () => {
    const asked: unknown[] = []
    const tools: EvidenceTools = {
      resolve: () => Promise.reject(new Error('not asked')),
      download: (...given) => {
        asked.push(given)
        return Promise.resolve({ contentType: 'image/jpeg', content: picture })
      },
    }
    const evidence = new Map<string, unknown>()
    for (const request of sms.wants(delivery)) evidence.set(request.key, await request.gather(tools))
    const basic = Buffer.from('ACexample:an example of a token').toString('base64')
    expect(asked).toEqual([[url, { authorization: `Basic ${basic}` }]])
    const sha256 = createHash('sha256').update(picture).digest('hex')
    expect(await sms.read(delivery, evidence)).toMatchObject({
      outcome: 'submission',
      submission: {
        text: '',
        attachments: [{ name: 'picture-1.jpg', contentType: 'image/jpeg', size: 6, sha256 }],
      },
      files: [{ sha256, content: picture }],
    })
  })

  test('that cannot be had are said to be missing', async () => {
    expect(await sms.read(delivery, nothing)).toMatchObject({
      outcome: 'submission',
      submission: { attachments: [], remarks: [{ key: 'sms:pictures-missing', params: { count: 1 } }] },
    })
  })

  test('at another address get no secret: they are not fetched', () => {
    const elsewhere = { ...fields, MediaUrl0: 'https://api.twilio.com.elsewhere.example/picture' }
    expect(sms.wants(twilioDelivery(textFields(elsewhere)))).toEqual([])
  })
})

describe('Garbage', () => {
  test.each(['', '%', 'Body=hello', '{"id":1}', '[', '{}', '\0\0\0', 'MessageSid=', 'MessageSid=SM1&Body=x'])(
    'is unreadable, not a crash: %j',
    async (raw) => {
      expect(await sms.read(delivered('sms-twilio', raw, {}), nothing)).toEqual({
        outcome: 'unreadable',
        problem: { key: 'sms:unreadable' },
      })
    },
  )

  test('of any bytes is read to some end, twice the same, and has a key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (raw) => {
        const delivery = delivered('sms-twilio', raw, { 'request-target': '/' })
        expect(await sms.read(delivery, nothing)).toEqual(await sms.read(delivery, nothing))
        expect(sms.keyOf(delivery)).toBe(sms.keyOf(delivery))
      }),
    )
  })

  test('in any field leaves the words as they were sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 70 }), async (text) => {
        fc.pre(text.trim() !== '')
        expect((await submissionOfText({ Body: text })).text).toBe(text)
      }),
    )
  })
})
