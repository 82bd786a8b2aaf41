/** A parser that hangs, throws, leaves or eats memory ends only its own read; the next is read as if nothing had been. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import type { Reader } from '../../../services/pipeline/reader/reader.ts'
import { createReader } from '../../../services/pipeline/reader/reader.ts'
import { deliveryOf, mail, settings } from '../../channels/email/mails.ts'

const troubled = new URL('../../fixtures/mail/troubled-worker.ts', import.meta.url)
const limits = { threads: 2, milliseconds: 300, megabytes: 40 }
let reader: Reader
afterEach(() => reader.close())

const order = (words: string) => reader.read(deliveryOf(Buffer.from(words)), new Map())

test.each([
  ['hang', 'reader:problem.slow'],
  ['throw', 'reader:problem.broke'],
  ['exit', 'reader:problem.broke'],
  ['eat', 'reader:problem.broke'],
])('a parser told to %s makes that delivery unreadable, and the next is read', async (trouble, key) => {
  reader = createReader(settings, trouble === 'eat' ? { ...limits, milliseconds: 20_000 } : limits, troubled)
  expect(await order(trouble)).toEqual({ outcome: 'unreadable', problem: { key } })
  expect(await order('well')).toMatchObject({ outcome: 'nothing-to-route' })
})

test('a thread that died after it had answered costs no other delivery', async () => {
  reader = createReader(settings, limits, troubled)
  await Promise.all([order('linger'), order('linger')])
  await new Promise((resolve) => setTimeout(resolve, 200))
  const outcomes = await Promise.all(['a', 'b', 'c'].map(order))
  expect(outcomes.map((reading) => reading.outcome)).toEqual(Array(3).fill('nothing-to-route'))
})

test('a thread that broke is given one more chance: what breaks only once is read', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'hub-reader-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  reader = createReader(settings, limits, troubled)
  expect(await order(`throw once ${join(dir, 'mark')}`)).toMatchObject({ outcome: 'nothing-to-route' })
})

test('more reads than threads wait their turn, troubled ones among them', async () => {
  reader = createReader(settings, limits, troubled)
  const outcomes = await Promise.all(['a', 'hang', 'b', 'throw', 'c', 'd'].map(order))
  expect(outcomes.map((reading) => reading.outcome)).toEqual([
    'nothing-to-route',
    'unreadable',
    'nothing-to-route',
    'unreadable',
    'nothing-to-route',
    'nothing-to-route',
  ])
})

test('the channels read inside the threads, files included', async () => {
  reader = createReader(settings)
  const reading = await reader.read(deliveryOf(mail({ body: 'The ward was cold.' })), new Map())
  expect(reading).toMatchObject({
    outcome: 'submission',
    submission: { text: 'The ward was cold.' },
    files: [],
  })
})

test('closed in the middle, what waited is said to be unread', async () => {
  reader = createReader(settings, { ...limits, threads: 1, milliseconds: 20_000 }, troubled)
  const readings = Promise.all([order('hang'), order('well')])
  await reader.close()
  expect((await readings).map((reading) => reading.outcome)).toEqual(['unreadable', 'unreadable'])
  expect(await order('late')).toMatchObject({ outcome: 'unreadable' })
})
