/** Whatever bytes come to a channel, it neither throws nor changes its mind about them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Arrival, Channel } from '../../channels/channel.ts'
import { everyChannel } from './site.ts'

const channels = everyChannel()

/** Mostly noise; some of it begins as something that a channel might take for its own. */
const beginnings = [
  ...[
    '',
    '{"',
    '[{"',
    'WEBVTT\n\n',
    '1\n00:00:01,000 --> ',
    'CallSid=CA1&',
    'MessageSid=SM1&Body=',
    'From: a@b\r\n',
  ],
  ...[
    'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n',
    '%PDF-1.7',
    '\u{feff}',
    '{"answers":{"words":"',
  ],
]
const anyBytes = fc
  .tuple(
    fc.constantFrom(...beginnings),
    fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    ),
  )
  .map(([beginning, rest]) => Buffer.concat([Buffer.from(beginning), rest]))
const anyLine = fc.string({ unit: 'binary', maxLength: 40 })

function arrivals(channel: Channel): fc.Arbitrary<Arrival> {
  return fc.record({
    door: fc.constantFrom(channel.name, 'import', ...channel.doors.map((door) => door.name)),
    raw: anyBytes,
    contentType: fc.option(anyLine),
    envelope: fc.dictionary(
      fc.constantFrom(
        'request-target',
        'x-twilio-signature',
        'mail-from',
        'rcpt-to',
        'draft',
        'idempotency-key',
      ),
      anyLine,
    ),
    peer: fc.option(anyLine),
    receivedAt: fc.constant('2026-11-16T09:30:00.000Z'),
  })
}

describe.each(channels.map((channel) => [channel.name, channel] as const))('%s', (name, channel) => {
  test('reads any bytes, always the same, without a fault', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arrivals(channel), async (arrival) => {
        expect(typeof channel.isGenuine(arrival)).toBe('boolean')
        const key = channel.keyOf(arrival)
        expect(key).not.toBe('')
        expect(channel.keyOf(arrival)).toBe(key)
        expect(channel.sentTo?.(arrival) ?? []).toBeInstanceOf(Array)
        const delivery = { ...arrival, channel: name, key, reference: 'FB-0000-0000-0' }
        expect(channel.wants(delivery)).toBeInstanceOf(Array)
        const first = await channel.read(delivery, new Map())
        expect(first.outcome).toMatch(/^(?:submission|nothing-to-route|unreadable)$/)
        // What no database can keep would be tried again for hours.
        expect(JSON.stringify(first)).not.toMatch(/\\u0000|\\ud[89a-f]/)
        expect(await channel.read(delivery, new Map())).toEqual(first)
      }),
      { numRuns: 150 },
    )
  })

  test('has at its doors an answer to anything that may come', async () => {
    const http = channel.doors.flatMap((door) => (door.opens === 'http' ? [door] : []))
    await fc.assert(
      fc.asyncProperty(arrivals(channel), async (arrival) => {
        for (const door of http) {
          const come = { ...arrival, door: door.name }
          const problems = (await door.refuse(come))?.problems
          expect(problems?.length).not.toBe(0)
          if (problems !== undefined) continue
          const answer =
            door.converse?.(come, () => 'words') ??
            door.answer({ reference: 'FB-0000-0000-0', again: false }, come, () => 'words')
          expect(answer.status).toBeLessThan(500)
        }
      }),
      { numRuns: 100 },
    )
  })
})
