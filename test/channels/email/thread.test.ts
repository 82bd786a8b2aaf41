/** A mail is tied to its case by the token we gave out, then by the ids it answers. */
import { describe, expect, test } from 'vitest'
import { mail, read, submissionOf } from './mails.ts'

describe('thread', () => {
  test('the token of the address wins over that of a Message-ID we minted', async () => {
    const raw = mail({
      headers: {
        To: 'feedback+tok_1.sig-2@hub.example',
        References: '<old.abc123@hub.example> <other@people.example>',
      },
    })
    expect((await submissionOf(raw)).thread).toEqual({
      messageId: '<one@people.example>',
      references: ['<old.abc123@hub.example>', '<other@people.example>'],
      replyToken: 'tok_1.sig-2',
    })
  })

  test('a Message-ID of ours alone is enough', async () => {
    const raw = mail({ headers: { 'In-Reply-To': '<tok_1.sig-2.abc123@hub.example>' } })
    expect((await submissionOf(raw)).thread.replyToken).toBe('tok_1.sig-2')
  })

  test('the recipient of the envelope counts, a foreign domain does not', async () => {
    const reading = await read(mail({}), { 'rcpt-to': 'feedback+tok@hub.example' })
    expect(reading).toMatchObject({ submission: { thread: { replyToken: 'tok' } } })
    expect(
      (await submissionOf(mail({ headers: { To: 'feedback+tok@evil.example' } }))).thread.replyToken,
    ).toBeNull()
  })
})
