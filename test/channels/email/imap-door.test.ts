/** The mailbox is read by number, every mail once, whatever breaks; on a real IMAP server. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Arrival, Listener, Receipt } from '../../../channels/channel.ts'
import { imapDoor } from '../../../channels/email/imap-door.ts'
import { mailboxAt } from '../../../channels/email/imap-settings.ts'
import type { Reason } from '../../../shared/finding.ts'
import type { ReaderKeep, ReaderMark } from '../../../shared/reader.ts'
import { startImapServer, type ImapServer } from '../../support/imap-server.ts'
import { mail } from './mails.ts'

const patience = { timeout: 15_000, interval: 20 }

let server: ImapServer
let taken: Arrival[]
let told: (string | null)[]
let mark: ReaderMark | null
let refuse: (arrival: Arrival) => boolean
let listener: Listener | null
let isBusy: boolean
let turnedAway: number
let hold: () => Promise<void>
let clock: string

beforeEach(async () => {
  server = await startImapServer()
  taken = []
  told = []
  mark = null
  refuse = () => false
  listener = null
  isBusy = false
  turnedAway = 0
  hold = async () => undefined
  clock = '2026-11-20T12:00:00Z'
})
afterEach(async () => {
  await listener?.close()
  await server.close()
})

const keep: ReaderKeep = {
  load: async () => mark,
  save: async (_, given) => void (mark = given),
  tell: async (_, problem: Reason | null) => void told.push(problem?.key ?? null),
  async alone(_, work) {
    if (isBusy) {
      turnedAway += 1
      return false
    }
    isBusy = true
    await work().finally(() => (isBusy = false))
    return true
  },
}

async function accept(arrival: Arrival): Promise<Receipt> {
  if (refuse(arrival)) throw new Error('It cannot be stored')
  taken.push(arrival)
  await hold()
  return { reference: 'FB-0000-0000-0', again: false }
}

async function open(query = '', limitBytes = 100_000): Promise<void> {
  const mailbox = mailboxAt(server.url + query)
  if (mailbox === null) throw new Error('The URL names no mailbox')
  const now = () => new Date(clock)
  listener = await imapDoor({ mailbox, limitBytes, now, patienceMs: 20 }).open(accept, keep)
}

async function close(): Promise<void> {
  await listener?.close()
  listener = null
}

const numbered = (number: number) => mail({ headers: { Subject: `Number ${number}` } })
const subjects = () => taken.map(({ raw }) => /Subject: Number (\d+)/.exec(Buffer.from(raw).toString())?.[1])
const untilTaken = (...numbers: readonly number[]) =>
  vi.waitFor(() => expect(subjects()).toEqual(numbers.map(String)), patience)

describe('a mailbox', () => {
  test('is read to its end, mails read by somebody else included, byte for byte, and left as it was', async () => {
    const umlauts = mail({ headers: { Subject: 'Number 2' }, body: 'Mae’r tŷ yn oer 🥶' })
    server.put(numbered(1), { flags: ['\\Seen'] })
    server.put(umlauts)
    await open()
    await untilTaken(1, 2)
    expect(Buffer.from(taken[1]?.raw ?? []).equals(umlauts)).toBe(true)
    expect(server.in('INBOX').map(({ flags }) => flags)).toEqual([['\\Seen'], []])
  })

  test('is watched: what comes later is taken when it comes', async () => {
    await open()
    await vi.waitFor(() => expect(told).toContain(null), patience)
    server.put(numbered(1))
    await untilTaken(1)
    server.put(numbered(2))
    await untilTaken(1, 2)
  })

  test('is not begun again after a restart, and nothing that came meanwhile is missed', async () => {
    server.put(numbered(1))
    await open()
    await untilTaken(1)
    await close()
    server.put(numbered(2), { flags: ['\\Seen'] })
    await open()
    await untilTaken(1, 2)
    expect(mark).toMatchObject({ seen: 2, taken: 2, left: [] })
  })

  test('is read anew when the server has numbered it anew', async () => {
    server.put(numbered(1))
    await open()
    await untilTaken(1)
    await close()
    server.beginEra(77)
    await open()
    await untilTaken(1, 1)
    expect(mark).toMatchObject({ era: '77', seen: 1, taken: 1 })
  })

  test('is emptied into another folder where that is asked for, made if need be', async () => {
    for (const folder of ['Archive', 'Taken']) {
      server.put(numbered(1))
      await open(`?then=move:${folder}`)
      await vi.waitFor(() => expect(server.in(folder)).toHaveLength(1), patience)
      expect(server.in('INBOX')).toEqual([])
      await close()
    }
    expect(subjects()).toEqual(['1', '1'])
  })

  test('never waits for a mail that cannot be taken, says so, and takes it when it can', async () => {
    let isBroken = true
    refuse = ({ raw }) => isBroken && Buffer.from(raw).includes('Number 1\r')
    server.put(numbered(1))
    server.put(numbered(2))
    await open()
    await untilTaken(2)
    await vi.waitFor(() => expect(told.at(-1)).toBe('email:imap.left'), patience)
    expect(mark).toMatchObject({ seen: 2, taken: 1, left: [1] })
    isBroken = false
    server.put(numbered(3))
    await untilTaken(2, 1, 3)
    await vi.waitFor(() => expect(told.at(-1)).toBeNull(), patience)
    expect(mark).toMatchObject({ seen: 3, taken: 3, left: [] })
  })

  test('keeps a mail that is too large, says so, and is well again when somebody removed it', async () => {
    server.put(mail({ body: 'x'.repeat(2_000) }))
    await open('', 1_000)
    await vi.waitFor(() => expect(told.at(-1)).toBe('email:imap.left'), patience)
    expect(server.in('INBOX')).toHaveLength(1)
    server.remove(1)
    server.put(numbered(2))
    await untilTaken(2)
    await vi.waitFor(() => expect(told.at(-1)).toBeNull(), patience)
    expect(mark).toMatchObject({ seen: 2, taken: 1, removed: 1, left: [] })
  })

  test('says so for a week when somebody took out a mail that was never told of', async () => {
    server.put(numbered(1))
    server.put(numbered(2))
    refuse = () => {
      if (taken.length === 0) server.remove(2)
      return false
    }
    await open()
    await untilTaken(1)
    await vi.waitFor(() => expect(told.at(-1)).toBe('email:imap.gone'), patience)
    expect(mark).toMatchObject({ seen: 2, taken: 1, removed: 0, left: [] })
    clock = '2026-11-27T12:00:01Z'
    server.put(numbered(3))
    await untilTaken(1, 3)
    await vi.waitFor(() => expect(told.at(-1)).toBeNull(), patience)
  })

  test.each([200, 700, 1_500, 3_000, 8_000, 20_000])(
    'whose connection ends in the middle of a word, after %i bytes, loses nothing and counts each once',
    async (bytes) => {
      server.cutAfter(bytes)
      for (const number of [1, 2, 3]) {
        server.put(mail({ headers: { Subject: `Number ${number}` }, body: 'word '.repeat(1_000) }))
      }
      await open('?then=move:Archive')
      await vi.waitFor(() => expect(server.in('Archive')).toHaveLength(3), patience)
      await vi.waitFor(() => expect(told.at(-1)).toBeNull(), patience)
      expect(new Set(subjects())).toEqual(new Set(['1', '2', '3']))
      expect(taken.map(({ raw }) => raw.length)).toEqual(taken.map(() => taken[0]?.raw.length))
      expect(mark).toMatchObject({ seen: 3, taken: 3, left: [] })
    },
  )

  test('is moved to its folder although the connection ended before it could be', async () => {
    server.put(numbered(1))
    refuse = () => {
      if (taken.length === 0) server.cut()
      return false
    }
    await open('?then=move:Archive')
    await vi.waitFor(() => expect(server.in('Archive')).toHaveLength(1), patience)
    await vi.waitFor(() => expect(mark).toMatchObject({ seen: 1, taken: 1 }), patience)
    expect(server.in('INBOX')).toEqual([])
    expect(subjects()).toEqual(['1', '1'])
  })

  test('that two processes of the hub watch is read by one at a time, and to its end', async () => {
    await open('?then=move:Archive')
    const other = listener
    await open('?then=move:Archive')
    await vi.waitFor(() => expect(told).toContain(null), patience)
    // Until the other has heard of it too.
    hold = () => vi.waitFor(() => expect(turnedAway + taken.length).toBeGreaterThan(1), patience)
    for (const number of [1, 2, 3]) server.put(numbered(number))
    await vi.waitFor(() => expect(server.in('Archive')).toHaveLength(3), patience)
    await other?.close()
    expect(subjects()).toEqual(['1', '2', '3'])
    await vi.waitFor(() => expect(mark).toMatchObject({ seen: 3, taken: 3, left: [] }), patience)
    expect(told.filter((problem) => problem !== null)).toEqual([])
  })

  test('is opened again after the connection broke', async () => {
    server.put(numbered(1))
    await open()
    await untilTaken(1)
    server.cut()
    server.put(numbered(2))
    await untilTaken(1, 2)
  })

  test('that refuses the password says so, and closing does not wait for it', async () => {
    const mailbox = mailboxAt(server.url.replace('testpass', 'another'))
    if (mailbox === null) throw new Error('The URL names no mailbox')
    const settings = { mailbox, limitBytes: 1_000, now: () => new Date() }
    listener = await imapDoor(settings).open(accept, keep)
    await vi.waitFor(() => expect(told).toEqual(['email:imap.signIn']), patience)
    expect(listener.address).not.toContain('another')
  })

  test('gives a mail the time at which it came to the mailbox, never one in the future', async () => {
    server.put(numbered(1), { date: '17-Nov-2026 09:30:00 +0000' })
    server.put(numbered(2), { date: '17-Nov-2036 09:30:00 +0000' })
    await open()
    await untilTaken(1, 2)
    expect(taken.map(({ receivedAt }) => receivedAt)).toEqual([
      '2026-11-17T09:30:00.000Z',
      '2026-11-20T12:00:00.000Z',
    ])
  })
})
