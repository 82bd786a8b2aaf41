/** The dialogue by text: which service, then may we ring you, each once and only while it is missing; then a machine is silent. A yes to a call is a task. */
import { expect, test, vi } from 'vitest'
import { testDatabase } from '../../support/database.ts'
import { patience, textingHub } from './texting-hub.ts'

const { db, text, casesOf, textsTo } = textingHub((await testDatabase()).connectionString)

const mayWeRing = 'Want us to ring you? Reply CALL BACK.'
const complaint = 'Nobody came for six hours and nobody said sorry. I want to complain.'

/** As if a minute had gone by since our text. */
async function aMinuteLater(person: string) {
  await vi.waitFor(async () => {
    const { sent_at } = await db()
      .selectFrom('messages')
      .select('sent_at')
      .where('recipient', '=', person)
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow()
    expect(sent_at).not.toBeNull()
  }, patience)
  await db()
    .updateTable('messages')
    .set({ sent_at: new Date(Date.now() - 60_000) })
    .where('recipient', '=', person)
    .execute()
}

/** What was texted to them, once everything they texted is on the case. */
async function textsAfter(person: string, theirs: number, ours: number) {
  expect(await casesOf(person, theirs)).toHaveLength(1)
  const { count } = await db()
    .selectFrom('messages')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('recipient', '=', person)
    .executeTakeFirstOrThrow()
  expect(count).toBe(ours)
  return (await textsTo(person, ours)).map(({ fields }) => fields['Body'] ?? '')
}

test('once they said which service, they are asked whether we may ring, and nothing after that', async () => {
  const person = '+447700900120'
  await text(person, complaint)
  const [first = ''] = await textsAfter(person, 1, 1)
  expect(first).toContain('Which service is it about?')
  await aMinuteLater(person)
  await text(person, 'I think it was the example place')
  const [, second] = await textsAfter(person, 2, 2)
  expect(second).toBe(`Thank you, we have added that. ${mayWeRing}`)
  await aMinuteLater(person)
  await text(person, 'And it was on a Monday')
  await textsAfter(person, 3, 2)
})

test('a part of the same message that comes late is no answer', async () => {
  const person = '+447700900121'
  await text(person, complaint)
  await textsAfter(person, 1, 1)
  await text(person, 'and it was cold as well')
  await textsAfter(person, 2, 1)
})

test.each([
  ['who asked to be rung', '+447700900122', `${complaint} Call me back.`, 'It was the example place'],
  ['who praises', '+447700900123', 'Everybody was so kind, thank you all', 'It was the example place'],
  ['who says stop', '+447700900124', complaint, 'STOP. It was the example place'],
])('%s is not asked', async (_, person, words, answer) => {
  await text(person, words)
  await textsAfter(person, 1, 1)
  await aMinuteLater(person)
  await text(person, answer)
  const texts = await textsAfter(person, 2, 1)
  expect(texts.join()).not.toContain(mayWeRing)
})

const callsAsked = async (person: string) => {
  const asked = await db()
    .selectFrom('submissions')
    .innerJoin('messages', 'messages.submission', 'submissions.id')
    .select('messages.body')
    .where('messages.sender', '=', person)
    .where('call_back_asked', '=', true)
    .execute()
  return asked.map(({ body }) => body)
}

test.each([
  ['YES', '+447700900125'],
  ['Yes please, after 5', '+447700900126'],
])('%s to whether we may ring makes a call to be made', async (answer, person) => {
  await text(person, complaint)
  await textsAfter(person, 1, 1)
  await aMinuteLater(person)
  await text(person, 'It was the example place')
  await textsAfter(person, 2, 2)
  await text(person, answer)
  await textsAfter(person, 3, 2)
  expect(await callsAsked(person)).toEqual([answer])
})

test.each([
  ['a no to whether we may ring', '+447700900127', 'No thanks'],
  ['more of what happened', '+447700900128', 'Yes and the food was cold too'],
])('%s makes no call to be made', async (_, person, answer) => {
  await text(person, complaint)
  await textsAfter(person, 1, 1)
  await aMinuteLater(person)
  await text(person, 'It was the example place')
  await textsAfter(person, 2, 2)
  await text(person, answer)
  await textsAfter(person, 3, 2)
  expect(await callsAsked(person)).toEqual([])
})

test('a yes to another question makes no call to be made', async () => {
  const person = '+447700900129'
  await text(person, complaint)
  const [first = ''] = await textsAfter(person, 1, 1)
  expect(first).not.toContain(mayWeRing)
  await text(person, 'Yes')
  await textsAfter(person, 2, 1)
  expect(await callsAsked(person)).toEqual([])
})
