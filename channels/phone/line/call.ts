/** What Twilio posts about a call: the form, and what we put into the address that it was told to call. */
import { storable } from '../../../shared/text/storable.ts'
import type { Language } from '../../../shared/words.ts'
import type { Arrival } from '../../channel.ts'

export interface Call {
  readonly id: string
  /** E.164; null where it is withheld or not told. */
  readonly from: string | null
  /** Did the caller hide their number? Null: this post does not tell numbers. */
  readonly isWithheld: boolean | null
  /** The number of ours that was rung; empty where nobody says. */
  readonly to: string
  readonly language: Language
  readonly wantsCallBack: boolean
  readonly recording: Recording | null
  readonly transcription: Transcription | null
}

export interface Recording {
  readonly id: string
  readonly url: string
  /** Null where it is not told. */
  readonly seconds: number | null
  /** Twilio could not keep it. */
  readonly isLost: boolean
}

export interface Transcription {
  readonly id: string
  /** Empty where the machine made out nothing. */
  readonly text: string
}

/** Null where this is nothing that Twilio posts about a call. */
export function callIn({ raw, envelope }: Pick<Arrival, 'raw' | 'envelope'>): Call | null {
  const form = new URLSearchParams(Buffer.from(raw).toString('utf8'))
  const asked = askedFor(envelope)
  const field = (name: string) => storable(form.get(name) ?? '').trim()
  if (!/^CA\w{1,64}$/.test(field('CallSid'))) return null
  return {
    id: field('CallSid'),
    from: callerNumber(field('From')),
    isWithheld: field('From') === '' ? null : callerNumber(field('From')) === null,
    to: field('To') || (asked.get('to') ?? ''),
    language: asked.get('language') === 'cy' ? 'cy' : 'en',
    wantsCallBack: asked.get('callback') === 'yes',
    recording: recordingIn(field),
    transcription: field('TranscriptionSid') === '' ? null : transcriptionIn(field),
  }
}

/** Our own part of the address, signed along with the form. */
export function askedFor(envelope: Arrival['envelope']): URLSearchParams {
  return new URLSearchParams((envelope['request-target'] ?? '').split('?')[1] ?? '')
}

/** The key that was pressed, if one was. */
export function keyPressed(raw: Uint8Array): string {
  return new URLSearchParams(Buffer.from(raw).toString('utf8')).get('Digits') ?? ''
}

function recordingIn(field: (name: string) => string): Recording | null {
  if (!/^RE\w{1,64}$/.test(field('RecordingSid'))) return null
  const seconds = Number.parseInt(field('RecordingDuration'), 10)
  return {
    id: field('RecordingSid'),
    url: field('RecordingUrl'),
    seconds: Number.isNaN(seconds) ? null : seconds,
    isLost: field('RecordingStatus') === 'failed',
  }
}

function transcriptionIn(field: (name: string) => string): Transcription {
  const isDone = field('TranscriptionStatus') === 'completed'
  return { id: field('TranscriptionSid'), text: isDone ? field('TranscriptionText') : '' }
}

/** What Twilio writes for a number that was withheld, spelt on a telephone's keys: ANONYMOUS, RESTRICTED and so on. */
const withheld: ReadonlySet<string> = new Set([
  '+266696687',
  '+7378742833',
  '+2562533',
  '+8656696',
  '+86282452253',
])

export function callerNumber(written: string): string | null {
  return /^\+[1-9]\d{6,14}$/.test(written) && !withheld.has(written) ? written : null
}
