/** What a reader remembers of a mailbox survives a restart, and two processes of one hub never read one mailbox at once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReaderMark } from '../../../shared/reader.ts'
import { connect, type Connection } from '../../../services/store/database.ts'
import { createReaderKeep } from '../../../services/store/mail-cursors.ts'
import { testDatabase } from '../../support/database.ts'

const place = 'imap://ann@mail.hub.example:993/INBOX'
const { connectionString } = await testDatabase()

let here: Connection
let there: Connection
beforeAll(() => {
  here = connect(connectionString, { connections: 3 })
  there = connect(connectionString, { connections: 3 })
})
afterAll(() => Promise.all([here.close(), there.close()]))

const keepOf = ({ db }: Connection) =>
  createReaderKeep({ db, now: () => new Date('2026-11-20T10:00:00Z'), complain: () => undefined })

test('a mailbox is remembered as it was left', async () => {
  const mark: ReaderMark = {
    era: '7',
    upTo: 12,
    left: [3],
    seen: 12,
    taken: 9,
    removed: 1,
    goneAt: '2026-11-19T10:00:00.000Z',
  }
  await keepOf(here).save(place, mark)
  expect(await keepOf(there).load(place)).toEqual(mark)
})

test('one process reads a mailbox at a time, another mailbox meanwhile, and the next one afterwards', async () => {
  const done: string[] = []
  const note = (what: string) => async () => void done.push(what)
  const inside = await keepOf(here).alone(place, async () => {
    done.push('here')
    expect(await keepOf(there).alone(place, note('there'))).toBe(false)
    expect(await keepOf(there).alone('imap://bob@mail.hub.example:993/INBOX', note('other'))).toBe(true)
  })
  expect(inside).toBe(true)
  expect(await keepOf(there).alone(place, note('there'))).toBe(true)
  expect(done).toEqual(['here', 'other', 'there'])
})

test('a reading that broke off leaves the mailbox to the next', async () => {
  const broken = keepOf(here).alone(place, () => Promise.reject(new Error('The connection ended')))
  await expect(broken).rejects.toThrow('The connection ended')
  expect(await keepOf(there).alone(place, () => Promise.resolve())).toBe(true)
})
