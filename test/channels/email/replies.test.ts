/** Replies as programs, firms and people really write them: what the person said stays, all of it, and what others said goes. */
import { describe, expect, test } from 'vitest'
import { mail, submissionOf } from './mails.ts'
import { answeredOrKept } from './replies/between.ts'
import { pastedLegal, withFooter } from './replies/footers.ts'
import { byProgram } from './replies/programs.ts'
import { words, type Written } from './replies/written.ts'

const headers = { Subject: 'Re: Your feedback', 'In-Reply-To': '<sent-1@hub.example>' }

async function said(body: string): Promise<string> {
  return (await submissionOf(mail({ headers, body }))).text
}

function hold(replies: readonly Written[]): void {
  for (const [name, body, expected] of replies) {
    test(name, async () => expect(await said(body)).toBe(expected ?? words))
  }
}

describe('the history that a program puts below a reply goes', () => hold(byProgram))

describe('what is put below or around the words by others goes', () => hold(withFooter))

describe('answers between the lines and words that look like a program’s stay', () => hold(answeredOrKept))

describe('what people paste from solicitors and others stays', () => {
  test.each(pastedLegal)('%s', async (pasted) => {
    const body = `${words}\n\n${pasted}`
    expect(await said(body)).toBe(body)
    expect((await submissionOf(mail({ body }))).text).toBe(body)
  })
})

test('whatever is set aside is in the whole text', async () => {
  for (const [, body] of [...byProgram, ...withFooter, ...answeredOrKept]) {
    const { originalText } = await submissionOf(mail({ headers, body }))
    expect(originalText.replace(/\s+/g, ' ')).toBe(body.replace(/\s+/g, ' ').trim())
  }
})
