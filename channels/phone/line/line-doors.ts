/** The three entrances of the telephone line: the call itself, its recording, and what a machine wrote down of it. */
import type { Answer, Arrival, HttpDoor, Receipt, Say } from '../../channel.ts'
import { readReference } from '../../../shared/reference.ts'
import { askedFor, callIn, keyPressed, type Call } from './call.ts'
import {
  callBackPromised,
  callBackStands,
  hangUp,
  heardNothing,
  invitation,
  thanks,
  tone,
  welcome,
  type Next,
  type Paths,
} from './spoken.ts'

const base = '/channels/phone/twilio'

const names = ['phone-voice', 'phone-recording', 'phone-transcription'] as const

export function isLineDoor(door: string): boolean {
  return names.some((name) => name === door)
}

const doorSettings = {
  opens: 'http',
  accepts: ['application/x-www-form-urlencoded'],
  // A call's fields and at most two minutes of words.
  limitBytes: 64 * 1024,
  authenticate: { by: 'signature' },
  headers: ['x-twilio-signature'],
  refuse: () => null,
} as const

export function lineDoors(publicUrl: string): readonly HttpDoor[] {
  const paths = pathsAt(publicUrl)
  return [
    {
      ...doorSettings,
      name: names[0],
      path: `${base}/voice`,
      converse: (arrival, say) => converse(arrival, say, paths),
      answer: (receipt, arrival, say) => answer(receipt, arrival, say, paths),
    },
    {
      ...doorSettings,
      name: names[1],
      path: `${base}/recording`,
      converse: (arrival) => (hasRecording(arrival) ? null : noted),
      answer: () => noted,
    },
    {
      ...doorSettings,
      name: names[2],
      path: `${base}/transcription`,
      answer: () => noted,
    },
  ]
}

const noted: Answer = { status: 204, type: 'text/plain', body: '' }

/** A recording that has only begun, or in which nobody spoke, is nothing to keep. */
function hasRecording({ raw }: Arrival): boolean {
  const status = new URLSearchParams(Buffer.from(raw).toString('utf8')).get('RecordingStatus')
  return status !== 'in-progress' && status !== 'absent'
}

function pathsAt(publicUrl: string): Paths {
  const at = (name: string) => (next: Next) => {
    const { step, language, wantsCallBack = false, to, told } = next
    const query = new URLSearchParams({
      step,
      language,
      ...(wantsCallBack ? { callback: 'yes' } : {}),
      ...(told === undefined ? {} : { told }),
      to,
    })
    return `${publicUrl}${base}/${name}?${query.toString()}`
  }
  return { voice: at('voice'), recording: at('recording'), transcription: at('transcription') }
}

/** Null for what is kept: a message that was left, and the wish to be rung back, before it or after. */
function converse(arrival: Arrival, say: Say, paths: Paths): Answer | null {
  const call = callIn(arrival)
  if (call === null) return null
  const { language, to } = call
  switch (askedFor(arrival.envelope).get('step') ?? 'welcome') {
    case 'language':
      return spoken(invitation(say, paths, { language: keyPressed(arrival.raw) === '2' ? 'cy' : 'en', to }))
    case 'message':
      return spoken(invitation(say, paths, { language, to }))
    case 'choice':
      return wishesCallBack(arrival) ? null : spoken(tone(say, paths, { language, to }))
    case 'recorded':
      return hasSound(call) ? null : spoken(heardNothing(say, call))
    case 'afterwards':
      return wishesCallBack(arrival) ? null : spoken(hangUp(say, language))
    default:
      return spoken(welcome(say, paths, to))
  }
}

/** Twilio brings a recording of no length where the line was cut at the tone. */
function hasSound({ recording }: Call): boolean {
  return recording !== null && recording.seconds !== 0
}

function answer({ reference }: Receipt, arrival: Arrival, say: Say, paths: Paths): Answer {
  const call = callIn(arrival)
  if (call === null) return noted
  if (call.recording !== null) return spoken(thanks(say, paths, call, reference))
  const isWithheld = call.isWithheld !== false
  const asked = askedFor(arrival.envelope)
  const isAfterwards = asked.get('step') === 'afterwards'
  if (isAfterwards && !isWithheld) return spoken(callBackStands(say, call.language))
  // One call has one reference for whoever rang, though each post has its own.
  const told = readReference(asked.get('told') ?? '') ?? reference
  return spoken(callBackPromised(say, paths, call, { reference: told, isWithheld }))
}

/** The key that both menus name. */
export function wishesCallBack(arrival: Pick<Arrival, 'raw' | 'envelope'>): boolean {
  const step = askedFor(arrival.envelope).get('step')
  return (step === 'choice' || step === 'afterwards') && keyPressed(arrival.raw) === '3'
}

function spoken(body: string): Answer {
  return { status: 200, type: 'text/xml', body }
}

/** The same recording is told twice, when the call ends and when it is ready; either may come first, or never. */
export function keyOfCall(call: Call): string {
  if (call.transcription !== null) return `transcription:${call.transcription.id}`
  return call.recording === null ? `call-back:${call.id}` : `recording:${call.recording.id}`
}
