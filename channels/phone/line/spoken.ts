/** What callers hear, as TwiML: the menu, the recording and the thanks, in English or Welsh. */
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import { reason, type Reason } from '../../../shared/finding.ts'
import type { Language } from '../../../shared/words.ts'
import type { Say } from '../../channel.ts'
import type { Call } from './call.ts'

/** Where Twilio goes next; each is a path of ours with what it must bring back. */
export interface Paths {
  voice(next: Next): string
  recording(next: Next): string
  transcription(next: Next): string
}

export interface Next {
  readonly step: 'language' | 'message' | 'choice' | 'recorded' | 'afterwards'
  readonly language: Language
  readonly wantsCallBack?: boolean
  /** The number of ours that was rung. */
  readonly to: string
  /** The reference that the caller heard already. */
  readonly told?: string
}

const voices = {
  en: { voice: 'Polly.Amy', language: 'en-GB' },
  cy: { voice: 'Polly.Gwyneth', language: 'cy-GB' },
} as const

/** Longest message. A written-down voice has no more in it than a person reads in one sitting. */
const longestSeconds = 600
/** People in distress fall silent; only this much silence ends a message. */
const silenceSeconds = 10

function speak(response: Pick<VoiceResponse, 'say'>, say: Say, language: Language, what: Reason): void {
  response.say(voices[language], say(what, language))
}

/** Each language offers itself; who presses nothing is answered in English. */
export function welcome(say: Say, paths: Paths, to: string): string {
  const response = new VoiceResponse()
  const choice = response.gather({
    numDigits: 1,
    timeout: 4,
    action: paths.voice({ step: 'language', language: 'en', to }),
  })
  speak(choice, say, 'en', reason('phone:said.welcome'))
  speak(choice, say, 'cy', reason('phone:said.welcome'))
  response.redirect(paths.voice({ step: 'message', language: 'en', to }))
  return response.toString()
}

/** Why it is recorded, whom to ring in danger, and the key for being rung back; then the tone. */
export function invitation(say: Say, paths: Paths, { language, to }: Pick<Next, 'language' | 'to'>): string {
  const response = new VoiceResponse()
  const choice = response.gather({
    numDigits: 1,
    timeout: 2,
    action: paths.voice({ step: 'choice', language, to }),
  })
  speak(choice, say, language, reason('phone:said.purpose'))
  speak(choice, say, language, reason('phone:said.callBackKey'))
  return takeMessage(response, say, paths, { step: 'recorded', language, to })
}

/** Whoever hangs up now is rung back; who stays may say more, or the number that we cannot see. */
export function callBackPromised(
  say: Say,
  paths: Paths,
  next: Omit<Next, 'step' | 'wantsCallBack'>,
  told: { readonly reference: string; readonly isWithheld: boolean },
): string {
  const response = new VoiceResponse()
  const promise = told.isWithheld ? 'phone:said.callBackWithheld' : 'phone:said.callBackPromised'
  speak(response, say, next.language, reason(promise, { reference: spelt(told.reference) }))
  return takeMessage(
    response,
    say,
    paths,
    { ...next, step: 'recorded', wantsCallBack: true },
    told.isWithheld,
  )
}

/** Asked for after the message: nothing more is recorded of whoever can be rung back. */
export function callBackStands(say: Say, language: Language): string {
  const response = new VoiceResponse()
  return goodbye(response, say, language, reason('phone:said.callBackStands'))
}

export function tone(say: Say, paths: Paths, next: Omit<Next, 'step'>): string {
  return takeMessage(new VoiceResponse(), say, paths, { ...next, step: 'recorded' })
}

function takeMessage(
  response: VoiceResponse,
  say: Say,
  paths: Paths,
  next: Next,
  isWithheld: boolean | null = null,
): string {
  speak(response, say, next.language, reason('phone:said.tone'))
  response.record({
    action: paths.voice(next),
    recordingStatusCallback: paths.recording(next),
    recordingStatusCallbackEvent: ['completed', 'absent'],
    maxLength: longestSeconds,
    timeout: silenceSeconds,
    finishOnKey: '#',
    playBeep: true,
    trim: 'do-not-trim',
    // It writes down English alone, and none of a recording of more than two minutes.
    ...(next.language === 'en' ? { transcribe: true, transcribeCallback: paths.transcription(next) } : {}),
  })
  const { language, wantsCallBack = false } = next
  return heardNothing(say, { language, wantsCallBack, isWithheld }, response)
}

/** Whoever was promised a call is not told that nothing came of it, unless nobody knows their number. */
export function heardNothing(
  say: Say,
  { language, wantsCallBack, isWithheld }: Pick<Call, 'language' | 'wantsCallBack' | 'isWithheld'>,
  response = new VoiceResponse(),
): string {
  const promised = isWithheld === false ? 'phone:said.callBackStands' : 'phone:said.callBackNoNumber'
  return goodbye(response, say, language, reason(wantsCallBack ? promised : 'phone:said.nothingHeard'))
}

/** With the reference, unless they were told one for their call; and once more the key for being rung back. */
export function thanks(
  say: Say,
  paths: Paths,
  { language, to, wantsCallBack }: Call,
  reference: string,
): string {
  const response = new VoiceResponse()
  if (wantsCallBack) return goodbye(response, say, language, reason('phone:said.thanksForMore'))
  speak(response, say, language, reason('phone:said.thanks', { reference: spelt(reference) }))
  const choice = response.gather({
    numDigits: 1,
    timeout: 4,
    action: paths.voice({ step: 'afterwards', language, to, told: reference }),
  })
  speak(choice, say, language, reason('phone:said.callBackAfter'))
  return goodbye(response, say, language)
}

/** Whoever wants nothing more. */
export function hangUp(say: Say, language: Language): string {
  return goodbye(new VoiceResponse(), say, language)
}

/** Letter by letter, so that it can be written down. */
function spelt(reference: string): string {
  return Array.from(reference.replace(/[^A-Za-z0-9]/g, '')).join(', ')
}

function goodbye(response: VoiceResponse, say: Say, language: Language, what?: Reason): string {
  if (what !== undefined) speak(response, say, language, what)
  speak(response, say, language, reason('phone:said.goodbye'))
  response.hangup()
  return response.toString()
}
