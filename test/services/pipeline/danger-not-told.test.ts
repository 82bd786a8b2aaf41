/** What to do in danger goes to the person by message; where that does not go, or comes back, somebody is to ring them, once. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Channel, SendResult } from '../../../channels/channel.ts'
import { createSending } from '../../../services/pipeline/pipeline.ts'
import { createReplyTokens } from '../../../services/pipeline/reply-token.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { markBounced, markNotArrived } from '../../../services/store/message-arrivals.ts'
import { reason } from '../../../shared/finding.ts'
import type { MessageId } from '../../../shared/ids.ts'
import type { Flag } from '../../../shared/words.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { layCounty } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'

const clock = { now: new Date('2026-11-27T17:00:00Z') }
const connection = connect((await testDatabase()).connectionString, { connections: 4 })
const { db } = connection
const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
const knowledge = await layCounty(db, clock.now)
afterAll(() => connection.close())

let made: CaseMade
let message: MessageId

/** A case with its receipt, which waits to go. */
async function receiptOn(flags: readonly Flag[], purpose: 'receipt' | 'reply' = 'receipt') {
  made = await addCase(db, envelope, knowledge, { flags })
  const { id: submission } = await db
    .selectFrom('submissions')
    .select('id')
    .where('case', '=', made.id)
    .executeTakeFirstOrThrow()
  const about = { case: made.id, direction: 'out' as const, purpose, submission }
  ;({ id: message } = await db
    .insertInto('messages')
    .values({
      ...about,
      channel: 'email',
      recipient: 'ada@people.example',
      body: 'Ring 999 in an emergency.',
      language: 'en',
      is_automatic: true,
      state: 'waiting',
      created_at: clock.now,
      due_at: clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow())
}

const isUrgent = async () => {
  const row = await db
    .selectFrom('submissions')
    .select(['call_back_urgent', 'content'])
    .where('case', '=', made.id)
    .executeTakeFirstOrThrow()
  expect(row.content.remarks.length).toBeLessThan(2)
  return row.call_back_urgent
}

const channelThat = (send: () => Promise<SendResult>): Channel => ({
  name: 'email',
  doors: [],
  isGenuine: () => false,
  keyOf: () => {
    throw new Error('Nothing arrives here')
  },
  wants: () => [],
  read: () => Promise.reject(new Error('Nothing arrives here')),
  send,
})

async function send(channel: Channel | null): Promise<void> {
  const parts = {
    db,
    now: () => clock.now,
    complain: () => undefined,
    channels: channel === null ? [] : [channel],
    tokens: createReplyTokens('for tests only'),
  }
  await createSending(parts)(message)
}

const problem = reason('message:bounced', { status: '5.1.1' })
const gone = { sent: true, providerId: 'provider-1' } as const

describe('the message that says what to do in danger', () => {
  beforeEach(() => receiptOn(['self-harm']))

  test('has somebody ring where no channel can send it', async () => {
    await send(null)
    expect(await isUrgent()).toBe(true)
  })

  test.each([false, true])(
    'has somebody ring where the provider says no, and %s to "again"',
    async (retry) => {
      await send(channelThat(() => Promise.resolve({ sent: false, retry, problem })))
      expect(await isUrgent()).toBe(true)
    },
  )

  test('has somebody ring where sending breaks', async () => {
    await send(channelThat(() => Promise.reject(new Error('The line is dead'))))
    expect(await isUrgent()).toBe(true)
  })

  test('has somebody ring once it came back, and only then', async () => {
    await send(channelThat(() => Promise.resolve(gone)))
    expect(await isUrgent()).toBe(false)
    await markBounced(db, ['provider-1'], problem, clock.now)
    expect(await isUrgent()).toBe(true)
    await markBounced(db, ['provider-1'], problem, clock.now)
    expect(await isUrgent()).toBe(true)
  })

  test('has somebody ring where a text did not arrive', async () => {
    await send(channelThat(() => Promise.resolve({ ...gone, providerId: 'provider-2' })))
    await markNotArrived(db, ['provider-2'], problem, clock.now)
    expect(await isUrgent()).toBe(true)
  })
})

test.each<[string, readonly Flag[], 'receipt' | 'reply']>([
  ['a receipt without danger', ['legal-or-media'], 'receipt'],
  ['what staff wrote on a case of danger', ['self-harm'], 'reply'],
])('%s has nobody rung when it comes back', async (_, flags, purpose) => {
  await receiptOn(flags, purpose)
  await send(channelThat(() => Promise.resolve({ sent: false, retry: false, problem })))
  expect(await isUrgent()).toBe(false)
})
