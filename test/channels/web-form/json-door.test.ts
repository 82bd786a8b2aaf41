/** The door for programs: what it turns away, with which words, and what it takes for the same delivery. */
import { describe, expect, test } from 'vitest'
import type { Arrival } from '../../../channels/channel.ts'
import { jsonDoor } from '../../../channels/web-form/json-door.ts'
import { largestFile, longestText, mostFiles } from '../../../channels/web-form/limits.ts'
import { createWebForm } from '../../../channels/web-form/web-form.ts'

function arrival(body: string | object, envelope: Arrival['envelope'] = {}): Arrival {
  return {
    door: jsonDoor.name,
    raw: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    contentType: 'application/json',
    envelope,
    peer: '192.0.2.1',
    // In London it is already the 21st of June.
    receivedAt: '2026-06-20T23:30:00Z',
  }
}

const channel = createWebForm()
const keyOf = (given: Arrival) => channel.keyOf(given)

function withFile(content: string): object {
  return { text: 'x', attachments: [{ name: 'photo.jpg', content }] }
}

function files(count: number): readonly object[] {
  return Array.from({ length: count }, (_, at) => ({ name: `${at}.txt`, content: 'aGVsbG8=' }))
}

describe('the JSON door', () => {
  test('takes as many files as it says, each as large as it says, in one request', async () => {
    const content = Buffer.alloc(largestFile, 7).toString('base64')
    const attachments = files(mostFiles).map((file) => ({ ...file, content }))
    const full = arrival({ text: 'x', attachments })
    expect(full.raw.byteLength).toBeLessThan(jsonDoor.limitBytes)
    expect(await jsonDoor.refuse(full)).toBeNull()
  })

  test.each([
    ['broken JSON', '{"text": "x"', 400, null, 'form:api.json'],
    ['bytes that are not UTF-8', '\ud800{', 400, null, 'form:api.json'],
    ['no text', {}, 422, 'text', 'form:api.required'],
    ['text of blanks', { text: ' \n ' }, 422, 'text', 'form:api.required'],
    ['text that is a number', { text: 7 }, 422, 'text', 'form:api.type'],
    ['more text than anybody reads', { text: 'x'.repeat(longestText + 1) }, 422, 'text', 'form:api.tooLong'],
    ['a kind that is none', { text: 'x', kind: 'rant' }, 422, 'kind', 'form:api.oneOf'],
    [
      'a misspelt field',
      { text: 'x', preferences: { contactby: 'none' } },
      422,
      'preferences',
      'form:api.unknown',
    ],
    ['a rating out of range', { text: 'x', rating: 6 }, 422, 'rating', 'form:api.value'],
    [
      'a day that is none',
      { text: 'x', about: { happenedOn: '2026-02-30' } },
      422,
      'about.happenedOn',
      'form:api.date',
    ],
    [
      'a day to come',
      { text: 'x', about: { happenedOn: '2026-06-22' } },
      422,
      'about.happenedOn',
      'form:api.future',
    ],
    ['six files', { text: 'x', attachments: files(mostFiles + 1) }, 422, 'attachments', 'form:api.tooMany'],
    ['no base64', withFile('a*b='), 422, 'attachments.0.content', 'form:api.base64'],
    ['base64 cut short', withFile('aGVsbG8'), 422, 'attachments.0.content', 'form:api.base64'],
    ['an empty file', withFile(''), 422, 'attachments.0.content', 'form:api.required'],
    [
      'a file one byte too large',
      withFile(Buffer.alloc(largestFile + 1).toString('base64')),
      422,
      'attachments.0.content',
      'form:api.fileLarge',
    ],
    ['a list', [1], 422, null, 'form:api.type'],
  ])('refuses %s', async (_, body, status, field, key) => {
    const refusal = await jsonDoor.refuse(arrival(body))
    expect(refusal?.status).toBe(status)
    expect(refusal?.problems.map((each) => [each.field, each.reason.key])).toContainEqual([field, key])
  })

  test('takes what happened today in London, though it is still yesterday in UTC', async () => {
    expect(await jsonDoor.refuse(arrival({ text: 'x', about: { happenedOn: '2026-06-21' } }))).toBeNull()
  })

  test('names every problem at once', async () => {
    const refusal = await jsonDoor.refuse(arrival({ text: '', kind: 'rant' }))
    expect(refusal?.problems.map(({ field }) => field)).toEqual(['text', 'kind'])
  })

  test('is the same delivery for the same Idempotency-Key of the same caller, whatever else differs', () => {
    const first = keyOf(
      arrival({ text: 'a' }, { 'idempotency-key': 'k', 'api-key-id': '1', 'arrival-id': 'x' }),
    )
    const again = keyOf(
      arrival({ text: 'a' }, { 'idempotency-key': 'k', 'api-key-id': '1', 'arrival-id': 'y' }),
    )
    const other = keyOf(
      arrival({ text: 'a' }, { 'idempotency-key': 'k', 'api-key-id': '2', 'arrival-id': 'y' }),
    )
    const visitor = keyOf(arrival({ text: 'a' }, { 'idempotency-key': 'k', visitor: '3', 'arrival-id': 'y' }))
    expect(again).toBe(first)
    expect(new Set([first, other, visitor]).size).toBe(3)
  })

  test('does not mix up where the caller ends and the key begins', () => {
    const one = keyOf(arrival('', { 'idempotency-key': 'bc', visitor: 'a' }))
    const other = keyOf(arrival('', { 'idempotency-key': 'c', visitor: 'ab' }))
    expect(one).not.toBe(other)
  })

  test('is another delivery when other words come under the same Idempotency-Key, so that nobody’s are dropped', () => {
    const seen = { 'idempotency-key': 'k', visitor: '3' }
    expect(keyOf(arrival({ text: 'a' }, seen))).not.toBe(keyOf(arrival({ text: 'b' }, seen)))
  })

  test('without an Idempotency-Key takes the same words twice for two deliveries', () => {
    const one = keyOf(arrival({ text: 'Thank you' }, { 'arrival-id': 'x' }))
    const other = keyOf(arrival({ text: 'Thank you' }, { 'arrival-id': 'y' }))
    expect(one).not.toBe(other)
  })

  test('cannot be given the key of somebody’s form', () => {
    const forged = keyOf(arrival({ text: 'x' }, { draft: 'secret', 'arrival-id': 'x' }))
    expect(forged).not.toContain('secret')
  })
})
