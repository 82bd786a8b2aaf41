/** Two providers say the same in their own ways: a text that came, and how far one of ours has come. */
import { describe, expect, test } from 'vitest'
import { notifyDelivery, sms, twilioDelivery } from './texts.ts'

const nothing = new Map()

describe('How far a text of ours has come', () => {
  const target = '/channels/sms/twilio/status?message=0199a0c0-0000-7000-8000-000000000001'
  const state = (fields: Record<string, string>) =>
    sms.read(twilioDelivery({ MessageSid: 'SMours', To: '+447700900123', ...fields }, target), nothing)
  const ids = ['SMours', '0199a0c0-0000-7000-8000-000000000001']

  test.each([
    [{ MessageStatus: 'delivered' }, { arrived: true, status: 'delivered', permanent: false }],
    [
      { MessageStatus: 'undelivered', ErrorCode: '30005' },
      { arrived: false, status: '30005', permanent: true },
    ],
    [
      { MessageStatus: 'undelivered', ErrorCode: '30003' },
      { arrived: false, status: '30003', permanent: false },
    ],
    [{ MessageStatus: 'sent' }, { status: 'sent', permanent: false }],
  ])('is read from %o', async (fields, about) => {
    expect(await state(fields)).toEqual({
      outcome: 'nothing-to-route',
      why: 'delivery-receipt',
      about: { inAnswerTo: ids, recipient: '+447700900123', ...about },
    })
  })

  test('has a key for each state, so that one does not hide the next', () => {
    const key = (MessageStatus: string) =>
      sms.keyOf(twilioDelivery({ MessageSid: 'SMours', MessageStatus }, target))
    expect(new Set(['sent', 'delivered', 'delivered'].map(key)).size).toBe(2)
  })
})

describe('GOV.UK Notify', () => {
  const received = {
    id: 'example-1',
    source_number: '447700900123',
    destination_number: '07700900999',
    message: 'The nurse was kind 😀',
    date_received: '2026-11-16T09:29:00.000000Z',
  }

  test('hands over a text like any other', async () => {
    expect(await sms.read(notifyDelivery(received), nothing)).toMatchObject({
      outcome: 'submission',
      submission: {
        text: 'The nurse was kind 😀',
        person: { phone: '+447700900123' },
        thread: { messageId: 'example-1', conversation: { theirs: '+447700900123', ours: '+447700900999' } },
        sentAt: '2026-11-16T09:29:00.000Z',
      },
    })
  })

  test.each([
    ['delivered', { arrived: true, permanent: false }],
    ['permanent-failure', { arrived: false, permanent: true }],
    ['temporary-failure', { arrived: false, permanent: false }],
    ['technical-failure', { arrived: false, permanent: false }],
    ['sending', { permanent: false }],
  ])('says %s of a text of ours', async (status, about) => {
    const receipt = { id: 'example-2', reference: 'ours', to: '07700900123', status }
    expect(await sms.read(notifyDelivery(receipt), nothing)).toEqual({
      outcome: 'nothing-to-route',
      why: 'delivery-receipt',
      about: { inAnswerTo: ['example-2', 'ours'], recipient: '07700900123', status, ...about },
    })
  })
})
