/** `hub read`: what a channel makes of raw input, one JSON line each, without database or network. */
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { messagesIn } from '../../channels/email/mailbox-file.ts'
import type { ChannelSettings } from '../../channels/settings.ts'
import type { Delivery, Reading } from '../../channels/channel.ts'
import { channelNames } from '../../shared/words.ts'
import type { ChannelName } from '../../shared/words.ts'
import { createReader } from '../pipeline/reader/reader.ts'
import type { Reader } from '../pipeline/reader/reader.ts'
import type { Verb } from './verb.ts'

export const read: Verb = {
  name: 'read',
  usage: 'read <channel> [FILE...]   what the channel makes of raw input',
  run: async ([name = '', ...files]) => {
    const channel = channelNames.find((candidate) => candidate === name)
    if (channel === undefined) {
      process.stderr.write(`Name a channel: ${channelNames.join(', ')}\n`)
      return 2
    }
    const reader = createReader(offlineSettings)
    try {
      return (await readAll(channel, files, reader)) ? 0 : 1
    } finally {
      await reader.close()
    }
  },
}

/** Nothing is opened or sent while reading a file; the domain only tells which reply tokens are ours. */
const offlineSettings: ChannelSettings = {
  publicUrl: 'http://127.0.0.1:3000',
  host: '127.0.0.1',
  mailListenPort: null,
  mailLimitBytes: 35_000_000,
  smtpUrl: null,
  imapUrl: null,
  mailFrom: 'feedback@localhost',
  mailDomain: 'localhost',
  twilio: null,
  notify: null,
}

/** How far reading runs ahead of printing, so that both threads are busy and memory stays bounded. */
const ahead = 4

async function readAll(channel: ChannelName, files: readonly string[], reader: Reader): Promise<boolean> {
  const inputs = files.length === 0 ? ['-'] : files
  const pending: Promise<readonly Line[]>[] = []
  let allWell = true
  const print = async () => {
    for (const line of (await pending.shift()) ?? []) {
      allWell &&= line.outcome !== 'unreadable'
      await write(`${JSON.stringify(line)}\n`)
    }
  }
  for (const file of inputs) {
    pending.push(linesOf(channel, file, reader))
    if (pending.length >= ahead) await print()
  }
  while (pending.length > 0) await print()
  return allWell
}

type Line = { readonly file: string; readonly outcome: Reading['outcome'] } & Readonly<
  Record<string, unknown>
>

async function linesOf(channel: ChannelName, file: string, reader: Reader): Promise<readonly Line[]> {
  let bytes: Uint8Array
  try {
    bytes = file === '-' ? await buffer(process.stdin) : await readFile(file)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return [{ file, outcome: 'unreadable', problem }]
  }
  const messages = channel === 'email' ? messagesIn(bytes, file) : [bytes]
  return Promise.all(
    messages.map(async (raw) => lineOf(file, await reader.read(deliveryOf(channel, raw), new Map()))),
  )
}

function lineOf(file: string, reading: Reading): Line {
  if (reading.outcome === 'submission')
    return { file, outcome: reading.outcome, submission: reading.submission }
  if (reading.outcome === 'unreadable')
    return { file, outcome: reading.outcome, problem: reading.problem.key }
  return { file, outcome: reading.outcome, why: reading.why, about: reading.about }
}

function deliveryOf(channel: ChannelName, raw: Uint8Array): Delivery {
  return {
    channel,
    door: 'command-line',
    key: '',
    reference: '',
    raw,
    contentType: null,
    envelope: {},
    peer: null,
    receivedAt: new Date().toISOString(),
  }
}

/** Waits where the reader of our output is slower than we are. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) =>
    process.stdout.write(text, (error) => (error ? reject(error) : resolve())),
  )
}
