/** Builds fictional mails for the tests of the email channel; nobody in them exists. */
import type { Delivery, Reading } from '../../../channels/channel.ts'
import { createEmail } from '../../../channels/email/email.ts'
import type { ChannelSettings } from '../../../channels/settings.ts'
import type { Submission } from '../../../shared/submission.ts'

export const settings: ChannelSettings = {
  publicUrl: 'http://127.0.0.1:3000',
  host: '127.0.0.1',
  mailListenPort: null,
  mailLimitBytes: 1_000_000,
  smtpUrl: null,
  imapUrl: null,
  mailFrom: 'Example Feedback <feedback@hub.example>',
  mailDomain: 'hub.example',
  twilio: null,
  notify: null,
}

export interface MailParts {
  readonly headers?: Readonly<Record<string, string>>
  readonly without?: readonly string[]
  readonly body?: string
}

/** A plain mail of a fictional person, with headers added, replaced or left out. */
export function mail({
  headers = {},
  without = [],
  body = 'The nurse on ward 4 was kind.',
}: MailParts): Buffer {
  const all: Record<string, string> = {
    From: 'Ada Example <ada@people.example>',
    To: 'feedback@hub.example',
    Subject: 'Ward 4',
    Date: 'Mon, 2 Nov 2026 10:00:00 +0000',
    'Message-ID': '<one@people.example>',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  }
  const lines = Object.entries(all).filter(([name]) => !without.includes(name))
  return Buffer.from(
    `${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body.replace(/\r?\n/g, '\r\n')}`,
  )
}

export function multipart(type: string, ...parts: readonly string[]): MailParts {
  const body = parts.map((part) => `--cut\n${part}\n`).join('')
  return {
    headers: { 'MIME-Version': '1.0', 'Content-Type': `${type}; boundary="cut"` },
    body: `${body}--cut--\n`,
  }
}

export function deliveryOf(raw: Uint8Array, envelope: Readonly<Record<string, string>> = {}): Delivery {
  return {
    channel: 'email',
    door: 'test',
    key: 'key',
    reference: 'FB-0000-0000-0',
    raw,
    contentType: 'message/rfc822',
    envelope,
    peer: null,
    receivedAt: '2026-11-02T10:00:05.000Z',
  }
}

export function read(raw: Uint8Array, envelope: Readonly<Record<string, string>> = {}): Promise<Reading> {
  return createEmail(settings).read(deliveryOf(raw, envelope), new Map())
}

/** Fails the test where the mail did not become a submission. */
export async function submissionOf(raw: Uint8Array): Promise<Submission> {
  const reading = await read(raw)
  if (reading.outcome !== 'submission')
    throw new Error(`expected a submission, got ${JSON.stringify(reading)}`)
  return reading.submission
}
